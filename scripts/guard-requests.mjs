// Loaded into Next before anything else. What only the socket can know is written on every request here, and what a
// client must not send is struck out or refused before Next sees it.
import { randomUUID } from 'node:crypto';
import http from 'node:http';

const PEER = 'x-pulso-peer';
/** The number of the request, under which everything that comes of it stands in the log. */
const NUMBER = 'x-pulso-request';
/**
 * Said when the client sent one of these, asked for another host than this machine, or speaks as old proxies do: Next
 * adds headers of its own, so that later nobody could tell.
 */
const FORWARDED = 'x-pulso-forwarded';
const SENT_BY_A_PROXY = /^(?:forwarded|via|x-forwarded-.*|x-real-ip|.*-client-ip|cf-.*)$/;
const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;

/** Names that Next or this product give to requests within the process; from outside they would be lies. */
const STRUCK_OUT =
  /^(?:x-pulso-peer|x-pulso-request|x-pulso-forwarded|x-middleware-.*|x-invoke-.*|x-nextjs-.*|x-matched-path|x-now-.*|x-action-.*|x-nonce|x-path|next-action|next-resume|content-security-policy)$/i;

const API_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);
const PAGE_METHODS = new Set(['GET', 'HEAD']);

/** The development server speaks with its own pages over paths of its own. */
const isBuilt = process.env.NODE_ENV === 'production';
const TOOLS = /^\/(?:_next|__nextjs)/;

/** As `readJsonBody` has it; forms of a sign-in are far smaller. */
const MOST_BYTES = 64 * 1024;
/** Takes files, which it counts itself while it reads them. */
const UPLOAD = /^\/api\/v1\/directory\/imports\/?(?:\?|$)/;
/** A client that is still sending reads our answer within this time, and is cut off after it. */
const LINGER_MS = 2000;

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  ...(process.env.NEXTAUTH_URL?.startsWith('https://')
    ? { 'strict-transport-security': 'max-age=31536000' }
    : {}),
};

const METHOD = {
  status: 405,
  code: 'method_not_allowed',
  message: 'This path does not answer this method.',
};
const ADDRESS = {
  status: 400,
  code: 'invalid_request',
  message: 'This is no address of Pulso: write the path, in well-formed UTF-8.',
};
const BODY = {
  status: 413,
  code: 'body_too_large',
  message: 'The body is larger than 64 kB. Send less.',
};

const POLICY = 'content-security-policy';
/** What Next gives no policy of its own runs nothing and stands in no frame. */
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Whole addresses would be redirected to, wherever they lead, and broken escapes end in an error of Next. */
function isPath(url) {
  if (!url.startsWith('/')) return false;
  try {
    decodeURIComponent(url.split('?', 1)[0]);
    return true;
  } catch {
    return false;
  }
}

/** The refusal in the envelope of every other answer. */
function answerOf({ status, code, message }, more = {}, requestId = randomUUID()) {
  const meta = { code, request_id: requestId };
  const body = JSON.stringify({ ok: false, type: 'error', action: code, data: null, message, meta });
  const headers = {
    ...HEADERS,
    [POLICY]: NOTHING,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...more,
  };
  return { status, headers, body };
}

function refuse(request, response, refusal, more) {
  const { status, headers, body } = answerOf(refusal, more, request.headers[NUMBER]);
  response.writeHead(status, headers).end(body);
  // What is still coming is thrown away unread, because a connection closed at once would take the answer with it.
  const timer = setTimeout(() => request.socket.destroy(), LINGER_MS);
  const settled = () => clearTimeout(timer);
  if (request.complete) settled();
  request.once('end', settled).once('close', settled).resume();
}

