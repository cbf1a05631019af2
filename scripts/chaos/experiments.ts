import { backups } from './backups';
import { breaker } from './breaker';
import { clicks } from './clicks';
import { databaseCrashes } from './database-crashes';
import { deadline } from './deadline';
import type { Experiment } from './experiment';
import { freezes } from './freezes';
import { hostile } from './hostile';
import { kills } from './kills';
import { migrations } from './migrations';
import { rate } from './rate';
import { redirects } from './redirects';
import { restarts } from './restarts';
import { retryAfter } from './retry-after';
import { silentDatabase } from './silent-database';
import { takeover } from './takeover';

/**
 * These mostly wait: for a minute to pass, for an upstream that is down. They run at once, in worlds of
 * their own, after all the others.
 */
export const patient: ReadonlySet<string> = new Set([
  'rate',
  'retryAfter',
  'breaker',
  'hostile',
  'redirects',
]);

/** All of them, in the order in which they run; the names are those that `--only` takes. */
export const experiments: Readonly<Record<string, Experiment>> = {
  kills,
  restarts,
  takeover,
  freezes,
  databaseCrashes,
  silentDatabase,
  migrations,
  backups,
  clicks,
  rate,
  breaker,
  hostile,
  retryAfter,
  deadline,
  redirects,
};
