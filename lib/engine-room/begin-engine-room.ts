import { database } from '@/lib/database';
import { heedCommands } from '@/lib/engine-room/commands';
import { ModelChanger } from '@/lib/engine-room/model-changer';
import { PROCESS_ID } from '@/lib/engine-room/process-figures';
import { publishFigures } from '@/lib/engine-room/published-figures';
import { workerEnv } from '@/lib/env';

/**
 * What a web process does for the engine room all its life: says how it is doing, heeds what admins want of it and, unless
 * `WORKER=off`, works on the change of the model.
 * @returns ends it
 */
export function beginEngineRoom(): () => Promise<void> {
  const changer = new ModelChanger({ id: PROCESS_ID, db: database });
  if (workerEnv().WORKER === 'on') changer.start();
  const endPublishing = publishFigures();
  const endHeeding = heedCommands();
  return async () => {
    endHeeding();
    await Promise.all([endPublishing(), changer.stop()]);
  };
}
