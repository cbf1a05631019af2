import { env, LOOPBACK_HOSTS } from './env';
import { isPractice } from './is-practice';

const isLoopback = (url: URL) => LOOPBACK_HOSTS.includes(url.hostname);

/**
 * True for no Origin (a program) and for our own address. On loopback its names are one: a browser may have been
 * pointed at 127.0.0.1 instead of localhost. A sandboxed page sends the word `null`, which is foreign.
 */
export function isOwnOrigin(origin: string | null): boolean {
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const own = new URL(env().NEXTAUTH_URL);
  const asked = new URL(origin);
  if (isPractice() && env().PRACTICE_ORIGINS.includes(asked.origin)) return true;
  if (asked.origin === own.origin) return true;
  return isLoopback(own) && isLoopback(asked) && own.protocol === asked.protocol && own.port === asked.port;
}
