'use client';

import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { useDraft } from '@/components/shell/drafts';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { NOTE_MOST } from '@/lib/domain/note';
import { useWriteNote } from '@/lib/queries/notes';

/** Ctrl+Enter, or ⌘+Enter on a Mac: what sends a text of several lines everywhere. */
export const isSendKey = (event: KeyboardEvent) =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;

type NoteComposerProps = {
  serviceId: number;
  /** The ping that the note speaks of; null for the line. */
  taskId: string | null;
};

/** Writes a note. What is typed stays in the tab until it is saved, whatever is looked at meanwhile. */
export function NoteComposer({ serviceId, taskId }: NoteComposerProps) {
  const t = useTranslations('notes');
  const [draft, setDraft] = useDraft(`note:${taskId ?? serviceId}`);
  const write = useWriteNote();
  const text = draft.text.trim();
  const save = () => {
    if (text === '' || write.isPending) return;
    write.mutate({ serviceId, taskId, text }, { onSuccess: () => setDraft({ text: '', savedFor: null }) });
  };
  return (
    <div className="flex flex-col gap-2 print:hidden">
      <textarea
        value={draft.text}
        onChange={(event) => setDraft({ text: event.target.value, savedFor: null })}
        onKeyDown={(event) => isSendKey(event) && save()}
        aria-label={t('write')}
        placeholder={t('placeholder')}
        rows={2}
        maxLength={NOTE_MOST}
        className="field-sizing-content max-h-60 min-h-14 w-full rounded border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-muted sm:text-sm"
      />
      {text !== '' && (
        <Button size="sm" onClick={save} disabled={write.isPending} className="self-start">
          {write.isPending ? t('saving') : t('save')}
          <Kbd>{t('saveKey')}</Kbd>
        </Button>
      )}
      {write.isError && (
        <p role="alert" className="text-sm text-silent-ink">
          {t('saveFailed')}
        </p>
      )}
      <p role="status" className="sr-only">
        {write.isSuccess && text === '' ? t('saved') : ''}
      </p>
    </div>
  );
}
