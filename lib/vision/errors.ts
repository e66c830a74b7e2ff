/** Why a picture was refused. The message of the error says it in words meant for whoever sent the picture. */
export type PictureErrorCode =
  'empty' | 'unsupported-format' | 'heic' | 'damaged' | 'too-many-bytes' | 'too-many-pixels' | 'no-signature';

/** The picture cannot be used: the sender's mistake, never ours. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  /** Position of the picture among those handed to `extract`, when it was one of several. */
  readonly index?: number;

  constructor(
    readonly code: PictureErrorCode,
    message: string,
    options: { cause?: unknown; index?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.index = options.index;
  }
}

/** Why a model cannot be used. */
export type ModelErrorCode =
  | 'unknown-model'
  | 'missing-file'
  | 'wrong-size'
  | 'wrong-checksum'
  | 'no-checksum'
  | 'unreadable'
  | 'wrong-input'
  | 'wrong-output'
  | 'bad-activation';

/** The model is absent, altered or not what the manifest says. One sentence, with the command to type. */
export class ModelError extends Error {
  override readonly name = 'ModelError';

  constructor(
    readonly code: ModelErrorCode,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }
}
