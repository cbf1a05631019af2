import { getLink, type AccountLink } from '@/lib/db/account-links';
import { insertAuditEntry } from '@/lib/db/audit-entries';
import { AppError } from '@/lib/domain/app-error';
import type { OpenContext } from './context';
import { limitGuesses, placeOf } from './limit-guesses';

/** More than a person who reads slowly and reloads; a token of 256 bits is not guessed at any pace. */
const MOST_TRIES = 60;

export const invalidLink = () =>
  new AppError('link_invalid', 'This link was used or is over. Ask an administrator for a new one.');

/** The link behind a token. One that is unknown, used or over is refused with the same words: AppError `link_invalid`. */
export async function openLink(ctx: OpenContext, { token }: { token: string }): Promise<AccountLink> {
  await limitGuesses(ctx, `link:${placeOf(ctx.origin)}`, MOST_TRIES);
  const link = await getLink(ctx.db, token, ctx.now());
  if (link !== null) return link;
  const { actor, origin } = ctx;
  const entry = { action: 'link_use', outcome: 'refused', target: null, changes: null } as const;
  await insertAuditEntry(ctx.db, { ...entry, actor, origin });
  throw invalidLink();
}
