import { expect, it } from 'vitest';
import { metrics } from './metrics';
import { timed } from './timed';

it('a request is counted by its route, method and status, and never by the id in its path', async () => {
  const serve = timed(async () => new Response(null, { status: 403 }));
  for (const serviceId of ['731001', '731002']) {
    const params = Promise.resolve({ serviceId });
    await serve(new Request(`http://localhost/api/v1/services/${serviceId}/?q=Ana`), { params });
  }
  const text = await metrics().register.metrics();
  expect(text).toMatch(
    /pulso_http_request_seconds_count\{route="\/api\/v1\/services\/\[serviceId\]",method="GET",status="403"\} 2/,
  );
  expect(text).toContain('pulso_denied_total{code="forbidden"} 2');
  expect(text).not.toMatch(/731001|Ana/);
});
