import { requireAccount, scopeOf } from '@/lib/auth';
import { errorResponse } from '@/lib/http-error';
import { stageOf } from '@/lib/merchant/register';
import { parseProductId } from '@/lib/url-state';

/** How far a saved product has come: `{ stage }`. Another merchant's product is as unknown as none. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  try {
    const scope = scopeOf(await requireAccount());
    const stage = await stageOf(scope, parseProductId((await params).id) ?? 0);
    return Response.json({ stage }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return errorResponse(error);
  }
}
