/** What a route found: where the call belongs in the log, and what is sent; `hold` never answers. */
export type Answer = {
  /** One word for the request log. */
  outcome: string;
  serviceId?: number;
  taskId?: string;
  send: Reply | 'hold';
  /** How long the answer keeps its caller waiting. */
  afterMs?: number;
};

type Reply = { status: number; contentType: string; body: string; headers?: Record<string, string> };

export type SimulatorRequest = {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | null;
  body: string;
  fromLoopback: boolean;
};

export function json(status: number, value: unknown, headers?: Record<string, string>): Reply {
  return { status, contentType: 'application/json', body: JSON.stringify(value), headers };
}

export function text(status: number, body: string): Reply {
  return { status, contentType: 'text/plain; charset=utf-8', body };
}

export function htmlPage(status: number, title: string): Reply {
  const body = `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status, contentType: 'text/html; charset=utf-8', body };
}

export function redirect(status: number, location: string): Reply {
  return { status, contentType: 'text/html; charset=utf-8', body: '', headers: { Location: location } };
}

/** The parsed body, or undefined when it is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
