import { z } from 'zod';
import { cleanText } from './clean-text';
import { ROLES, type Role } from './role';

/**
 * Why a single sign-on did not let somebody in. `failed` is anything that does not add up, such as an answer that is
 * late or was not asked for; the browser gets no more than one of these words.
 */
export const SSO_REFUSALS = [
  'failed',
  'unreachable',
  'denied',
  'email',
  'domain',
  'no_role',
  'disabled',
  'taken',
] as const;
export const ssoRefusalSchema = z.enum(SSO_REFUSALS);
export type SsoRefusal = z.infer<typeof ssoRefusalSchema>;

/** What we read of the claims of a verified token; some providers send the mark of a verified email as a word. */
export const ssoClaimsSchema = z
  .object({
    iss: z.string().min(1).max(500),
    sub: z.string().min(1).max(255),
    email: z.string().trim().toLowerCase().max(254).pipe(z.email()).optional().catch(undefined),
    email_verified: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
      .catch(false),
    name: z.string().optional().catch(undefined),
  })
  .loose();

export type SsoClaims = z.infer<typeof ssoClaimsSchema>;

/** How an operator's configuration reads the claims. */
export type SsoRules = {
  roleClaim: string;
  /** A group, or whatever the claim holds, and the role that it stands for. */
  roleMap: ReadonlyMap<string, Role>;
  /** In lower case; empty allows every domain. */
  allowedDomains: readonly string[];
};

/** The email, when its provider has verified it; null otherwise. */
export const verifiedEmail = ({ email, email_verified: isVerified }: SsoClaims): string | null =>
  isVerified && email !== undefined ? email : null;

export function isAllowedDomain(email: string, { allowedDomains }: SsoRules): boolean {
  return allowedDomains.length === 0 || allowedDomains.includes(email.slice(email.lastIndexOf('@') + 1));
}

/** The highest role that the claim stands for; null when it stands for none. */
export function roleOfClaims(claims: SsoClaims, { roleClaim, roleMap }: SsoRules): Role | null {
  const said = [claims[roleClaim] ?? []].flat().filter((one) => typeof one === 'string');
  const roles = said.map((one) => roleMap.get(one));
  return ROLES.findLast((role) => roles.includes(role)) ?? null;
}

/** What the person is called: the name of the claims, or what stands before the `@`. */
export function nameOfClaims({ name = '' }: SsoClaims, email: string): string {
  const clean = cleanText(name, 80).replace(/ +/g, ' ');
  return clean === '' ? email.slice(0, email.indexOf('@')).slice(0, 80) : clean;
}
