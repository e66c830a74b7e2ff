'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { BrowserVision, type BrowserModel } from '@/lib/vision/browser';
import { NetworkStatus } from './network-status';
import { PictureChoice } from './picture-choice';
import { PictureSight } from './picture-sight';
import { PreviewSession, type FindSimilar, type PreviewPicture } from './preview-session';

/** The network at work, and what it sees in the picture that is looked at. */
export function PreviewPanel({
  pictures,
  findSimilar,
  model,
}: {
  pictures: readonly PreviewPicture[];
  findSimilar: FindSimilar;
  model: BrowserModel;
}) {
  const t = useTranslations('preview');
  const [session] = useState(
    () => new PreviewSession(model, (...args) => BrowserVision.open(...args), findSimilar),
  );
  const { network, sights } = useSyncExternalStore(session.subscribe, session.getState, session.getState);
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = pictures.find(({ key }) => key === wanted) ?? pictures[0];
  const sight = shown && sights.get(shown.key);

  useEffect(() => {
    void session.start();
    return () => session.close();
  }, [session]);
  useEffect(() => void session.show(pictures), [session, pictures]);

  return (
    <div>
      <NetworkStatus
        network={network}
        model={model}
        runMs={sight?.state === 'seen' ? sight.seen.runMs : null}
        onRetry={() => void session.start()}
      />
      {!shown && <p className="mt-5 font-medium">{t('noPicture')}</p>}
      {pictures.length > 1 && shown && (
        <PictureChoice pictures={pictures} sights={sights} chosen={shown.key} onChoose={setWanted} />
      )}
      {shown && sight && (network.state === 'ready' || sight.state === 'seen') && (
        <PictureSight
          key={shown.key}
          picture={shown}
          sight={sight}
          onAskAgain={() => void session.askAgain(shown.key)}
        />
      )}
    </div>
  );
}
