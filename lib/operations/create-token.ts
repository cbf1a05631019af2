import { z } from 'zod';
import { countApiTokens, getApiToken, insertApiToken } from '@/lib/db/api-tokens';
import { oneAtATime } from '@/lib/db/one-at-a-time';
import { AppError } from '@/lib/domain/app-error';
import { TOKEN_DAYS, tokenNameSchema, type ApiToken } from '@/lib/domain/api-token';
import { allow, scopeSchema, scopesOf, type Actor, type Scope } from '@/lib/domain/role';
import { newApiToken } from '@/lib/new-api-token';
import { audit } from './audit';
import type { Context } from './context';

const DAY_MS = 86_400_000;
const MOST_IN_USE = 50;
const DAYS = `expected a whole number from 1 to ${TOKEN_DAYS.most}`;

export const createTokenInput = z.object({
  name: tokenNameSchema,
  scopes: z
    .array(scopeSchema, 'expected a list of scopes')
    .min(1, 'expected at least one scope')
    .transform((scopes): Scope[] => [...new Set(scopes)]),
  days: z.number(DAYS).int(DAYS).min(1, DAYS).max(TOKEN_DAYS.most, DAYS).default(TOKEN_DAYS.initial),
});

function refuseBeyondRole(actor: Actor, scopes: readonly Scope[]): void {
  const own = actor.kind === 'user' ? scopesOf(actor.role) : [];
  const beyond = scopes.filter((scope) => !own.includes(scope));
  if (beyond.length === 0) return;
  throw new AppError('forbidden', `A token can do no more than you; leave out ${beyond.join(', ')}.`);
}

/** Makes an API token of the caller's own. The token itself is answered this once and kept nowhere. */
export async function createToken(
  ctx: Context,
  { name, scopes, days }: z.output<typeof createTokenInput>,
): Promise<{ token: string; made: ApiToken }> {
  allow(ctx.actor, 'tokens:own');
  refuseBeyondRole(ctx.actor, scopes);
  const [id, token, createdAt] = [ctx.newId(), newApiToken(), ctx.now()];
  const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
  const made = await ctx.db.transaction(async (tx) => {
    await oneAtATime(tx, `tokens ${ctx.actor.id}`);
    if ((await countApiTokens(tx, ctx.actor.id, createdAt)) >= MOST_IN_USE) {
      throw new AppError('conflict', `You have ${MOST_IN_USE} tokens in use. Revoke one that is not needed.`);
    }
    await insertApiToken(tx, { id, name, token, scopes, createdBy: ctx.actor.id, createdAt, expiresAt });
    const changes = { scopes: [null, scopes], expires_at: [null, expiresAt.toISOString()] } as const;
    await audit(tx, ctx, { action: 'token_create', target: { kind: 'token', id, name }, changes });
    return getApiToken(tx, id);
  });
  if (made === null) throw new Error('a token that was just made is not there');
  return { token, made };
}
