// This module handles the client secret of the single sign-on, and the provider's tokens. It keeps and logs none.
import type { OAuthConfig } from 'next-auth/providers/oauth';
import { ssoClaimsSchema, type SsoRefusal } from './domain/sso';
import { env } from './env';
import { originOf } from './request-origin';
import { signInBySso } from './sign-in-sso';
import { signInNotes } from './sign-in-notes';

const TIMEOUT_MS = 5000;

/** The provider of next-auth whose name stands in our addresses. */
export const SSO_ID = 'sso';

/** What the sign-in page offers: the label of the provider, and whether passwords are taken. */
export function signInWays(): { sso: string | null; password: boolean } {
  const { OIDC_ISSUER, OIDC_NAME, PASSWORD_SIGN_IN } = env();
  return { sso: OIDC_ISSUER === undefined ? null : OIDC_NAME, password: PASSWORD_SIGN_IN };
}

/** Thrown to end a sign-in of next-auth; what the person is told stands in the notes. */
class SsoRefused extends Error {}

function refuse(refusal: SsoRefusal): never {
  const notes = signInNotes().getStore();
  if (notes !== undefined) notes.ssoRefusal = refusal;
  throw new SsoRefused(refusal);
}

/** The claims of a token that the library has verified already: signature, issuer, audience, times and nonce. */
function idTokenClaims(tokens: object): object {
  const claims: unknown = 'claims' in tokens && typeof tokens.claims === 'function' ? tokens.claims() : null;
  return typeof claims === 'object' && claims !== null ? claims : refuse('failed');
}

const withoutSlash = (url: string | undefined) => url?.replace(/\/$/, '');

/** Makes the session of whoever the verified claims are about; its id is all that next-auth keeps of them. */
async function sessionOf(raw: unknown): Promise<{ id: string }> {
  const notes = signInNotes().getStore();
  const parsed = ssoClaimsSchema.safeParse(raw);
  if (notes === undefined || !parsed.success) return refuse('failed');
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLE_MAP: roleMap, OIDC_ALLOWED_DOMAINS: allowedDomains } = env();
  const rules = { roleClaim, roleMap, allowedDomains };
  const origin = originOf(notes.headers, notes.requestId);
  try {
    const outcome = await signInBySso({ claims: parsed.data, rules, origin });
    return 'refusal' in outcome ? refuse(outcome.refusal) : { id: outcome.sessionId };
  } catch (error) {
    if (!(error instanceof SsoRefused)) notes.error = error;
    throw error;
  }
}

/** The single sign-on by OpenID Connect; none where it is not configured. */
export function ssoProviders(): OAuthConfig<Record<string, unknown>>[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env();
  if (issuer === undefined) return [];
  return [
    {
      id: SSO_ID,
      name: env().OIDC_NAME,
      type: 'oauth',
      wellKnown: `${withoutSlash(issuer)}/.well-known/openid-configuration`,
      clientId,
      clientSecret,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      authorization: { params: { scope: env().OIDC_SCOPE } },
      httpOptions: { timeout: TIMEOUT_MS },
      userinfo: {
        // Groups and email may stand in the token or only here; what is signed wins, and the library compares `sub`.
        async request({ tokens, client }) {
          if (withoutSlash(client.issuer.metadata.issuer) !== withoutSlash(issuer)) return refuse('failed');
          const signed = idTokenClaims(tokens);
          if (client.issuer.metadata.userinfo_endpoint === undefined) return signed;
          return { ...(await client.userinfo(String(tokens.access_token))), ...signed };
        },
      },
      profile: sessionOf,
    },
  ];
}
