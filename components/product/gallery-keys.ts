/** What of a pressed key matters to the gallery. */
export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

/** Pictures to go on (1), back (-1) or not at all (0). With a modifier an arrow is the browser's: Alt+← goes back. */
export function stepOfKey({ key, altKey, ctrlKey, metaKey, shiftKey }: PressedKey): -1 | 0 | 1 {
  if (altKey || ctrlKey || metaKey || shiftKey) return 0;
  if (key === 'ArrowRight') return 1;
  return key === 'ArrowLeft' ? -1 : 0;
}
