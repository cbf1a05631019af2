import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import localFont from 'next/font/local';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PracticeMark } from '@/components/practice/practice-mark';
import { Providers } from '@/components/shell/providers';
import { SignInWaysProvider } from '@/components/sign-in/sign-in-ways';
import { env } from '@/lib/env';
import { languageOf } from '@/lib/i18n/locale';
import { isPractice } from '@/lib/is-practice';
import { pageChoices } from '@/lib/page-choices';
import { signInWays } from '@/lib/sso';
import './globals.css';

const sans = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  variable: '--font-sans',
  weight: '100 900',
  display: 'swap',
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('app');
  const tPractice = await getTranslations('practice');
  const before = isPractice() ? `${tPractice('word')} · ` : '';
  return {
    title: { default: `${before}${t('name')}`, template: `${before}%s` },
    description: t('description'),
    applicationName: t('name'),
    appleWebApp: { capable: true, title: t('name') },
    icons: { icon: '/icon.svg', apple: '/icons/apple-touch-icon.png' },
    // An id and an IP are no telephone numbers.
    formatDetection: { telephone: false },
  };
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f6f6f8' },
    { media: '(prefers-color-scheme: dark)', color: '#101014' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = languageOf(await getLocale());
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html
      lang={locale}
      className={sans.variable}
      data-practice={isPractice() || undefined}
      data-demo={env().DEMO || undefined}
      suppressHydrationWarning
    >
      <body className="min-h-dvh">
        {isPractice() && <PracticeMark />}
        <NextIntlClientProvider>
          <Providers nonce={nonce} choices={await pageChoices()} operatorZone={env().TIME_ZONE}>
            <SignInWaysProvider ways={signInWays()}>{children}</SignInWaysProvider>
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
