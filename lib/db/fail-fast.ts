import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool, type PoolClient } from 'pg';

const PROBE_EVERY_MS = 250;
/** As long as a connection may take: a busy machine is not a silent one. */
const PROBE_PATIENCE_MS = 3000;

/** Where somebody else was answered so recently, one question without an answer says nothing of the others. */
const SILENT_AFTER_MS = 2500;

const NOBODY_THERE = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', '57P03'];
const NO_ANSWER = /query read timeout/i;
const NO_CONNECTION = /connection terminated/i;

class DatabaseAwayError extends Error {
  /** PostgreSQL's own for a connection that failed. */
  readonly code = '08006';
  constructor() {
    super('the database does not answer, and is asked again in a moment');
  }
}

/** True of an error that says nobody is there, and not that all our connections are busy or a password is wrong. */
const saysNobodyThere = (error: unknown) =>
  error instanceof Error && 'code' in error && NOBODY_THERE.includes(String(error.code));

/** True of one that came too late: nobody is there, or many connect at once to a machine that is busy. */
const mayBeBusy = (error: unknown) => error instanceof Error && NO_CONNECTION.test(error.message);

async function answers(pool: Pool): Promise<boolean> {
  const patience = { connectionTimeoutMillis: PROBE_PATIENCE_MS, query_timeout: PROBE_PATIENCE_MS };
  const client = new Client({ ...pool.options, ...patience });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    void client.end().catch(() => {});
  }
}

/** A connection that has left a question without an answer is cut, or the rollback behind it would wait as long again. */
function cutWhenUnanswered(client: PoolClient, onAnswer: () => void, onSilence: () => void): void {
  const note = (error: unknown) => {
    if (!(error instanceof Error) || !NO_ANSWER.test(error.message)) return;
    // Ends a connection that waits for an answer without a farewell.
    void Reflect.apply(Client.prototype.end, client, []).catch(() => {});
    onSilence();
  };
  client.query = new Proxy(client.query, {
    apply(query, self, given: unknown[]) {
      const callback = given.at(-1);
      if (typeof callback === 'function') {
        const noted = (error: unknown, ...more: unknown[]) => {
          if (error) note(error);
          else onAnswer();
          Reflect.apply(callback, undefined, [error, ...more]);
        };
        return Reflect.apply(query, self, [...given.slice(0, -1), noted]) as unknown;
      }
      const answer = Reflect.apply(query, self, given) as unknown;
      if (answer instanceof Promise) answer.then(onAnswer, note);
      return answer;
    },
  });
}

/**
 * Once one question was left without an answer, or nobody could be reached, whoever asks this pool is refused at once and not
 * after a time limit of their own: a request waits once for a silent database, however many questions it has. The database is
 * asked several times a second meanwhile, and connections from before are not used again.
 */
export function failFast(pool: Pool): void {
  const bornIn = new WeakMap<PoolClient, number>();
  const waiting = new Set<(error: Error) => void>();
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>;
  let silences = 0;
  let isAway = false;
  let isDoubted = false;
  let heardAt = -Infinity;
  const noteAnswer = () => {
    heardAt = performance.now();
  };

  async function untilBack(): Promise<void> {
    while (!pool.ending && !(await answers(pool))) await sleep(PROBE_EVERY_MS, undefined, { ref: false });
    noteAnswer();
    isAway = false;
  }

  function noteSilence(): void {
    if (isAway || pool.ending || performance.now() - heardAt < SILENT_AFTER_MS) return;
    isAway = true;
    silences += 1;
    for (const giveUp of waiting) giveUp(new DatabaseAwayError());
    waiting.clear();
    void untilBack();
  }

  /** Asks before it believes: taken for silent, a busy database would lose the connections that it has just made. */
  async function doubt(): Promise<void> {
    if (isAway || isDoubted) return;
    isDoubted = true;
    if (await answers(pool)) noteAnswer();
    else noteSilence();
    isDoubted = false;
  }

  const unlessSilent = (coming: Promise<PoolClient>) =>
    new Promise<PoolClient>((resolve, reject) => {
      waiting.add(reject);
      coming.then(
        (client) => (waiting.delete(reject) ? resolve(client) : client.release(true)),
        (error: unknown) => {
          if (waiting.delete(reject) && saysNobodyThere(error)) noteSilence();
          else if (mayBeBusy(error)) void doubt();
          reject(error instanceof Error ? error : new DatabaseAwayError());
        },
      );
    });

  async function take(): Promise<PoolClient> {
    for (;;) {
      if (isAway) throw new DatabaseAwayError();
      const client = await unlessSilent(connect());
      if (bornIn.get(client) === silences) return client;
      client.release(true);
    }
  }

  pool.on('connect', (client) => {
    bornIn.set(client, silences);
    cutWhenUnanswered(client, noteAnswer, noteSilence);
  });
  type Callback = (error: Error | undefined, client: PoolClient | undefined, done: () => void) => void;
  pool.connect = ((callback?: Callback) => {
    const taken = take();
    if (callback === undefined) return taken;
    taken.then(
      (client) => callback(undefined, client, client.release),
      (error: Error) => callback(error, undefined, () => {}),
    );
  }) as Pool['connect'];
}
