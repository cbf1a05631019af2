export const dynamic = 'force-dynamic';

/** Says that the process answers, and touches nothing. */
export function GET(): Response {
  return Response.json({ status: 'live' }, { headers: { 'cache-control': 'no-store' } });
}
