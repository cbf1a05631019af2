'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { DESK_SAMPLE, type LineSample } from '@/components/pings/sample-histories';
import { NEIGHBOURS_SAMPLES, neighbourItems } from '@/components/services/sample-neighbours';
import type { NoteItem } from '@/lib/domain/note';
import type { PingDetails } from '@/lib/domain/ping-details';
import { defaultSettings, type Settings } from '@/lib/domain/settings';
import { notesQuery } from '@/lib/queries/notes';
import { myPingsQuery, servicePingsQuery } from '@/lib/queries/pings';
import { settingsQuery } from '@/lib/queries/settings';
import { lineQuery, neighboursQuery } from '@/lib/queries/services';

/** One note of whoever looks, about the ping, and an older one of somebody else, about the line. */
const notesOn = (ping: PingDetails, at: Date): NoteItem[] =>
  [
    { author: 'Ana Torres', text: 'Se corta de noche.\nVuelve a llamar el jueves.', task_id: ping.task_id },
    { author: 'Luis Mora', text: 'El martes se cambió el PoE.', task_id: null },
  ].map((note, index) => ({
    ...note,
    note_id: index + 1,
    service_id: ping.service_id,
    written_at: new Date(at.getTime() - (index * 50 + 1) * 3_600_000).toISOString(),
    may_delete: index === 0,
  }));

function seedDesk(client: QueryClient, sample: LineSample, at: Date): void {
  const ping = sample.ping(at);
  const items = [ping, ...sample.history(at)];
  client.setQueryData(servicePingsQuery(ping.service_id).queryKey, { items, next_cursor: null });
  client.setQueryData(lineQuery(ping.service_id).queryKey, { quiet: null });
  client.setQueryData(myPingsQuery().queryKey, { items, next_cursor: null });
  client.setQueryData(notesQuery(ping.service_id, null).queryKey, {
    pages: [{ items: notesOn(ping, at), next_cursor: null }],
    pageParams: [null],
  });
}

function seededClient(at: Date, settings: Settings): QueryClient {
  // Whoever looks at the gallery has not signed in, so nothing here may ask the server.
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, staleTime: Infinity } } });
  client.setQueryDefaults(['customer-texts'], { enabled: true });
  client.setQueryData(settingsQuery().queryKey, settings);
  seedDesk(client, DESK_SAMPLE, at);
  for (const sample of NEIGHBOURS_SAMPLES) {
    client.setQueryData(neighboursQuery(sample.serviceId).queryKey, {
      window_minutes: 60,
      scope: sample.scope,
      node_name: sample.scope && 'AP-7',
      items: neighbourItems(sample, at),
    });
  }
  return client;
}

type GalleryDataProps = { at: Date; settings?: Settings; children: ReactNode };

/** Answers the questions of the components within from invented data instead of the server. */
export function GalleryData({ at, settings = defaultSettings, children }: GalleryDataProps) {
  const [client] = useState(() => seededClient(at, settings));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
