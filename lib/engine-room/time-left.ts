/** How far a change of the model is at a moment. */
export interface Step {
  readonly id: number;
  readonly state: string;
  readonly totalPictures: number;
  readonly donePictures: number;
  readonly failedPictures: number;
}

interface Seen {
  readonly key: string;
  readonly at: number;
  readonly done: number;
}

/** The speed is that of the last so many milliseconds. */
const LOOKED_BACK_MS = 60_000;

/** Tells from how far a change was at several moments how long it will take. */
export class Pace {
  #seen: Seen[] = [];

  /** @param now milliseconds */
  constructor(private readonly now: () => number = Date.now) {}

  /** Seconds that are left at the present speed; null until it has been seen to move. */
  secondsLeft({ id, state, totalPictures, donePictures, failedPictures }: Step): number | null {
    const [key, at, done] = [`${id} ${state}`, this.now(), donePictures + failedPictures];
    const recent = this.#seen.filter(
      (seen) => seen.key === key && at - seen.at <= LOOKED_BACK_MS && seen.done <= done,
    );
    this.#seen = [...recent, { key, at, done }];
    const first = this.#seen[0]!;
    if (done === first.done || at === first.at) return null;
    const perMs = (done - first.done) / (at - first.at);
    return Math.max(Math.ceil((totalPictures - done) / perMs / 1_000), 0);
  }
}

const KEY = Symbol.for('dalma.model-change-pace');
const store = globalThis as { [KEY]?: Pace };

/** The same, as seen by this process. */
export function secondsLeft(step: Step): number | null {
  return (store[KEY] ??= new Pace()).secondsLeft(step);
}
