import { z } from 'zod';
import { cleanText } from './clean-text';
import { roleSchema, scopeSchema, scopesOf } from './role';

export const TOKEN_DAYS = { initial: 90, most: 365 };

export const tokenNameSchema = z
  .string('expected a name of at most 100 characters')
  .max(400, 'expected a name of at most 100 characters')
  .transform((typed) => cleanText(typed, 400))
  .pipe(
    z
      .string()
      .min(1, 'expected a name, such as the program that will use it')
      .max(100, 'expected a name of at most 100 characters'),
  );

export const apiTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** The last letters of the token; null for those from before this was kept. */
  hint: z.string().nullable(),
  scopes: z.array(scopeSchema),
  /** Who made it, with the role of now; null for those of the command line. */
  maker: z.object({ id: z.uuid(), name: z.string(), role: roleSchema, isDisabled: z.boolean() }).nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
  revokedAt: z.date().nullable(),
  lastUsedAt: z.date().nullable(),
});

/** An API token without the token itself, which nobody can read again. */
export type ApiToken = z.infer<typeof apiTokenSchema>;

/** The scopes that count: a token can do no more than its maker, today. */
export function scopesInForce({ scopes, maker }: Pick<ApiToken, 'scopes' | 'maker'>) {
  if (maker === null) return scopes;
  if (maker.isDisabled) return [];
  const own = scopesOf(maker.role);
  return scopes.filter((scope) => own.includes(scope));
}

const SOON_MS = 14 * 86_400_000;

const TOKEN_STATES = ['active', 'expiring', 'expired', 'revoked', 'maker_disabled'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

export function tokenStateOf({ revokedAt, expiresAt, maker }: ApiToken, now: Date): TokenState {
  if (revokedAt !== null) return 'revoked';
  const leftMs = expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return 'expired';
  if (maker?.isDisabled) return 'maker_disabled';
  return leftMs <= SOON_MS ? 'expiring' : 'active';
}

export const tokenItemSchema = z.object({
  token_id: z.uuid(),
  name: z.string(),
  hint: z.string().nullable(),
  scopes: z.array(scopeSchema),
  /** Those of them that do not count, because the role of its maker does not reach so far. */
  scopes_out_of_reach: z.array(scopeSchema),
  state: z.enum(TOKEN_STATES),
  made_by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  created_at: z.iso.datetime(),
  expires_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable(),
  revoked_at: z.iso.datetime().nullable(),
});

/** A token on the wire. */
export type TokenItem = z.infer<typeof tokenItemSchema>;

/** A token that was just made, with the token itself: the only answer that ever holds it. */
export const madeTokenSchema = tokenItemSchema.extend({ token: z.string() });
export type MadeToken = z.infer<typeof madeTokenSchema>;

export function toTokenItem(token: ApiToken, now: Date): TokenItem {
  const inForce = scopesInForce(token);
  return {
    token_id: token.id,
    name: token.name,
    hint: token.hint,
    scopes: token.scopes,
    scopes_out_of_reach: token.scopes.filter((scope) => !inForce.includes(scope)),
    state: tokenStateOf(token, now),
    made_by: token.maker && { id: token.maker.id, name: token.maker.name },
    created_at: token.createdAt.toISOString(),
    expires_at: token.expiresAt.toISOString(),
    last_used_at: token.lastUsedAt?.toISOString() ?? null,
    revoked_at: token.revokedAt?.toISOString() ?? null,
  };
}
