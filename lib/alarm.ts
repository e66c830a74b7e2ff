/** Something to wait for that may have happened already: a ring that nobody waited for is not lost. */
export class Alarm {
  #rung = false;
  #awake: (() => void) | null = null;

  readonly ring = (): void => {
    this.#rung = true;
    this.#awake?.();
  };

  /** Returns at the next ring, at once if there was one since the last wait, or after `ms`. Does not keep the process from ending. */
  async wait(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        timer.unref();
        this.#awake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#awake = null;
    this.#rung = false;
  }
}
