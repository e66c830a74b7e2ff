/** Where an arrow key leads in a row of `count` things; null for a key that leads nowhere. */
export function moveChoice(key: string, at: number, count: number, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowRight: at + 1, ArrowUp: at - 1, ArrowDown: at + 1, ArrowLeft: at - 1 },
    ...{ PageUp: at - page, PageDown: at + page, Home: 0, End: count - 1 },
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1);
}
