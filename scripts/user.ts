// This command reads a password from standard input or a hidden prompt; it is never an argument, which others can see.
import { parseArgs } from 'node:util';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { openDatabase, type Database } from '@/lib/db/client';
import { revokeSessionsOf } from '@/lib/db/sessions';
import { insertUser, listUsers, updateUser } from '@/lib/db/users';
import { ROLES, roleSchema } from '@/lib/domain/role';
import { hashPassword, PASSWORD_LENGTH } from '@/lib/password';
import { readPassword } from './read-password';
import { withDatabase } from './with-database';

const USAGE = `Usage:
  npm run user -- add --email E --role R [--name N]   R is one of ${ROLES.join(', ')}
  npm run user -- list
  npm run user -- disable --email E
  npm run user -- password --email E
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

async function askPassword(): Promise<string | null> {
  const password = await readPassword('Password: ');
  const fits = password.length >= PASSWORD_LENGTH.least && password.length <= PASSWORD_LENGTH.most;
  if (fits) return password;
  console.error(`The password must have ${PASSWORD_LENGTH.least} to ${PASSWORD_LENGTH.most} characters.`);
  return null;
}

async function add(db: Database, email: string, { role, name }: Options): Promise<number> {
  const known = roleSchema.safeParse(role);
  if (!known.success) return fail(`--role must be one of ${ROLES.join(', ')}.`);
  const password = await askPassword();
  if (password === null) return 1;
  const passwordHash = await hashPassword(password);
  const account = {
    id: randomUUID(),
    email,
    name: name ?? email.split('@')[0] ?? email,
    role: known.data,
    passwordHash,
  };
  if (!(await insertUser(db, account))) return fail(`${email} already exists.`);
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

async function disable(db: Database, email: string): Promise<number> {
  const id = await updateUser(db, email, { disabledAt: new Date() });
  if (id === null) return fail(`There is no account ${email}.`);
  await revokeSessionsOf(db, id, new Date());
  console.log(`Disabled ${email}; its sessions have ended.`);
  return 0;
}

async function changePassword(db: Database, email: string): Promise<number> {
  const password = await askPassword();
  if (password === null) return 1;
  const id = await updateUser(db, email, { passwordHash: await hashPassword(password) });
  if (id === null) return fail(`There is no account ${email}.`);
  await revokeSessionsOf(db, id, new Date());
  console.log(`Changed the password of ${email}; its sessions have ended.`);
  return 0;
}

async function run(db: Database, command: string | undefined, options: Options): Promise<number> {
  if (command === 'list') return list(db);
  const commands = { add, disable, password: changePassword };
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
