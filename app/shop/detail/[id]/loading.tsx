import { useTranslations } from 'next-intl';
import { DetailFrame } from './detail-frame';

export default function DetailLoading() {
  const t = useTranslations('loading');
  return (
    <>
      <p role="status" className="sr-only">
        {t('page')}
      </p>
      <DetailFrame
        path={<span className="pulse-block mt-3.5 block h-4 w-64" />}
        gallery={<span className="pulse-block block aspect-square rounded-3xl" />}
        summary={
          <div aria-hidden="true" className="flex flex-col gap-5">
            <span className="pulse-block mt-3.5 h-4 w-24" />
            <span className="pulse-block h-10 w-4/5" />
            <span className="pulse-block h-5 w-40" />
            <span className="pulse-block h-10 w-36" />
            <span className="pulse-block h-13 w-full rounded-full sm:w-48" />
          </div>
        }
      />
    </>
  );
}
