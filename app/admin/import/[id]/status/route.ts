import { requireAccount, scopeOf } from '@/lib/auth';
import { errorResponse } from '@/lib/http-error';
import { importPictures, importRunOf } from '@/lib/merchant/imports';

/** How an import is doing: what its page asks every second while it is under way. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  try {
    const scope = scopeOf(await requireAccount());
    const id = Number((await params).id);
    const [run, pictures] = await Promise.all([importRunOf(scope, id), importPictures(scope, id)]);
    return Response.json({ run, pictures }, { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return errorResponse(error);
  }
}
