import { Alarm } from '@/lib/alarm';
import { describePictures } from '@/lib/catalogue/describe-pictures';
import { database } from '@/lib/database';
import { ModelChanger } from '@/lib/engine-room/model-changer';
import { PROCESS_ID } from '@/lib/engine-room/process-figures';
import { messageOf } from '@/lib/errors';
import { log } from '@/lib/log';

/** A look at all pictures: seconds for a million. */
const LOOK_EVERY_MS = 10 * 60_000;

export interface ModelWorkOptions {
  /** Ends it. */
  readonly signal: AbortSignal;
  /** How often it looks for pictures that the model in use has not seen. */
  readonly lookEveryMs?: number;
}

/**
 * What a worker does for the model until the signal: works on its change, and has pictures described that were written
 * by somebody who did not know yet of a change. Shops with `WORKER=off` leave both to it.
 */
export async function workModels({ signal, lookEveryMs = LOOK_EVERY_MS }: ModelWorkOptions): Promise<void> {
  const changer = new ModelChanger({ id: PROCESS_ID, db: database });
  const alarm = new Alarm();
  signal.addEventListener('abort', alarm.ring);
  changer.start();
  while (!signal.aborted) {
    await describeMissing(signal);
    await alarm.wait(lookEveryMs);
  }
  await changer.stop();
}

async function describeMissing(signal: AbortSignal): Promise<void> {
  try {
    const pictures = await describePictures({ signal });
    if (pictures > 0) log().info({ pictures }, 'Described pictures that the model had not seen');
  } catch (error) {
    log().error({ error: messageOf(error) }, 'Pictures without signature could not be described');
  }
}
