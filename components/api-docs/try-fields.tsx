'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { DocumentParameter } from '@/lib/openapi/document-types';

const CONTROL = 'w-full rounded border border-line-strong bg-surface px-3 font-mono text-base sm:text-sm';

type TryFieldProps = { parameter: DocumentParameter; value: string; onValue: (value: string) => void };

/** One parameter to fill in: chosen where the document knows every value, typed otherwise. */
export function TryField({ parameter, value, onValue }: TryFieldProps) {
  const t = useTranslations('apiDocs');
  const id = useId();
  const { name, in: where, required, schema, example } = parameter;
  const hint = example ?? schema.default;
  const choices = Array.isArray(schema.enum) ? schema.enum.map(String) : null;
  const control = {
    id,
    value,
    className: `${CONTROL} h-11 sm:h-9`,
    onChange: (event: { target: { value: string } }) => onValue(event.target.value),
  };
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-mono font-medium">{name}</span>
        <span className="text-xs text-ink-muted">
          {where}
          {required && ` · ${t('required')}`}
        </span>
      </label>
      {choices ? (
        <select {...control}>
          <option value="">—</option>
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      ) : (
        <input
          {...control}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder={hint === undefined || hint === '' ? undefined : String(hint)}
        />
      )}
    </div>
  );
}

type TryBodyProps = { type: string; value: string; onValue: (value: string) => void };

/** The body as it is sent, whatever was typed: what is wrong with it the answer says. */
export function TryBody({ type, value, onValue }: TryBodyProps) {
  const t = useTranslations('apiDocs');
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {t('body')} <span className="text-xs font-normal text-ink-muted">{type}</span>
      </label>
      <textarea
        id={id}
        rows={Math.min(Math.max(value.split('\n').length, 3), 8)}
        value={value}
        spellCheck={false}
        onChange={(event) => onValue(event.target.value)}
        className={`${CONTROL} py-2`}
      />
    </div>
  );
}
