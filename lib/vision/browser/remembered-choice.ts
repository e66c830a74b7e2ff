import type { Backend, BrowserModel, Comparison } from './types';
import { RUNTIME_VERSION } from './runtime-files';

const KEY = 'dalma.preview.backend';

/** What was measured on this browser earlier, with this network and runtime; null if nothing was. */
export function rememberedChoice(model: BrowserModel): Backend | null {
  try {
    const { of, chosen } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return of === subject(model) && (chosen === 'wasm' || chosen === 'webgpu') ? chosen : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next visit; a browser that keeps nothing measures again. */
export function rememberChoice(model: BrowserModel, comparison: Comparison): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ of: subject(model), ...comparison }));
  } catch {
    // A private window, or no room.
  }
}

/** A choice that did not work is not made again. */
export function forgetChoice(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

function subject({ sha256 }: BrowserModel): string {
  return `${RUNTIME_VERSION} ${sha256}`;
}
