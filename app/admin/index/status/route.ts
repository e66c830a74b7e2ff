import { requireAdmin } from '@/lib/auth';
import { roomStatus } from '@/lib/engine-room';
import { errorResponse } from '@/lib/http-error';

export const dynamic = 'force-dynamic';

/** What the engine room shows, again: the page asks every two seconds. */
export async function GET(): Promise<Response> {
  try {
    await requireAdmin();
    return Response.json(await roomStatus(), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    return errorResponse(error);
  }
}
