import type { ActionResult } from '@/lib/problem';
import type { CommandOutcome } from '@/lib/engine-room/types';

/** The levers: server actions, handed in by the page. */
export interface RoomActions {
  readonly snapshot: () => Promise<ActionResult<CommandOutcome & { takenAt: string }>>;
  readonly rebuild: () => Promise<ActionResult<CommandOutcome>>;
  readonly start: (model: string) => Promise<ActionResult>;
  readonly switchOver: (change: number) => Promise<ActionResult>;
  readonly abort: (change: number) => Promise<ActionResult>;
  readonly removeSignatures: (model: string) => Promise<ActionResult>;
}
