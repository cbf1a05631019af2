import { NextResponse, type NextRequest } from 'next/server';
import { databaseAwayPage, isDatabaseAway } from './lib/database-away-page';

function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates code to rebuild stacks; the built product never does.
  const evaluation = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "manifest-src 'self'",
    "worker-src 'self'",
  ].join('; ');
}

/**
 * Gives every page its own nonce and tells it its path; while the database is away it answers that instead, because a page
 * that fails has no status of its own. It is no lock: pages and operations check who asks.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = (await isDatabaseAway())
    ? databaseAwayPage(request.headers)
    : NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('cache-control', 'no-store');
  return response;
}

// A proxy in front of /api/ would cut large bodies short without a word.
export const config = { matcher: ['/((?!api/|_next/|icon|favicon|manifest|sw\\.js$).*)'] };
