import { expose, transfer } from 'comlink';
import { BrowserFailure, outcomeOf, type Outcome } from './failure';
import type { Backend, BrowserModel, Comparison, Progress, Ready, Seen } from './types';
import { VisionInWorker } from './vision-in-worker';

let vision: VisionInWorker | null = null;
/** The call before; the next one waits for it, since onnxruntime-web runs nothing concurrently. */
let last: Promise<unknown> = Promise.resolve();

const worker = {
  open(
    model: BrowserModel,
    backend: Backend,
    onProgress: (progress: Progress) => void,
  ): Promise<Outcome<Ready>> {
    return inTurn(async () => {
      vision = await VisionInWorker.open(model, backend, onProgress);
      return vision.ready;
    });
  },

  async see(picture: Blob): Promise<Outcome<Seen>> {
    const outcome = await inTurn(() => opened().see(picture));
    if (!outcome.ok) return outcome;
    const { activation, intensities } = outcome.value;
    return transfer(outcome, [activation.buffer, intensities.buffer]);
  },

  compare(): Promise<Outcome<Comparison>> {
    return inTurn(() => opened().compare());
  },
};

export type VisionWorker = typeof worker;

function inTurn<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  const outcome = last.then(() => outcomeOf(work));
  last = outcome;
  return outcome;
}

function opened(): VisionInWorker {
  if (!vision) throw new BrowserFailure('unexpected', 'the network is not loaded yet');
  return vision;
}

expose(worker);
