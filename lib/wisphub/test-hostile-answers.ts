import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FailureCode } from '@/lib/domain/failure';
import { answerWith, html, json, payload, type Respond } from './test-upstream';

/** One way in which an upstream may misbehave, whatever it is asked. */
export type HostileAnswer = {
  name: string;
  respond: Respond;
  /** What a list that meets it fails with, and a launch as well unless its outcome is unknown. */
  code: FailureCode;
  /** True where nobody knows whether the upstream has done what it was asked. */
  isLost: boolean;
};

type Entry = readonly [name: string, respond: Respond, code: FailureCode];

const faulty = ([name, respond, code]: Entry): HostileAnswer => ({ name, respond, code, isLost: false });
const lost = ([name, respond, code]: Entry): HostileAnswer => ({ name, respond, code, isLost: true });

const deep = '['.repeat(10_000) + ']'.repeat(10_000);
const gzipBomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const good = (body: string | Buffer) => answerWith(200, body);

/** Answers that come whole and hold nothing of use. */
export const NONSENSE: readonly HostileAnswer[] = [
  ...(
    [
      ['HTML with 200', html(200), 'upstream_html'],
      ['HTML with 404', html(404), 'upstream_html'],
      ['HTML with 403', html(403), 'upstream_html'],
      ['HTML with 502', html(502), 'upstream_server'],
      ['HTML with 521', html(521), 'upstream_server'],
      ['JSON with 500', json(500, { task_id: 'x' }), 'upstream_server'],
      ['an empty 200', good(''), 'upstream_bad_json'],
      ['an empty 200 of no type', answerWith(200, '', ''), 'upstream_bad_json'],
      ['204', answerWith(204, '', ''), 'upstream_bad_json'],
      ['truncated JSON', good(payload('net-stable.json').slice(0, 300)), 'upstream_bad_json'],
      ['two JSON values', good('{}{}'), 'upstream_bad_json'],
      ['NaN', good('{"task_id":NaN}'), 'upstream_bad_json'],
      ['invalid UTF-8', good(Buffer.from([0x22, 0xc3, 0x28, 0x22])), 'upstream_bad_json'],
      ['UTF-16', good(Buffer.from('{"task_id":"x"}', 'utf16le')), 'upstream_bad_json'],
      ['a wrong content type', answerWith(200, '{"task_id":"x"}', 'text/plain'), 'upstream_bad_json'],
      ['no content type', answerWith(200, '{"task_id":"x"}', ''), 'upstream_bad_json'],
      ['an image', answerWith(200, Buffer.from([0x89, 0x50]), 'image/png'), 'upstream_bad_json'],
      ['null', good('null'), 'upstream_bad_shape'],
      ['[]', good('[]'), 'upstream_bad_shape'],
      ['"x"', good('"x"'), 'upstream_bad_shape'],
      ['true', good('true'), 'upstream_bad_shape'],
      ['1e999', good('1e999'), 'upstream_bad_shape'],
      ['10,000 levels of nesting', good(deep), 'upstream_bad_shape'],
      [
        '10,000 levels in a known field',
        good(`{"task_id":${deep},"task":${deep},"results":{"a":${deep}},"action":${deep}}`),
        'upstream_bad_shape',
      ],
      [
        '__proto__ keys',
        good(
          '{"__proto__":{"task_id":"x","action":"stable_connection","task":{"status":"SUCCESS"},"results":[]}}',
        ),
        'upstream_bad_shape',
      ],
      [
        'a gzip bomb',
        answerWith(200, gzipBomb, 'application/json', { 'content-encoding': 'gzip' }),
        'upstream_bad_json',
      ],
      ['400', json(400, { pings: ['x'] }), 'upstream_rejected'],
      ['418', json(418, {}), 'upstream_rejected'],
    ] satisfies Entry[]
  ).map(faulty),
  // The word of a gateway that waited in vain: what stood behind it may have done the work.
  lost(['HTML with 524', html(524), 'upstream_server']),
  lost(['HTML with 504', html(504), 'upstream_server']),
];

