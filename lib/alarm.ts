/** A pause that can be cut short. A ring while nobody waits is not lost: the next wait ends at once. */
export class Alarm {
  #rung = false;
  #wake: (() => void) | null = null;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Resolves after `ms`, or at the next ring. Does not keep the process from ending. */
  async wait(ms: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, ms).unref();
      });
    }
    this.#wake = null;
    this.#rung = false;
  }
}
