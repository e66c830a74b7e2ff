import { errorResponse } from '@/lib/http-error';
import { UploadRefused, type UploadErrorCode } from '@/lib/merchant/pictures';

const STATUS: Partial<Record<UploadErrorCode, number>> = {
  'length-missing': 411,
  'too-many-bytes': 413,
  'unsupported-format': 415,
  heic: 415,
  'too-many-unsaved': 409,
};

export function answer(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** Why a file is refused has a code of its own; everything else is told as everywhere. */
export function refusal(error: unknown): Response {
  if (!(error instanceof UploadRefused)) return errorResponse(error);
  const { reason: code, message } = error;
  return answer({ error: { code, message } }, STATUS[code] ?? 400);
}
