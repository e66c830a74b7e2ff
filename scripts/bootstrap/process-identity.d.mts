/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When the system started it, as the system writes it down; empty where that cannot be known. */
  readonly since: string;
}

export function thisProcess(): ProcessIdentity;
export function identify(pid: number): ProcessIdentity;
export function isAlive(process: ProcessIdentity): boolean;
