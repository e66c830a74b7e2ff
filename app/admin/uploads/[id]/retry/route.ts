import { requireAccount, requireSameOrigin, scopeOf } from '@/lib/auth';
import { retryJob } from '@/lib/merchant/pictures';
import { jobId } from '../../request';
import { answer, refusal } from '../../response';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Tries a failed picture again: `{ job }`, or 404 for one that is not there for this account, or has not failed. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameOrigin(request);
    const account = await requireAccount();
    return answer({ job: await retryJob(scopeOf(account), jobId((await params).id)) });
  } catch (error) {
    return refusal(error);
  }
}
