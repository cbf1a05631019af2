import { z } from 'zod';
import { cleanText } from './clean-text';
import { roleSchema } from './role';

/** How long an invitation or the link to a new password can be used. */
export const LINK_MS = 3_600_000;

/** An email address as it is stored and compared: in lower case. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'expected at most 254 characters')
  .pipe(z.email('expected an email address'));

/** What a person is called on every page: one line without control characters. */
export const personNameSchema = z
  .string()
  .max(400)
  .transform((typed) => cleanText(typed, 400).replace(/ +/g, ' '))
  .pipe(z.string().min(1, 'expected a name').max(80, 'expected at most 80 characters'));

/** An account as an administrator sees it. */
export const accountSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  createdAt: z.date(),
  disabledAt: z.date().nullable(),
  /** Null for somebody who has not signed in yet. */
  lastSignInAt: z.date().nullable(),
  /** True once the person has a password, or comes in by single sign-on. */
  canSignIn: z.boolean(),
  hasSecondStep: z.boolean(),
  /** Sessions that count now. */
  sessions: z.number().int(),
  /** Until when the link that was handed out can be used; null when there is none. */
  linkEndsAt: z.date().nullable(),
});

export type Account = z.infer<typeof accountSchema>;

export const ACCOUNT_STATES = ['invited', 'active', 'disabled'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export function accountState({ disabledAt, canSignIn }: Account): AccountState {
  if (disabledAt !== null) return 'disabled';
  return canSignIn ? 'active' : 'invited';
}

/** An account as the API and the browser see it. */
export const accountItemSchema = z.object({
  user_id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  state: z.enum(ACCOUNT_STATES),
  second_step: z.boolean(),
  created_at: z.iso.datetime(),
  last_sign_in_at: z.iso.datetime().nullable(),
  sessions: z.number().int(),
  link_ends_at: z.iso.datetime().nullable(),
});

export type AccountItem = z.infer<typeof accountItemSchema>;

export const toAccountItem = (account: Account): AccountItem => ({
  user_id: account.id,
  name: account.name,
  email: account.email,
  role: account.role,
  state: accountState(account),
  second_step: account.hasSecondStep,
  created_at: account.createdAt.toISOString(),
  last_sign_in_at: account.lastSignInAt?.toISOString() ?? null,
  sessions: account.sessions,
  link_ends_at: account.linkEndsAt?.toISOString() ?? null,
});

const LINK_KINDS = ['invite', 'reset'] as const;
export const linkKindSchema = z.enum(LINK_KINDS);
export type LinkKind = z.infer<typeof linkKindSchema>;

/** A link that was just made. This is the only answer that ever holds it. */
export const madeLinkSchema = z.object({
  user: accountItemSchema,
  link: z.object({ kind: linkKindSchema, url: z.url(), ends_at: z.iso.datetime() }),
});

export type MadeLink = z.infer<typeof madeLinkSchema>;

/** What whoever holds a link is told of it. */
export const openedLinkSchema = z.object({ kind: linkKindSchema, name: z.string(), email: z.string() });
export type OpenedLink = z.infer<typeof openedLinkSchema>;

/** 32 random bytes in base64url: what a link carries behind its `#`. */
export const linkTokenSchema = z.string().regex(/^[\w-]{43}$/, 'expected the part of the link after #');
