'use client';

import { useDraft } from '@/components/shell/drafts';
import type { PingDetails } from '@/lib/domain/ping-details';
import { useWriteNote } from '@/lib/queries/notes';

export type HandoverNote = {
  text: string;
  setText: (text: string) => void;
  save: () => void;
  state: 'empty' | 'typed' | 'saving' | 'saved' | 'failed';
};

/**
 * The note under a result. It goes into the ticket, and with one press into the notes of this ping. What was typed and
 * not saved outlives the result, because the next ping of the same call needs the same words; what was saved does not.
 */
export function useHandoverNote(ping: PingDetails, draftKey = `ticket:${ping.service_id}`): HandoverNote {
  const [draft, setDraft] = useDraft(draftKey);
  const write = useWriteNote();
  const isOfOther = draft.savedFor !== null && draft.savedFor !== ping.task_id;
  const text = isOfOther ? '' : draft.text;
  const typed = text.trim();
  const state =
    typed === ''
      ? 'empty'
      : draft.savedFor !== null
        ? 'saved'
        : write.isPending
          ? 'saving'
          : write.isError
            ? 'failed'
            : 'typed';
  const save = () => {
    if (state !== 'typed' && state !== 'failed') return;
    write.mutate(
      { serviceId: ping.service_id, taskId: ping.task_id, text: typed },
      { onSuccess: () => setDraft({ text, savedFor: ping.task_id }) },
    );
  };
  return { text, setText: (next) => setDraft({ text: next, savedFor: null }), save, state };
}
