/**
 * npm run model:verify
 * Checks every model of the manifest that is here: size, checksum, and one run. A model that is fetched may be
 * absent, unless MODEL_ID asks for it.
 */
import './demo/dotenv';
import { ModelError } from '@/lib/vision/errors';
import { DEFAULT_MODEL_ID, modelEntry, models, type ModelEntry } from '@/lib/vision/manifest';
import { readModelFile } from '@/lib/vision/model-file';
import { openNetwork } from '@/lib/vision/onnx-node';

const wanted = process.env.MODEL_ID || DEFAULT_MODEL_ID;
const faults = [await faultOf(() => modelEntry(wanted))];
for (const entry of models) faults.push(await check(entry));
for (const fault of faults) if (fault) console.error(fault.message);
if (faults.some((fault) => fault !== null)) process.exitCode = 1;

async function check(entry: ModelEntry): Promise<ModelError | null> {
  const fault = await faultOf(() => tryModel(entry));
  const optional = fault?.code === 'missing-file' && entry.source !== undefined && entry.id !== wanted;
  const verdict = optional ? 'not fetched (npm run model:fetch)' : fault ? 'unusable' : 'good';
  console.log(`${entry.id.padEnd(20)} ${verdict}${entry.id === wanted ? ', in use' : ''}`);
  return optional ? null : fault;
}

async function tryModel(entry: ModelEntry): Promise<void> {
  const network = await openNetwork(entry, await readModelFile(entry));
  await network.close();
}

async function faultOf(work: () => unknown): Promise<ModelError | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
}
