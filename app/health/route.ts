import { indexStatus } from '@/lib/catalogue';

export const dynamic = 'force-dynamic';

/** For load balancers and scripts: 200 once similar products can be found, 503 before. */
export function GET(): Response {
  const index = indexStatus();
  const ready = index.state === 'ready';
  return Response.json(
    { status: ready ? 'ok' : 'warming', index },
    { status: ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
