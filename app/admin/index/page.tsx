import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EngineRoom } from '@/components/admin/engine-room/engine-room';
import { pageAdmin } from '@/lib/auth';
import { roomStatus } from '@/lib/engine-room';
import {
  abortAction,
  rebuildAction,
  removeSignaturesAction,
  snapshotAction,
  startChangeAction,
  switchAction,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('engineRoom');
  return { title: t('title') };
}

export default async function EngineRoomPage() {
  await pageAdmin();
  return (
    <EngineRoom
      first={await roomStatus()}
      actions={{
        snapshot: snapshotAction,
        rebuild: rebuildAction,
        start: startChangeAction,
        switchOver: switchAction,
        abort: abortAction,
        removeSignatures: removeSignaturesAction,
      }}
    />
  );
}
