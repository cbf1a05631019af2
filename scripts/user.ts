// This command reads a password from standard input or a hidden prompt; it is never an argument, which others can see.
import { parseArgs } from 'node:util';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { deleteSetupToken } from '@/lib/db/account-links';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { openDatabase, type Database, type Queryable } from '@/lib/db/client';
import { clearSecondStep } from '@/lib/db/second-steps';
import { revokeSessionsOf } from '@/lib/db/sessions';
import { insertUser, listUsers, updateUser } from '@/lib/db/users';
import { PASSWORD_LENGTH, passwordProblem, type PasswordProblem } from '@/lib/domain/password-rules';
import { noOrigin, type AuditAction, type AuditChanges } from '@/lib/domain/audit';
import { ROLES, roleSchema } from '@/lib/domain/role';
import { hashPassword } from '@/lib/password';
import { readPassword } from './read-password';
import { withDatabase } from './with-database';

const USAGE = `Usage:
  npm run user -- add --email E --role R [--name N]   R is one of ${ROLES.join(', ')}
  npm run user -- list
  npm run user -- disable --email E
  npm run user -- password --email E
  npm run user -- second-step --email E               turns it off, for whoever lost phone and recovery codes
The password is read from standard input, or asked for.`;

const emailSchema = z
  .email('is not an email address')
  .max(254)
  .transform((email) => email.toLowerCase());

type Options = { email?: string; role?: string; name?: string };

function fail(message: string): number {
  console.error(message);
  return 1;
}

const REASONS: Record<PasswordProblem, string> = {
  short: `The password must have ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`,
  long: `The password must have ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`,
  repeated: 'The password repeats the same few characters: choose another one.',
  common: 'The password is among the first that anybody tries: choose another one.',
  personal: 'The password is made of the name or the address: choose another one.',
};

async function askPassword(owner: { email: string; name: string }): Promise<string | null> {
  const password = await readPassword('Password: ');
  const problem = passwordProblem(password, owner);
  if (problem === null) return password;
  console.error(REASONS[problem]);
  return null;
}

/** Who sits at the command line is not known, so it is the system's row. */
function audit(
  tx: Queryable,
  action: AuditAction,
  { id, email, changes }: { id: string; email: string; changes?: AuditChanges },
): Promise<void> {
  return insertAuditEntry(tx, {
    actor: 'system',
    action,
    outcome: 'done',
    target: { kind: 'user', id, name: email },
    changes: changes ?? null,
    origin: noOrigin,
  });
}

async function add(db: Database, email: string, { role, name: given }: Options): Promise<number> {
  const known = roleSchema.safeParse(role);
  if (!known.success) return fail(`--role must be one of ${ROLES.join(', ')}.`);
  const name = given ?? email.split('@')[0] ?? email;
  const password = await askPassword({ email, name });
  if (password === null) return 1;
  const passwordHash = await hashPassword(password);
  const account = { id: randomUUID(), email, name, role: known.data, passwordHash };
  const isNew = await db.transaction(async (tx) => {
    const inserted = await insertUser(tx, account);
    const changes = { role: [null, account.role] } as const;
    if (inserted) await audit(tx, 'user_add', { id: account.id, email, changes });
    return inserted;
  });
  if (!isNew) return fail(`${email} already exists.`);
  // Somebody has an account, so the link of the first run opens nothing any more.
  await deleteSetupToken(db);
  console.log(`Added ${email} as ${known.data}.`);
  return 0;
}

async function list(db: Database): Promise<number> {
  for (const user of await listUsers(db)) {
    console.log(
      [user.email, user.role, user.disabledAt === null ? 'active' : 'disabled', user.name].join('\t'),
    );
  }
  return 0;
}

/** Changes an account and ends its sessions; false when there is none with this email. */
function changeAccount(
  db: Database,
  email: string,
  { action, ...change }: { action: AuditAction; disabledAt?: Date; passwordHash?: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const id = await updateUser(tx, email, change);
    if (id === null) return false;
    await revokeSessionsOf(tx, id, new Date());
    await audit(tx, action, { id, email });
    return true;
  });
}

async function disable(db: Database, email: string): Promise<number> {
  const isKnown = await changeAccount(db, email, { action: 'user_disable', disabledAt: new Date() });
  if (!isKnown) return fail(`There is no account ${email}.`);
  console.log(`Disabled ${email}; its sessions have ended.`);
  return 0;
}

/** The way back in for the only administrator, or after a change of NEXTAUTH_SECRET. */
async function turnOffSecondStep(db: Database, email: string): Promise<number> {
  const user = (await listUsers(db)).find((one) => one.email === email);
  if (user === undefined) return fail(`There is no account ${email}.`);
  const wasOn = await db.transaction(async (tx) => {
    if (!(await clearSecondStep(tx, user.id))) return false;
    await audit(tx, 'totp_change', { id: user.id, email, changes: { second_step: [true, false] } });
    return true;
  });
  console.log(wasOn ? `Turned off the second step of ${email}.` : `${email} has no second step.`);
  return 0;
}

async function changePassword(db: Database, email: string): Promise<number> {
  const password = await askPassword({ email, name: '' });
  if (password === null) return 1;
  const passwordHash = await hashPassword(password);
  const isKnown = await changeAccount(db, email, { action: 'password_change', passwordHash });
  if (!isKnown) return fail(`There is no account ${email}.`);
  console.log(`Changed the password of ${email}; its sessions have ended.`);
  return 0;
}

async function run(db: Database, command: string | undefined, options: Options): Promise<number> {
  if (command === 'list') return list(db);
  const commands = { add, disable, password: changePassword, 'second-step': turnOffSecondStep };
  const chosen = command !== undefined && Object.hasOwn(commands, command) ? command : null;
  if (chosen === null) return fail(USAGE);
  const email = emailSchema.safeParse(options.email);
  if (!email.success) return fail(`--email ${email.error.issues[0]?.message ?? 'is missing'}.`);
  return commands[chosen as keyof typeof commands](db, email.data, options);
}

function parse() {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({ allowPositionals: true, options: { email: option, role: option, name: option } });
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const parsed = parse();
  if (parsed === null || parsed.positionals.length !== 1) return fail(USAGE);
  return withDatabase(async (url) => {
    const db = openDatabase(url, { max: 2 });
    try {
      return await run(db, parsed.positionals[0], parsed.values);
    } finally {
      await db.$client.end();
    }
  });
}

process.exit(await main());
