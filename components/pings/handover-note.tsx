'use client';

import { Check, NotebookPen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isSendKey } from '@/components/notes/note-composer';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NOTE_MOST } from '@/lib/domain/note';
import type { HandoverNote as Note } from './use-handover-note';

/** The field under a result whose text goes into the ticket, and into the notes when somebody saves it. */
export function HandoverNote({ note }: { note: Note }) {
  const t = useTranslations('ticket');
  const tNotes = useTranslations('notes');
  const isSaved = note.state === 'saved';
  const Icon = isSaved ? Check : NotebookPen;
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <label className="flex flex-col gap-1 text-xs text-ink-muted">
        {t('note')}
        <textarea
          value={note.text}
          onChange={(event) => note.setText(event.target.value)}
          onKeyDown={(event) => isSendKey(event) && note.save()}
          placeholder={t('notePlaceholder')}
          rows={2}
          maxLength={NOTE_MOST}
          className="w-full rounded border border-line-strong bg-surface px-3 py-2 text-sm text-ink placeholder:text-ink-muted"
        />
      </label>
      {note.state !== 'empty' && (
        <Button
          size="sm"
          onClick={note.save}
          disabled={isSaved || note.state === 'saving'}
          className="self-start"
          data-testid="save-note"
        >
          <Icon className="size-4" aria-hidden />
          {isSaved ? tNotes('saved') : note.state === 'saving' ? tNotes('saving') : tNotes('save')}
          {!isSaved && <Kbd>{tNotes('saveKey')}</Kbd>}
        </Button>
      )}
      {note.state === 'failed' && (
        <p role="alert" className="text-sm text-silent-ink">
          {tNotes('saveFailed')}
        </p>
      )}
      <p role="status" className="sr-only">
        {isSaved ? tNotes('saved') : ''}
      </p>
    </div>
  );
}
