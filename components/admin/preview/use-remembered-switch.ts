import { useSyncExternalStore } from 'react';

const KEY = 'dalma.preview.on';
const listeners = new Set<() => void>();
/** For browsers that keep nothing: as long as the page is open. */
let unkept = false;

/** Whether the preview was left on in this browser. On the server, and at first in the browser, it is off. */
export function useRememberedSwitch(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, read, () => false);
  return [on, write];
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return unkept;
  }
}

function write(on: boolean): void {
  unkept = on;
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Forgotten with the page.
  }
  listeners.forEach((listener) => listener());
}
