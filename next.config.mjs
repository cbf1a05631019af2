import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The documented paths end in a slash, and clients also call them without; neither may be redirected.
  skipTrailingSlashRedirect: true,
  // The image optimizer is attack surface that this product has no use for.
  images: { unoptimized: true },
  // `npm run check` and `npm test` check the types; a build on a customer's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'pg-boss', 'pino', 'prom-client', 'undici'],
};

export default withNextIntl(config);
