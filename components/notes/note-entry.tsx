'use client';

import { Activity, Trash2, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { NoteItem } from '@/lib/domain/note';
import { PROVEN_MOMENT, SHORT_MOMENT } from '@/lib/i18n/moments';
import { useNoteRemovals } from './note-removals';

function Deleted({ onUndo }: { onUndo: () => void }) {
  const t = useTranslations('notes');
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-ink-muted">
      <span role="status">{t('deleted')}</span>
      {/* The button that was pressed is gone, and the hand is still here. */}
      <Button size="sm" onClick={onUndo} autoFocus>
        <Undo2 className="size-4" aria-hidden />
        {t('undo')}
      </Button>
    </div>
  );
}

type NoteEntryProps = {
  note: NoteItem;
  /** True where the page is that of the ping already. */
  isOfShownPing: boolean;
};

/** One note: who, when, about which ping, and the text with its lines. */
export function NoteEntry({ note, isOfShownPing }: NoteEntryProps) {
  const t = useTranslations('notes');
  const format = useFormatter();
  const { stateOf, remove, undo } = useNoteRemovals();
  const state = stateOf(note);
  if (state === 'leaving') return <Deleted onUndo={() => undo(note)} />;
  const at = new Date(note.written_at);
  return (
    <article data-note-id={note.note_id}>
      <div className="flex items-center gap-2 text-xs text-ink-muted">
        <span className="min-w-0 truncate font-medium text-ink">{note.author}</span>
        <time
          dateTime={note.written_at}
          title={format.dateTime(at, PROVEN_MOMENT)}
          className="shrink-0 tabular-nums"
        >
          {format.dateTime(at, SHORT_MOMENT)}
        </time>
        {note.task_id !== null && !isOfShownPing && (
          <Link
            href={`/pings/${note.task_id}`}
            prefetch={false}
            className="flex shrink-0 items-center gap-1 rounded-sm text-brand-ink underline-offset-4 hover:underline"
          >
            <Activity className="size-3" aria-hidden />
            {t('ofPing')}
          </Link>
        )}
        {note.may_delete && (
          <Button
            variant="quiet"
            size="icon"
            aria-label={t('delete', { author: note.author })}
            onClick={() => remove(note)}
            className="-my-2 -mr-2 ml-auto"
          >
            <Trash2 className="size-4" aria-hidden />
          </Button>
        )}
      </div>
      <p className="mt-0.5 text-sm wrap-anywhere whitespace-pre-wrap">{note.text}</p>
      {state === 'failed' && (
        <p role="alert" className="mt-1 text-sm text-silent-ink">
          {t('deleteFailed')}
        </p>
      )}
    </article>
  );
}
