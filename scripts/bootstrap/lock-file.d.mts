import type { ProcessIdentity } from './process-identity.mjs';

export interface Lock {
  release(): void;
}

export interface LockHolder extends ProcessIdentity {
  /** What runs there, as a person typed it. */
  readonly command?: string;
}

export function takeLockFile(file: string, command?: string): Lock | LockHolder;
export function holderOf(file: string): LockHolder | null;
