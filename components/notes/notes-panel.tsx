'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { notesQuery } from '@/lib/queries/notes';
import { NoteComposer } from './note-composer';
import { NoteEntry } from './note-entry';

type NotesPanelProps = {
  serviceId: number;
  /** Only the notes on this ping; null for all of the line. */
  taskId?: string | null;
  /** False where another field writes the notes that are listed here. */
  mayWrite?: boolean;
};

/** What others wrote down about this line, the newest first, and a field for whoever answers next. */
export function NotesPanel({ serviceId, taskId = null, mayWrite = true }: NotesPanelProps) {
  const t = useTranslations('notes');
  const tProblem = useTranslations('problem');
  const notes = useInfiniteQuery(notesQuery(serviceId, taskId));
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={taskId === null ? t('title') : t('titleOfPing')} className="print:hidden">
      {mayWrite && <NoteComposer serviceId={serviceId} taskId={taskId} />}
      {notes.isPending && <Skeleton className="h-12 w-full" />}
      {notes.isError && notes.data === undefined && (
        <p className="text-sm text-ink-muted">{tProblem('load')}</p>
      )}
      {notes.data && items.length === 0 && (
        <p className="text-sm text-ink-muted">{taskId === null ? t('none') : t('noneOfPing')}</p>
      )}
      <ul className="flex flex-col gap-3" data-testid="notes">
        {items.map((note) => (
          <li key={note.note_id}>
            <NoteEntry note={note} isOfShownPing={taskId !== null} />
          </li>
        ))}
      </ul>
      {notes.hasNextPage && (
        <Button
          size="sm"
          disabled={notes.isFetchingNextPage}
          onClick={() => void notes.fetchNextPage()}
          className="self-start"
        >
          {t('older')}
        </Button>
      )}
    </Panel>
  );
}
