import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { freePort } from '@/lib/db/free-port';
import { Provider, type Configuration } from 'oidc-provider';

/** What the provider knows of somebody; a story may change it between two sign-ins. */
export type KnownPerson = { name: string; email: string; isVerified: boolean; groups: string[] };

export type IdentityProvider = {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Everybody who has an account there, by subject. */
  people: Map<string, KnownPerson>;
  /** Registers the product, whose address is known only once it has started. */
  knows(redirectUri: string): void;
  /** Whose password is typed at the next sign-in; null for somebody who gives up. */
  comes(subject: string | null): void;
  close(): Promise<void>;
};

const SCOPE = 'openid email profile groups';

function configurationOf(
  people: ReadonlyMap<string, KnownPerson>,
  client: { id: string; secret: string; redirectUri: string },
): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, subject) => {
      const person = people.get(subject);
      if (person === undefined) return undefined;
      const { name, email, isVerified, groups } = person;
      return {
        accountId: subject,
        claims: () => ({ sub: subject, name, email, email_verified: isVerified, groups }),
      };
    },
    // Everybody has agreed already to what we may read.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId,
        accountId: ctx.oidc.session?.accountId,
      });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
  };
}

/** A real OpenID provider on loopback that knows one client, whose people need no password. */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const people = new Map<string, KnownPerson>();
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { id: 'pulso', secret: randomBytes(24).toString('base64url') };
  let provider: Provider | null = null;
  let next: string | null = null;
  const server = createServer((request, response) => {
    if (provider === null) return void response.writeHead(503).end();
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    const result =
      next === null
        ? { error: 'access_denied', error_description: 'Nobody came.' }
        : { login: { accountId: next, remember: false } };
    void provider.interactionFinished(request, response, result);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    clientId: client.id,
    clientSecret: client.secret,
    people,
    knows: (redirectUri) =>
      void (provider = new Provider(issuer, configurationOf(people, { ...client, redirectUri }))),
    comes: (subject) => void (next = subject),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
