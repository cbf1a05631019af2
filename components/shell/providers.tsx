'use client';

import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import { ThemeProvider } from 'next-themes';
import { useEffect, useState, type ReactNode } from 'react';
import { ApiError } from '@/lib/queries/api-error';
import { useChanges } from '@/lib/queries/changes';
import { leadToSecondStep } from '@/lib/queries/second-step';
import { noteSessionEnd } from '@/lib/queries/session-end';
import { OperatorZoneProvider } from './operator-zone';
import { TakeOverChoices, type ScreenChoices } from './take-over-choices';

/** A request that the server refused will be refused again; one that did not get through is worth repeating. */
function shouldRetry(failures: number, error: unknown): boolean {
  const refused = error instanceof ApiError && error.status > 0 && error.status < 500;
  return !refused && failures < 3;
}

/** What any request may find out about the session behind the page. */
function noteRefusal(error: unknown): void {
  noteSessionEnd(error);
  leadToSecondStep(error);
}

const makeClient = () =>
  new QueryClient({
    queryCache: new QueryCache({ onError: noteRefusal }),
    mutationCache: new MutationCache({ onError: noteRefusal }),
    defaultOptions: {
      queries: { retry: shouldRetry, staleTime: 10_000, refetchOnWindowFocus: true },
      // What somebody asks for happens now or fails now; it does not wait in a tab for the network to come back.
      mutations: { retry: false, networkMode: 'always' },
    },
  });

/** The one wait of this tab for news of its pings. */
function Changes(): null {
  useChanges();
  return null;
}

/** Says to the stylesheet that from now on what is pressed is heard. */
function Listening(): null {
  useEffect(() => {
    document.documentElement.dataset.listening = '';
  }, []);
  return null;
}

type ProvidersProps = {
  nonce: string | undefined;
  /** What the person chose in the profile; null for nobody. */
  choices: ScreenChoices | null;
  operatorZone: string;
  children: ReactNode;
};

export function Providers({ nonce, choices, operatorZone, children }: ProvidersProps) {
  const [client] = useState(makeClient);
  // The overlays of the component library write a style element, which the page's policy admits only with its nonce.
  // It is the nonce the page came with: a refresh brings a new one, and the policy in force keeps the old.
  const [firstNonce] = useState(nonce);
  if (firstNonce !== undefined && typeof window !== 'undefined') setNonce(firstNonce);
  return (
    <ThemeProvider attribute="class" defaultTheme={choices?.theme ?? 'system'} nonce={firstNonce}>
      <Listening />
      <TakeOverChoices choices={choices} />
      <QueryClientProvider client={client}>
        <Changes />
        <OperatorZoneProvider zone={operatorZone}>{children}</OperatorZoneProvider>
      </QueryClientProvider>
    </ThemeProvider>
  );
}
