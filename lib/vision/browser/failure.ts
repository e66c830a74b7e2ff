/** Why the browser cannot show what the network sees. The page has a sentence for each. */
export const FAILURE_CODES = [
  'no-webassembly',
  'no-memory',
  'download-failed',
  'model-missing',
  'wrong-checksum',
  'runtime-missing',
  'model-unreadable',
  'worker-crashed',
  'picture-unreadable',
  'no-activation',
  'unexpected',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

/** A failure of the browser's, with the cause in words for the console. */
export class BrowserFailure extends Error {
  override readonly name = 'BrowserFailure';

  constructor(
    readonly code: FailureCode,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/** How a failure crosses from the worker to the page: errors lose their fields on that way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

/** Runs the work, and makes an outcome of whatever comes of it. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const { code, message } = failureOf(error, 'unexpected');
    return { ok: false, code, detail: message };
  }
}

/** The value of an outcome. @throws BrowserFailure */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new BrowserFailure(outcome.code, outcome.detail);
}

/** Anything thrown as a failure: by what it says of memory, whatever threw it; else by `otherwise`. */
export function failureOf(error: unknown, otherwise: FailureCode): BrowserFailure {
  if (error instanceof BrowserFailure) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = OUT_OF_MEMORY.test(message) ? 'no-memory' : otherwise;
  return new BrowserFailure(code, message, { cause: error });
}

/** What browsers and the runtime say when memory does not suffice. */
const OUT_OF_MEMORY =
  /out of memory|bad_alloc|allocat\w*.*(memory|failed)|memory.*allocat|array buffer allocation/i;
