import http from 'node:http';
import { accountOf, makeToken, signIn } from '../accounts';
import { expect, test } from '../fixtures';
import { withOwnServer, type OwnServer } from '../own-server';
import { cookieHeader, rawRequest } from '../raw-request';

/** As often as a server is ended here: the last moment is short. */
const ENDS = 3;
/** Callers of each path, so that some of them ask in that moment. */
const CALLERS = 3;

type Ask = { path: string; headers: Record<string, string> };
type Answered = { path: string; status: number; headers: http.IncomingHttpHeaders; text: string };

/** One request on the connection that the agent keeps; null when there is nobody to answer it any more. */
const askOn = (agent: http.Agent, origin: string, { path, headers }: Ask) =>
  new Promise<Answered | null>((resolve) => {
    const request = http.get(new URL(path, origin), { agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', () => resolve(null));
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        resolve({ path, status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on('error', () => resolve(null));
  });

/** Asks one after the other on a connection that is kept alive, until there is no server any more. */
async function askUntilItIsGone(origin: string, ask: Ask, answers: Answered[]): Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  for (;;) {
    const answer = await askOn(agent, origin, ask);
    if (answer === null) break;
    answers.push(answer);
  }
  agent.destroy();
}

/** What is asked of a server until the very end: pages, their parts, the API with both kinds of callers, the session. */
async function paths(server: OwnServer): Promise<Ask[]> {
  const cookie = cookieHeader((await signIn(accountOf('supervisor'), server.url)).cookies);
  const authorization = `Bearer ${await makeToken('asks to the end', ['ping:read', 'services:read'])}`;
  // What a page loads of another has an address that only the server knows.
  const part = await rawRequest({ origin: server.url, path: '/history', headers: { cookie, rsc: '1' } });
  const seen = '00000000-0000-4000-8000-000000000000';
  return [
    { path: '/', headers: { cookie } },
    { path: '/sign-in', headers: {} },
    { path: String(part.headers.location), headers: { cookie, rsc: '1' } },
    { path: '/api/v1/services/?q=ana', headers: { cookie } },
    { path: '/api/v1/services/?q=luis', headers: { authorization } },
    { path: '/api/auth/session', headers: { cookie } },
    { path: `/api/v1/changes/?seen=${seen}`, headers: { authorization } },
  ];
}

/** Without a database next-auth would say that nobody is signed in, and a page would believe it. */
const isAnswer = ({ path, status, text }: Answered) =>
  status === 200 && (path !== '/api/auth/session' || text.includes('"role":"supervisor"'));

const isRefusalInWords = ({ path, status, headers, text }: Answered) =>
  status === 503 &&
  Number(headers['retry-after']) > 0 &&
  headers.connection === 'close' &&
  (path.startsWith('/api/') ? text.includes('"code":"shutting_down"') : text.includes('reiniciando'));

test('whoever asks while the server goes down is answered, or told to come again', async () => {
  test.setTimeout(180_000);
  const variables = {
    REQUESTS_PER_MINUTE: '1000000',
    TOKEN_REQUESTS_PER_MINUTE: '1000000',
    LOG_LEVEL: 'error',
  };
  const answers: Answered[] = [];
  let slowestMs = 0;
  await withOwnServer(variables, async (server) => {
    for (let end = 0; end < ENDS; end += 1) {
      const asks = await paths(server);
      const before = answers.length;
      const asking = asks.flatMap((ask) =>
        Array.from({ length: CALLERS }, () => askUntilItIsGone(server.url, ask, answers)),
      );
      // Each of them has been answered a few times by then.
      await expect.poll(() => answers.length - before).toBeGreaterThan(asks.length * CALLERS * 5);
      const askedAt = performance.now();
      await server.stop();
      slowestMs = Math.max(slowestMs, performance.now() - askedAt);
      await Promise.all(asking);
      if (end + 1 < ENDS) await server.startAgain();
    }
  });
  const wrong = answers.filter((answer) => !isAnswer(answer) && !isRefusalInWords(answer));
  const told = wrong.map(({ path, status, text }) => `${status} ${path} ${text.slice(0, 200)}`);
  expect(told, `of ${answers.length} answers`).toEqual([]);
  expect(answers.filter(({ status }) => status === 503).length, 'told to come again').toBeGreaterThan(0);
  expect(slowestMs, 'nobody holds the server up').toBeLessThan(5000);
});
