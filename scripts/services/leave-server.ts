import { underStartLock } from './start-lock';
import { leaveServer, type Use } from './join-server';

// Run by the guardian of a process that vanished while it used a server: signs it off in its place.
const use = JSON.parse(process.argv[2] ?? '') as Use;
await underStartLock(use.dir, () => leaveServer(use));
