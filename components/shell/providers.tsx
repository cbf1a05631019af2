'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { ThemeProvider } from 'next-themes';
import { Tooltip } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import { ApiError } from '@/lib/queries/api-error';

/** A request that the server refused will be refused again; one that did not get through is worth repeating. */
function shouldRetry(failures: number, error: unknown): boolean {
  const refused = error instanceof ApiError && error.status > 0 && error.status < 500;
  return !refused && failures < 3;
}

const makeClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 10_000, refetchOnWindowFocus: true },
      // What somebody asks for happens now or fails now; it does not wait in a tab for the network to come back.
      mutations: { retry: false, networkMode: 'always' },
    },
  });

export function Providers({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  const [client] = useState(makeClient);
  // The overlays of the component library write a style element, which the page's policy admits only with its nonce.
  // It is the nonce the page came with: a refresh brings a new one, and the policy in force keeps the old.
  const [firstNonce] = useState(nonce);
  if (firstNonce !== undefined && typeof window !== 'undefined') setNonce(firstNonce);
  return (
    <ThemeProvider attribute="class" defaultTheme="system" nonce={firstNonce} disableTransitionOnChange>
      <QueryClientProvider client={client}>
        <Tooltip.Provider delayDuration={300}>{children}</Tooltip.Provider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
