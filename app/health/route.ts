import { indexStatus } from '@/lib/catalogue';

export const dynamic = 'force-dynamic';

/** What the world may know of a fault: its details name servers and tables, and are for the log alone. */
const PUBLIC_ERROR = 'The catalogue cannot be read at the moment; the server log says why.';

/** For load balancers and scripts: 200 once similar products can be found, 503 before. */
export function GET(): Response {
  const { error, ...index } = indexStatus();
  const ready = index.state === 'ready';
  return Response.json(
    {
      status: ready ? 'ok' : 'warming',
      index: { ...index, ...(error !== undefined && { error: PUBLIC_ERROR }) },
    },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
