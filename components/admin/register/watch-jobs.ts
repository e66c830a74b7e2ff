import type { JobNews } from './pictures';

/** Where the news comes from; a test has others. */
export interface JobSources {
  /** Opens the stream of events. */
  readonly stream: (ids: readonly number[]) => EventSource;
  /** Asks once; what is not in the answer does not exist any more. */
  readonly ask: (ids: readonly number[]) => Promise<readonly JobNews[]>;
}

export interface JobListener {
  onNews(jobs: readonly JobNews[]): void;
  onGone(ids: readonly number[]): void;
}

/** With a stream, asking is the safety net: a proxy may hold a stream back without breaking it. */
const ASK_WITH_STREAM_MS = 5_000;
const ASK_WITHOUT_MS = 1_000;

/**
 * Tells what becomes of jobs: at once while the stream of events holds, by asking when it does not.
 * @returns how to stop
 */
export function watchJobs(ids: readonly number[], sources: JobSources, listener: JobListener): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stream: EventSource | null = openStream();

  function openStream(): EventSource {
    const opened = sources.stream(ids);
    opened.onmessage = ({ data }: MessageEvent<string>) => listener.onNews([JSON.parse(data) as JobNews]);
    opened.onerror = () => {
      opened.close();
      stream = null;
      if (!stopped) void ask();
    };
    return opened;
  }

  async function ask(): Promise<void> {
    clearTimeout(timer);
    try {
      const jobs = await sources.ask(ids);
      if (stopped) return;
      listener.onNews(jobs);
      const gone = ids.filter((id) => !jobs.some((job) => job.id === id));
      if (gone.length > 0) listener.onGone(gone);
    } catch {
      // No connection now: the next turn asks again.
    }
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), stream ? ASK_WITH_STREAM_MS : ASK_WITHOUT_MS);
  }

  void ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
    stream?.close();
  };
}
