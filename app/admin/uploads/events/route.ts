import { requireAccount, scopeOf } from '@/lib/auth';
import { watchJobs } from '@/lib/merchant/pictures';
import { jobIds } from '../request';
import { refusal } from '../response';
import { eventStream } from './event-stream';

export const dynamic = 'force-dynamic';

/**
 * Server-sent events: the state of each of the pictures `?ids=1,2,3` that are the account's, now and at every change, as
 * one JSON object each. Ends after a while; the browser comes back by itself, and is asked anew who it is.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const scope = scopeOf(await requireAccount());
    const ids = jobIds(request);
    return eventStream(request.signal, (send) => watchJobs(scope, ids, send));
  } catch (error) {
    return refusal(error);
  }
}