/** What is done to a connection in the place of an answer. */
export type BrokenHttp = readonly [name: string, act: (socket: Socket) => void, code: FailureCode];

const TYPED = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';
const RESET_AFTER_MS = 20;

function writeThenReset(socket: Socket, text: string): void {
  socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), RESET_AFTER_MS));
}

export const BROKEN_HTTP: readonly BrokenHttp[] = [
  ['silence after the request', () => {}, 'upstream_timeout'],
  [
    'headers that never finish',
    (socket) => void socket.write('HTTP/1.1 200 OK\r\ncontent-type: app'),
    'upstream_timeout',
  ],
  [
    'headers without end',
    (socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const timer = setInterval(() => socket.write(`x-${'a'.repeat(100)}: ${'b'.repeat(4000)}\r\n`), 5);
      socket.on('close', () => clearInterval(timer));
    },
    'upstream_network',
  ],
  ['a reset before the headers', (socket) => void socket.resetAndDestroy(), 'upstream_network'],
  [
    'a reset in the headers',
    (socket) => writeThenReset(socket, 'HTTP/1.1 200 OK\r\ncontent-'),
    'upstream_network',
  ],
  [
    'a reset after the headers',
    (socket) => writeThenReset(socket, `${TYPED}content-length: 99\r\n\r\n{"task`),
    'upstream_network',
  ],
  [
    'an end before the promised length',
    (socket) => void socket.end(`${TYPED}content-length: 99\r\n\r\n{}`),
    'upstream_network',
  ],
  ['an end without an answer', (socket) => void socket.end(), 'upstream_network'],
  ['no HTTP at all', (socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'), 'upstream_network'],
  [
    'a broken chunk',
    (socket) => void socket.end(`${TYPED}transfer-encoding: chunked\r\n\r\nZZ\r\n`),
    'upstream_network',
  ],
];

const CHUNK = Buffer.alloc(64 * 1024, 0x20);
const MOST_POURED = 400 * 1024 * 1024;

/** How much was written, and how many of the other sides have left. */
export type Poured = { bytes: number; left: number };

/** Writes for as long as the other side reads. */
export function pour(headers: Record<string, string>, poured: Poured = { bytes: 0, left: 0 }): Respond {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.on('close', () => {
      poured.left += 1;
    });
    const more = () => {
      while (!response.destroyed && poured.bytes < MOST_POURED) {
        poured.bytes += CHUNK.length;
        if (!response.write(CHUNK)) break;
      }
    };
    response.on('drain', more);
    more();
  };
}

export const drip =
  (everyMs: number): Respond =>
  (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write('['), everyMs);
    response.on('close', () => clearInterval(timer));
  };

export const slowErrorPage: Respond = (response) => {
  response.writeHead(502, { 'content-type': 'text/html' });
  response.write('<html>');
};

const onSocket =
  (act: (socket: Socket) => void): Respond =>
  (response) => {
    if (response.socket !== null) act(response.socket);
  };

const HUNDRED_MB = { 'content-length': String(100 * 1024 * 1024) };

/** All of them. The poured ones stop after 400 MB in all, which a client that reads 2 MB each never sees. */
export const HOSTILE_ANSWERS: readonly HostileAnswer[] = [
  ...NONSENSE,
  ...BROKEN_HTTP.map(([name, act, code]) => lost([name, onSocket(act), code])),
  faulty(['a body of 100 MB', pour(HUNDRED_MB), 'upstream_too_large']),
  faulty(['an endless chunked body', pour({}), 'upstream_too_large']),
  faulty(['a slow error page', slowErrorPage, 'upstream_server']),
  lost(['one byte a second', drip(1000), 'upstream_timeout']),
];

/** Ids of a created task that are none. */
export const NO_TASK_IDS: readonly unknown[] = [
  undefined,
  null,
  '',
  -7,
  1.5,
  true,
  [],
  {},
  'x'.repeat(10_000),
  '\u0000',
  'a\nb',
  'a b',
  '\ud800',
  'ñ',
  '.',
  '..',
];

/** An id that would be another path if it were pasted into one. */
export const CLIMBING_TASK_ID = '../../clientes/1/ping/?x=1#y';
