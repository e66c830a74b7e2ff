import type { JobRow } from '@/db/queries/image-jobs';
import { pictureAddress } from '@/lib/catalogue/writing';
import { JOB_ERRORS, type JobErrorCode, type PictureJob } from '@/lib/merchant/pictures/types';

/** A row as pages know it. What is known of the picture is told from the moment its files lie there. */
export function toPictureJob(row: JobRow): PictureJob {
  const { id, state, fileName, productId } = row;
  const made = state === 'ready' || state === 'attached';
  return {
    ...{ id, state, fileName, productId },
    errorCode: state === 'failed' ? errorCodeOf(row) : null,
    placeholder: made ? row.placeholder : null,
    src: made && row.sha256 !== null ? pictureAddress(row.sha256) : null,
    width: made ? row.width : null,
    height: made ? row.height : null,
  };
}

function errorCodeOf({ errorCode }: JobRow): JobErrorCode {
  return JOB_ERRORS.find((code) => code === errorCode) ?? 'unexpected';
}
