import { useTranslations } from 'next-intl';
import type { ModelChange } from '@/lib/engine-room/types';
import { Lever } from './lever';
import { useFigures } from './use-figures';

const CAN_ABORT = new Set(['describing', 'described', 'switching']);
const IN_WORK = new Set(['describing', 'switching', 'removing']);

/** How far the change of the model is, and what can be done about it. */
export function ChangePanel({
  change,
  busy,
  onStart,
  onSwitch,
  onAbort,
}: {
  change: ModelChange | null;
  busy: boolean;
  onStart: (model: string) => void;
  onSwitch: (change: number) => void;
  onAbort: (change: number) => void;
}) {
  const t = useTranslations('engineRoom.change');
  return (
    <section aria-labelledby="engine-room-change">
      <h2 id="engine-room-change" className="text-xl font-extrabold">
        {t('title')}
      </h2>
      {change ? (
        <div className="mt-4 rounded-card border border-line p-4 md:p-5">
          <p className="text-sm text-soft">{t('fromTo', { from: change.fromModel, to: change.toModel })}</p>
          <p role="status" className="mt-1 text-lg font-bold">
            {t(`states.${change.state}`)}
          </p>
          {IN_WORK.has(change.state) && <Progress change={change} />}
          {change.error !== null && (
            <p lang="en" className="mt-2 text-sm text-twin">
              {change.error}
            </p>
          )}
          {change.failedPictures > 0 && <Failures change={change} />}
          <Levers change={change} busy={busy} onStart={onStart} onSwitch={onSwitch} onAbort={onAbort} />
        </div>
      ) : (
        <p className="mt-1 text-soft">{t('none')}</p>
      )}
    </section>
  );
}

function Progress({ change }: { change: ModelChange }) {
  const [t, figures] = [useTranslations('engineRoom.change'), useFigures()];
  const { donePictures, failedPictures, totalPictures, secondsLeft } = change;
  const said = t('progress', { done: figures.whole(donePictures), total: figures.whole(totalPictures) });
  return (
    <div className="mt-3">
      <progress
        aria-label={said}
        value={donePictures + failedPictures}
        max={Math.max(totalPictures, 1)}
        className="h-2 w-full"
      />
      <p className="mt-1 text-sm text-soft tabular-nums">
        {said}
        {secondsLeft !== null && ` · ${t('left', { time: figures.span(secondsLeft) })}`}
        {!change.worked && ` · ${t('idle')}`}
      </p>
    </div>
  );
}

function Failures({ change }: { change: ModelChange }) {
  const t = useTranslations('engineRoom.change');
  return (
    <details className="mt-3 text-sm">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-twin">
        {t('failures', { count: change.failedPictures })}
      </summary>
      <p className="text-soft">{t('failuresText')}</p>
      <ul className="mt-2 max-h-64 overflow-y-auto">
        {change.failures.map(({ imageId, productId, why }) => (
          <li key={imageId} className="border-t border-line py-2">
            <a href={`/admin/products/${productId}`} className="inline-flex min-h-6 items-center underline">
              {t('product', { id: productId })}
            </a>
            , {t('picture', { id: imageId })}: <span lang="en">{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Levers({
  change: { id, state, toModel },
  busy,
  onStart,
  onSwitch,
  onAbort,
}: {
  change: ModelChange;
  busy: boolean;
  onStart: (model: string) => void;
  onSwitch: (change: number) => void;
  onAbort: (change: number) => void;
}) {
  const [t, ask] = [useTranslations('engineRoom.change'), useTranslations('engineRoom.confirm')];
  const about = { model: toModel };
  return (
    <div className="mt-4 flex flex-wrap gap-2 empty:hidden">
      {state === 'described' && (
        <Lever
          look="solid"
          label={t('switch')}
          disabled={busy}
          question={{ title: ask('switchTitle', about), text: ask('switchText'), yes: ask('switch') }}
          onPull={() => onSwitch(id)}
        />
      )}
      {state === 'failed' && <Lever label={t('goOn')} disabled={busy} onPull={() => onStart(toModel)} />}
      {CAN_ABORT.has(state) && (
        <Lever
          label={t('abort')}
          disabled={busy}
          question={{ title: ask('abortTitle', about), text: ask('abortText', about), yes: ask('abort') }}
          onPull={() => onAbort(id)}
        />
      )}
    </div>
  );
}
