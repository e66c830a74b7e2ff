/** Exit codes of `npm run model:fetch`. */
export const EXIT_CODES = {
  usage: 2,
  'no-network': 3,
  http: 4,
  'wrong-size': 5,
  'wrong-checksum': 5,
  'wrong-shapes': 6,
  'disk-full': 7,
  file: 8,
} as const;

export type FetchErrorCode = keyof typeof EXIT_CODES;

/** The model could not be fetched. The message is one sentence that ends with what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';

  constructor(
    readonly code: FetchErrorCode,
    message: string,
    options: { cause?: unknown } = {},
  ) {
    super(message, options);
  }

  get exitCode(): number {
    return EXIT_CODES[this.code];
  }
}

/** `code` of a system error (ENOENT, ECONNREFUSED …), looked for in its causes too. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return systemCode(error.cause);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
