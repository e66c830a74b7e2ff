import { CallerError } from '@/lib/errors';
import type { UploadErrorCode } from '@/lib/merchant/pictures/types';

/** The file cannot be taken: its sender's matter. `reason` is for pages, which have their own words for it. */
export class UploadRefused extends CallerError {
  constructor(
    readonly reason: UploadErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super('invalid-input', message, options);
  }
}

export const refused = (...given: ConstructorParameters<typeof UploadRefused>) => new UploadRefused(...given);
