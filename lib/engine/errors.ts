export type EngineInputCode =
  | 'bad-number'
  | 'bad-filters'
  | 'bad-tags'
  | 'bad-feature-bits'
  | 'bad-intensities'
  | 'bad-options'
  | 'duplicate-id'
  | 'unknown-id'
  | 'full';

/** The caller gave something the engine cannot take; nothing was changed. Anything else thrown is a bug of ours. */
export class EngineInputError extends Error {
  override readonly name = 'EngineInputError';

  constructor(
    readonly code: EngineInputCode,
    message: string,
  ) {
    super(message);
  }
}

export type SnapshotErrorCode = 'magic' | 'version' | 'torn' | 'checksum' | 'kind' | 'model';

/** Bytes that cannot be read back as the index asked for. The cure is always the same: build the index anew. */
export class SnapshotError extends Error {
  override readonly name = 'SnapshotError';

  constructor(
    readonly code: SnapshotErrorCode,
    message: string,
  ) {
    super(message);
  }
}
