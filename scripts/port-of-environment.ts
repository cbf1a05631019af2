import { StartError } from '@/lib/start-error';

/** The port of launchers that make the rest of their environment themselves. Throws StartError. */
export function portOfEnvironment(): number {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new StartError('PORT: expected a whole number from 1 to 65535.');
}
