// The token of the first run is written to this process's own output and, as a hash, into the database: nowhere else.
import { randomBytes } from 'node:crypto';
import { clock, database } from './compose';
import { deleteSetupToken, saveSetupToken } from './db/account-links';
import { isWithoutAccounts } from './db/accounts';
import { env } from './env';
import { once } from './once';

const known = once('setup', () => ({ isClosed: false }));

/** True while nobody has an account, so that the first administrator can be made. Once it is false it stays so. */
export async function isSetupOpen(): Promise<boolean> {
  if (known().isClosed || env().DEMO) return false;
  const isOpen = await isWithoutAccounts(database());
  known().isClosed = !isOpen;
  return isOpen;
}

/** Where nobody has an account, prints the link that makes the first one. It takes the place of every earlier one. */
export async function announceSetup(): Promise<void> {
  if (!(await isSetupOpen())) return deleteSetupToken(database());
  const token = randomBytes(32).toString('base64url');
  await saveSetupToken(database(), token, clock().now());
  // Not the log: that may be collected elsewhere, or be silent.
  process.stdout.write(
    [
      '',
      'Nobody has an account yet. Open this link to make the first administrator; it works once:',
      '',
      `  ${env().NEXTAUTH_URL}/setup#${token}`,
      '',
      'Or here: npm run user -- add --email you@example.com --role admin',
      '',
      '',
    ].join('\n'),
  );
}
