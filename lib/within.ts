/**
 * What the work gives, if it is done in time; it goes on all the same, and nobody hears of it.
 * @throws `late()` after `limitMs`; whatever the work throws before
 */
export async function within<T>(limitMs: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
