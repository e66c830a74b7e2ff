export { identify, isAlive, thisProcess, type ProcessIdentity } from '../bootstrap/process-identity.mjs';
