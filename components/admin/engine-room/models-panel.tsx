import { useTranslations } from 'next-intl';
import type { RoomModel, RoomStatus } from '@/lib/engine-room/types';
import { Lever } from './lever';
import { useFigures } from './use-figures';

const UNDER_WAY = new Set(['describing', 'described', 'switching', 'removing']);

/** The networks there are; whichever is here and not in use can be made to look at all pictures. */
export function ModelsPanel({
  status,
  busy,
  onStart,
  onRemove,
}: {
  status: RoomStatus;
  busy: boolean;
  onStart: (model: string) => void;
  onRemove: (model: string) => void;
}) {
  const t = useTranslations('engineRoom.models');
  const occupied = busy || UNDER_WAY.has(status.change?.state ?? '');
  return (
    <section aria-labelledby="engine-room-models">
      <h2 id="engine-room-models" className="text-xl font-extrabold">
        {t('title')}
      </h2>
      <p className="mt-1 text-soft">{t('lead')}</p>
      <ul className="mt-4 grid gap-3">
        {status.models.map((model) => (
          <Model key={model.id} model={model} occupied={occupied} onStart={onStart} onRemove={onRemove} />
        ))}
      </ul>
    </section>
  );
}

function Model({
  model,
  occupied,
  onStart,
  onRemove,
}: {
  model: RoomModel;
  occupied: boolean;
  onStart: (model: string) => void;
  onRemove: (model: string) => void;
}) {
  const [t, ask] = [useTranslations('engineRoom.models'), useTranslations('engineRoom.confirm')];
  const { id } = model;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-line p-4 md:p-5">
      <ModelFacts model={model} />
      <div className="flex flex-wrap gap-2">
        {!model.inUse && model.presence === 'present' && (
          <Lever
            label={t('describe')}
            disabled={occupied}
            question={{ title: ask('startTitle', { model: id }), text: ask('startText'), yes: ask('start') }}
            onPull={() => onStart(id)}
          />
        )}
        {!model.inUse && model.pictures > 0 && (
          <Lever
            label={t('removeDescriptions')}
            disabled={occupied}
            question={{
              title: ask('removeTitle', { model: id }),
              text: ask('removeText', { count: model.pictures }),
              yes: ask('remove'),
            }}
            onPull={() => onRemove(id)}
          />
        )}
      </div>
    </li>
  );
}

function ModelFacts({ model }: { model: RoomModel }) {
  const [t, figures] = [useTranslations('engineRoom.models'), useFigures()];
  return (
    <div className="min-w-0">
      <h3 className="flex flex-wrap items-center gap-2 font-bold">
        {model.id}
        {model.inUse && <Badge tone="good">{t('inUse')}</Badge>}
        <Badge tone={model.presence === 'present' ? 'calm' : 'warn'}>{t(`presence.${model.presence}`)}</Badge>
      </h3>
      <p className="mt-1 text-sm text-soft tabular-nums">
        {[
          t('described', { count: model.pictures }),
          figures.bytes(model.bytes),
          t('licence', { licence: model.licence }),
        ].join(' · ')}
      </p>
      {model.message !== null && (
        <p className="mt-2 text-sm">
          <span className="font-semibold">{t('how')}: </span>
          <span lang="en">{model.message}</span>
        </p>
      )}
    </div>
  );
}

const TONES = {
  good: 'border-good text-good',
  calm: 'border-line text-soft',
  warn: 'border-twin text-twin',
};

function Badge({ tone, children }: { tone: keyof typeof TONES; children: string }) {
  return (
    <span className={`rounded-full border px-2.5 py-0.5 text-xs font-semibold ${TONES[tone]}`}>
      {children}
    </span>
  );
}
