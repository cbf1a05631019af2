import type { Instrumentation } from 'next';

/** Called by Next once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startBackground } = await import('./lib/start-background');
  await startBackground();
}

/** Called by Next when a page could not be made. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logPageError } = await import('./lib/log-page-error');
  logPageError(error, request, routePath);
};
