// This command prints a new API token once, alone on the last line; the database keeps only its hash.
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { insertApiToken } from '@/lib/db/api-tokens';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { openDatabase } from '@/lib/db/client';
import { noOrigin } from '@/lib/domain/audit';
import { SCOPES, scopeSchema } from '@/lib/domain/role';
import { newApiToken } from '@/lib/new-api-token';
import { withDatabase } from './with-database';

const DAY_MS = 86_400_000;

const USAGE = `Usage:
  npm run token -- add --name N --scope ${SCOPES.join(',')} [--days 90]`;

const optionsSchema = z.object({
  name: z.string('--name is missing').trim().min(1, '--name is missing').max(100, '--name is too long'),
  scope: z
    .string('--scope is missing')
    .transform((text) => text.split(',').map((scope) => scope.trim()))
    .pipe(z.array(z.enum(SCOPES, `--scope takes ${SCOPES.join(', ')}, separated by commas`)).min(1)),
  days: z.coerce
    .number('--days takes a whole number')
    .int('--days takes a whole number')
    .min(1)
    .max(3650)
    .default(90),
});

function parse() {
  const option = { type: 'string' } as const;
  try {
    const options = { name: option, scope: option, days: option };
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const parsed = parse();
  if (parsed === null || parsed.positionals.join() !== 'add') {
    console.error(USAGE);
    return 1;
  }
  const options = optionsSchema.safeParse(parsed.values);
  if (!options.success) {
    console.error(`${options.error.issues[0]?.message ?? 'Not valid'}.\n${USAGE}`);
    return 1;
  }
  const { name, scope, days } = options.data;
  const token = newApiToken();
  return withDatabase(async (url) => {
    const db = openDatabase(url, { max: 1 });
    try {
      const createdAt = new Date();
      const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
      const scopes = z.array(scopeSchema).parse([...new Set(scope)]);
      const id = randomUUID();
      await db.transaction(async (tx) => {
        await insertApiToken(tx, { id, name, token, scopes, createdAt, expiresAt });
        await insertAuditEntry(tx, {
          actor: 'system',
          action: 'token_create',
          outcome: 'done',
          target: { kind: 'token', id, name },
          changes: { scopes: [null, scopes], expires_at: [null, expiresAt.toISOString()] },
          origin: noOrigin,
        });
      });
      console.log(
        `Token "${name}" with ${scopes.join(', ')}, valid for ${days} days. It is shown this once:`,
      );
      console.log(token);
      return 0;
    } finally {
      await db.$client.end();
    }
  });
}

process.exit(await main());
