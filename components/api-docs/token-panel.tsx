'use client';

import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Tag } from '@/components/ui/tag';
import { useTry } from './try-context';

/** Whom the requests of this page are from: a token that is pasted here, or the person who signed in. */
export function TokenPanel() {
  const t = useTranslations('apiDocs');
  const { token, setToken } = useTry();
  const id = useId();
  return (
    <section
      aria-label={t('credentials')}
      className="flex flex-col gap-3 rounded border border-line bg-canvas p-4 sm:flex-row sm:items-end"
    >
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <label htmlFor={id} className="flex items-center gap-2 text-sm font-medium">
          <KeyRound className="size-4 text-ink-muted" aria-hidden />
          {t('token')}
        </label>
        <input
          id={id}
          type="password"
          value={token}
          onChange={(event) => setToken(event.target.value.trim())}
          placeholder="pulso_…"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          className="h-11 w-full rounded border border-line-strong bg-surface px-3 font-mono text-base sm:h-9 sm:text-sm"
        />
        <p id={`${id}-hint`} className="text-xs text-ink-muted">
          {t('tokenHint')}
        </p>
      </div>
      <p className="shrink-0 sm:pb-6" role="status">
        <Tag>{token === '' ? t('asSession') : t('asToken')}</Tag>
      </p>
    </section>
  );
}
