import { decodedName } from '@/app/admin/decoded-name';
import { requireAccount, requireSameOrigin, scopeOf, type Account } from '@/lib/auth';
import { acceptUpload, jobStates } from '@/lib/merchant/pictures';
import { jobIds, merchantIn } from './request';
import { answer, refusal } from './response';
import { chunksOf } from './chunks';

export const dynamic = 'force-dynamic';

/**
 * Takes one picture: its bytes are the body, its name is in `x-file-name`, URI-encoded, its length in `content-length`.
 * An admin says for whom: `?merchant=7`. 201 `{ job }`, or 4xx `{ error: { code, message } }`.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    requireSameOrigin(request);
    const account = await requireAccount();
    const job = await acceptUpload(
      account,
      merchantIn(request, account),
      chunksOf(request.body),
      decodedName(request.headers.get('x-file-name') ?? ''),
      length(request),
    );
    return answer({ job }, 201);
  } catch (error) {
    return refusal(error);
  }
}

/** The states of the pictures `?ids=1,2,3` that are the account's: `{ jobs }`. */
export async function GET(request: Request): Promise<Response> {
  try {
    const account: Account = await requireAccount();
    return answer({ jobs: await jobStates(scopeOf(account), jobIds(request)) });
  } catch (error) {
    return refusal(error);
  }
}

/** Bytes as announced; NaN when nothing is. */
function length(request: Request): number {
  const announced = request.headers.get('content-length') ?? '';
  return /^\d{1,15}$/.test(announced) ? Number(announced) : NaN;
}
