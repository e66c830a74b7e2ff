import { modelEnv } from '@/lib/env';
import { DEFAULT_MODEL_ID } from '@/lib/vision';

/** The network whose signatures the catalogue is searched by. */
export async function modelInUse(): Promise<string> {
  return modelEnv().MODEL_ID ?? DEFAULT_MODEL_ID;
}
