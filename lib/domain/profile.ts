import { z } from 'zod';
import { emailSchema, personNameSchema } from './account';
import { deviceOf } from './device';
import { roleSchema } from './role';
import { isTimeZone } from './time-zone';

export const THEMES = ['light', 'dark', 'system'] as const;
const themeSchema = z.enum(THEMES);

const timeZoneSchema = z.string().max(64).refine(isTimeZone, 'expected a zone such as America/Bogota');

/** What a person chose for the screen. Null follows the browser, and for the zone the operator. */
export const choicesSchema = z.object({
  locale: z.enum(['es', 'pt-BR', 'en']).nullable(),
  theme: themeSchema.nullable(),
  timeZone: timeZoneSchema.nullable(),
});

export type Choices = z.infer<typeof choicesSchema>;

export const profileSchema = z.object({
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  hasPassword: z.boolean(),
  ...choicesSchema.shape,
});

export type Profile = z.infer<typeof profileSchema>;

/** What a person may change of the own profile; what is left out stays. */
export const profileChangeSchema = z
  .object({ name: personNameSchema, ...choicesSchema.shape })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'expected name, locale, theme or time_zone');

export type ProfileChange = z.infer<typeof profileChangeSchema>;

/** The profile as the API and the browser see it. */
export const profileItemSchema = z.object({
  name: z.string(),
  email: emailSchema,
  role: roleSchema,
  /** False for somebody who comes in by single sign-on alone. */
  has_password: z.boolean(),
  locale: choicesSchema.shape.locale,
  theme: choicesSchema.shape.theme,
  time_zone: z.string().nullable(),
});

export type ProfileItem = z.infer<typeof profileItemSchema>;

export const toProfileItem = ({ hasPassword, timeZone, ...rest }: Profile): ProfileItem => ({
  ...rest,
  has_password: hasPassword,
  time_zone: timeZone,
});

/** One sign-in of a person. */
export const sessionSchema = z.object({
  id: z.uuid(),
  createdAt: z.date(),
  activeAt: z.date(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
});

export type Session = z.infer<typeof sessionSchema>;

export const sessionItemSchema = z.object({
  session_id: z.uuid(),
  /** Browser and system in a word or two; null when they are not known. */
  device: z.string().nullable(),
  address: z.string().nullable(),
  signed_in_at: z.iso.datetime(),
  active_at: z.iso.datetime(),
  /** True for the one that asks. */
  is_this: z.boolean(),
});

export type SessionItem = z.infer<typeof sessionItemSchema>;

export const toSessionItem = (session: Session, ownId: string): SessionItem => ({
  session_id: session.id,
  device: deviceOf(session.userAgent),
  address: session.address,
  signed_in_at: session.createdAt.toISOString(),
  active_at: session.activeAt.toISOString(),
  is_this: session.id === ownId,
});
