import { existsSync } from 'node:fs';

/** Reads `.env` as Next does in production, so that both know the same; a variable that is set already wins. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
