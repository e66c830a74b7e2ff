import { requireAccount, requireSameOrigin, scopeOf } from '@/lib/auth';
import { cancelUpload } from '@/lib/merchant/pictures';
import { jobId } from '../request';
import { refusal } from '../response';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Cancels an upload that is not shown yet. 204, or 404 for one that is not there for this account. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameOrigin(request);
    const account = await requireAccount();
    await cancelUpload(scopeOf(account), jobId((await params).id));
    return new Response(null, { status: 204 });
  } catch (error) {
    return refusal(error);
  }
}
