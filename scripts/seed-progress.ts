import { SingleBar } from 'cli-progress';

export interface Progress {
  step(by?: number): void;
  end(): void;
}

const LINE_EVERY_MS = 5_000;

/** A bar with the time left on a terminal; elsewhere a line every five seconds. */
export function seedProgress(what: string, total: number): Progress {
  return process.stdout.isTTY ? bar(what, total) : lines(what, total);
}

function bar(what: string, total: number): Progress {
  const shown = new SingleBar({
    format: `${what} {bar} {value}/{total} · {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 28,
    etaBuffer: 40,
    hideCursor: true,
    clearOnComplete: true,
  });
  shown.start(total, 0);
  return { step: (by = 1) => shown.increment(by), end: () => shown.stop() };
}

function lines(what: string, total: number): Progress {
  const startedAt = performance.now();
  let done = 0;
  let saidAt = startedAt;
  return {
    step(by = 1) {
      done += by;
      const now = performance.now();
      if (now - saidAt < LINE_EVERY_MS) return;
      saidAt = now;
      const left = Math.round((((now - startedAt) / done) * (total - done)) / 1000);
      console.log(`${what}: ${done} of ${total}, about ${left} s left`);
    },
    end: () => {},
  };
}
