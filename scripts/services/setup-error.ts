/** Something about this machine that its owner can put right. Printed as one sentence, without a stack. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
}
