import { PHASE_PRODUCTION_BUILD } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/i18n/request.ts',
  // Messages are parsed when Pulso is built, so that no browser fetches a parser.
  experimental: { messages: { path: './lib/i18n', format: 'json', locales: 'infer', precompile: true } },
});

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // Who goes to and fro between pages waits for no server: the frame of a page holds who is signed in and what they may
  // do, and every answer in it is asked for again and admitted by itself.
  experimental: { staleTimes: { dynamic: 30 } },
  // The worker of an installed Pulso fetches pages itself where the browser does not do it ahead; a file without a policy
  // of its own may fetch nothing (scripts/guard-requests.mjs).
  headers: () => [
    {
      source: '/sw.js',
      headers: [
        { key: 'content-security-policy', value: "default-src 'none'; connect-src 'self'" },
        { key: 'cache-control', value: 'no-cache' },
      ],
    },
  ],
  // The documented paths end in a slash, and clients also call them without; neither may be redirected.
  skipTrailingSlashRedirect: true,
  // The image optimizer is attack surface that this product has no use for.
  images: { unoptimized: true },
  // `npm run check` and `npm test` check the types; a build on a customer's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pino', 'prom-client', 'undici'],
  // A lock file in a folder above must not make that one the root of what is put together.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // Nothing draws pictures; these are the optimizer's.
  outputFileTracingExcludes: { '**': ['node_modules/sharp/**', 'node_modules/@img/**'] },
};

/** A build also writes the folder that `scripts/assemble.mjs` takes; `npm start` runs the same build from the clone. */
export default function configOf(phase) {
  return withNextIntl(phase === PHASE_PRODUCTION_BUILD ? { ...config, output: 'standalone' } : config);
}
