/** What the engine room shows and can do. For admins; who asks is checked by the pages, actions and handlers. Server only. */
export { rebuildEverywhere, snapshotEverywhere } from '@/lib/engine-room/commands';
export {
  abortModelChange,
  removeSignatures,
  startModelChange,
  switchModel,
} from '@/lib/engine-room/model-changes';
export { roomStatus } from '@/lib/engine-room/room-status';
