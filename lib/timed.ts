import { metrics } from './metrics';
import { noteRequest } from './request-log';
import { requestIdOf, within } from './request-scope';
import { patternOf, type Params } from './pattern-of';

type Serve = (request: Request, context: { params: Promise<Params | undefined> }) => Promise<Response>;

const DENIALS: Readonly<Record<number, string>> = { 401: 'unauthorized', 403: 'forbidden' };

/**
 * Counts each request in the metrics by the pattern of its route, so that no id becomes a label; and gives whatever is
 * done for it the number of the request.
 */
export const timed =
  (serve: Serve): Serve =>
  async (request, context) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(request);
    const response = await within({ request_id: requestId }, () => serve(request, context));
    const { count } = metrics();
    const route = patternOf(new URL(request.url), (await context.params) ?? {});
    noteRequest(requestId, { route });
    const labels = { route, method: request.method, status: String(response.status) };
    count.requests.observe(labels, (performance.now() - startedAt) / 1000);
    const denial = DENIALS[response.status];
    if (denial !== undefined) count.denied.inc({ code: denial });
    return response;
  };