function refuseSocket(socket, refusal, more) {
  const { status, headers, body } = answerOf(refusal, { connection: 'close', ...more });
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.on('error', () => socket.destroy());
  socket.end([`HTTP/1.1 ${status} ${http.STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
}

const isForwarded = ({ headers, httpVersion }) =>
  httpVersion !== '1.1' ||
  !LOOPBACK_NAME.test(headers.host ?? '') ||
  Object.keys(headers).some((name) => SENT_BY_A_PROXY.test(name));

/** Strikes out what the client must not say, and says from which address the connection comes. */
function stamp(request) {
  const raw = request.rawHeaders;
  const kept = raw.filter((_text, at) => !STRUCK_OUT.test(raw[at - (at % 2)]));
  const address = request.socket.remoteAddress;
  const said = {
    [NUMBER]: randomUUID(),
    ...(address === undefined ? {} : { [PEER]: address }),
    ...(isForwarded(request) ? { [FORWARDED]: 'yes' } : {}),
  };
  raw.splice(0, raw.length, ...kept, ...Object.entries(said).flat());
  for (const name of Object.keys(request.headers)) if (STRUCK_OUT.test(name)) delete request.headers[name];
  Object.assign(request.headers, said);
}

/** Every answer has these, also those that Next makes before it knows a route. */
function protect(request, response) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const { writeHead } = response;
  response.writeHead = function (...given) {
    const told = given.find((each) => typeof each === 'object' && each !== null && 'cache-control' in each);
    if (told === undefined && !this.hasHeader('cache-control')) this.setHeader('cache-control', 'no-store');
    const hasPolicy = given.some((each) => typeof each === 'object' && each !== null && POLICY in each);
    if (isBuilt && !hasPolicy && !this.hasHeader(POLICY)) this.setHeader(POLICY, NOTHING);
    if (!this.hasHeader('x-request-id')) this.setHeader('x-request-id', request.headers[NUMBER]);
    // A connection that is kept would lead the next request to a process that ends.
    if (globalThis[DOOR]?.isLeaving()) this.setHeader('connection', 'close');
    return writeHead.apply(this, given);
  };
}

/** A body that does not say its length is taken in first: it is small, or it never comes further than here. */
function takeIn(request, response, proceed) {
  const { push } = request;
  const pieces = [];
  let bytes = 0;
  request.push = (piece) => {
    if (piece !== null) {
      bytes += piece.length;
      if (bytes <= MOST_BYTES) return pieces.push(piece) > 0;
    }
    request.push = push;
    if (bytes > MOST_BYTES) {
      refuse(request, response, BODY);
      return true;
    }
    for (const each of pieces) request.push(each);
    request.push(null);
    proceed();
    return true;
  };
}

const ENDED = Symbol.for('pulso.request-ended');

/** Tells the log of the product, once it is there, how the request ended. */
function watch({ method, url, headers }, response) {
  const id = headers[NUMBER];
  const startedAt = performance.now();
  response.once('close', () => {
    const ms = performance.now() - startedAt;
    const { statusCode: status, writableFinished } = response;
    globalThis[ENDED]?.({ id, method, url, status, ms, gone: !writableFinished });
  });
}

const DOOR = Symbol.for('pulso.front-door');

/** After an answer from here, what Next goes on saying would be an error of its own. */
function silence(response) {
  for (const name of ['writeHead', 'setHeader', 'appendHeader', 'removeHeader', 'flushHeaders', 'end'])
    response[name] = () => response;
  response.write = () => true;
}

/** Brings the client to the door of the product, once there is one; false when it was answered there. */
function enter(request, response) {
  const left = new Promise((resolve) => response.once('close', resolve));
  const answer = ({ status, headers, body }) => {
    if (response.headersSent) return;
    for (const name of response.getHeaderNames()) if (!(name in HEADERS)) response.removeHeader(name);
    response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
    response.end(request.method === 'HEAD' ? undefined : body);
    silence(response);
    request.resume();
  };
  return globalThis[DOOR]?.enter({ url: request.url, headers: request.headers, left, answer }) ?? true;
}

function guard(request, response, proceed) {
  stamp(request);
  protect(request, response);
  watch(request, response);
  if (!enter(request, response)) return undefined;
  const { method, url, headers } = request;
  const isApi = url.startsWith('/api/') || (!isBuilt && TOOLS.test(url));
  const allowed = isApi ? API_METHODS : PAGE_METHODS;
  if (!allowed.has(method)) return refuse(request, response, METHOD, { allow: [...allowed].join(', ') });
  if (!isPath(url)) return refuse(request, response, ADDRESS);
  if (UPLOAD.test(url) && method === 'POST') return proceed();
  if (Number(headers['content-length'] ?? 0) > MOST_BYTES) return refuse(request, response, BODY);
  if (headers['transfer-encoding'] === undefined) return proceed();
  return takeIn(request, response, proceed);
}

const { emit } = http.Server.prototype;

http.Server.prototype.emit = function (event, ...given) {
  if (event === 'request') {
    guard(given[0], given[1], () => emit.call(this, event, ...given));
    return true;
  }
  if (event === 'upgrade') {
    // Only the development server speaks over WebSockets.
    if (isBuilt) {
      refuseSocket(given[1], METHOD);
      return true;
    }
    stamp(given[0]);
  }
  // Without a listener a tunnel would be cut without a word.
  if (event === 'listening') this.on('connect', (_request, socket) => refuseSocket(socket, METHOD));
  if (event === 'clientError' && given[0].code === 'HPE_INVALID_METHOD') {
    refuseSocket(given[1], METHOD);
    return true;
  }
  return emit.call(this, event, ...given);
};
