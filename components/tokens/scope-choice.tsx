'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { Scope } from '@/lib/domain/role';
import { SCOPE_WORDS } from './scope-words';

type ScopeChoiceProps = {
  offered: readonly Scope[];
  chosen: readonly Scope[];
  onChosen: (scopes: Scope[]) => void;
  isWrong: boolean;
};

/** What a token may do, each in words with its name in the API. Nothing is chosen at first. */
export function ScopeChoice({ offered, chosen, onChosen, isWrong }: ScopeChoiceProps) {
  const t = useTranslations('tokens');
  const id = useId();
  const toggle = (scope: Scope) =>
    onChosen(chosen.includes(scope) ? chosen.filter((one) => one !== scope) : [...chosen, scope]);
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={`${id}-problem`}>
      <legend className="mb-2 text-sm font-medium">{t('scopes')}</legend>
      {offered.map((scope) => (
        <label
          key={scope}
          className="flex min-h-11 cursor-pointer items-start gap-3 rounded border border-line px-3 py-2 has-checked:border-brand has-checked:bg-brand-soft"
        >
          <input
            type="checkbox"
            name="scopes"
            value={scope}
            aria-invalid={isWrong}
            checked={chosen.includes(scope)}
            onChange={() => toggle(scope)}
            className="mt-0.5 size-4 shrink-0 accent-(--brand)"
          />
          <span className="min-w-0 text-sm">
            {t(SCOPE_WORDS[scope])}
            <code className="block text-xs text-ink-muted">{scope}</code>
          </span>
        </label>
      ))}
      <p id={`${id}-problem`} className="text-sm font-medium text-silent-ink empty:hidden">
        {isWrong && (
          <>
            <CircleAlert className="mr-2 mb-0.5 inline size-4" aria-hidden />
            {t('wrongScopes')}
          </>
        )}
      </p>
    </fieldset>
  );
}
