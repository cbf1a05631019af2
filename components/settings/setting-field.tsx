'use client';

import { CircleAlert, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import type { SettingName } from './settings-draft';
import { PROBLEMS, HINTS, ID_WORD } from './setting-texts';

const CONTROL =
  'w-full scroll-mt-24 scroll-mb-48 rounded border border-line-strong bg-surface px-3 text-base aria-invalid:border-silent sm:text-sm';
const LINE = 'h-11 sm:h-9';
const NUMBERS = new Set<SettingName>(['stableFrom', 'countryCode', 'bodyDays', 'pingMonths']);
/** What is typed as a number, in a short field. */
export const isNumeric = (name: SettingName) => NUMBERS.has(name) || /(?:Ms|Minutes)$/.test(name);

/** What takes several words, in a field of several lines. */
export const isList = (name: SettingName) => name.endsWith('Words');

type SettingFieldProps = {
  name: SettingName;
  text: string;
  /** The value it had at first, in words. */
  initial: string;
  isInitial: boolean;
  isWrong: boolean;
  onText: (text: string) => void;
  /** Puts the initial value back into the field; saving it is another step. */
  onInitial: () => void;
  /** The choices of a setting that is chosen and not typed. */
  options?: ReactNode;
};

/** One setting: what it is called, what it changes, what it was at first, and what is wrong with what was typed. */
export function SettingField(props: SettingFieldProps) {
  const { name, text, initial, isInitial, isWrong, onText, onInitial, options } = props;
  const t = useTranslations('settings');
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const isLong = isList(name);
  const isNumber = isNumeric(name);
  const control = {
    id,
    name,
    value: text,
    'aria-invalid': isWrong,
    'aria-describedby': `${id}-hint ${id}-problem`,
    onChange: (event: { target: { value: string } }) => onText(event.target.value),
    className: classNames(CONTROL, isLong ? 'py-2' : LINE, isNumber && 'tabular-nums sm:max-w-32'),
  };
  return (
    <div ref={field} className="flex flex-col gap-2">
      <label htmlFor={id} className="text-sm font-medium">
        {t(name)}
      </label>
      {options && <select {...control}>{options}</select>}
      {isLong && <textarea {...control} rows={2} spellCheck={false} />}
      {!options && !isLong && (
        <input
          {...control}
          type="text"
          inputMode={name === 'stableFrom' ? 'decimal' : isNumber ? 'numeric' : undefined}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      <p id={`${id}-problem`} className="text-sm font-medium text-silent-ink empty:hidden">
        {isWrong && (
          <>
            <CircleAlert className="mr-2 mb-0.5 inline size-4" aria-hidden />
            {t(PROBLEMS[name], { idWord: ID_WORD })}
          </>
        )}
      </p>
      <p id={`${id}-hint`} className="text-sm text-pretty text-ink-muted">
        {t(HINTS[name], { idWord: ID_WORD })}
        <span className={isInitial ? 'sr-only' : 'block wrap-break-word'}>
          {t('initial', { value: initial })}
        </span>
      </p>
      {!isInitial && (
        <Button
          variant="quiet"
          size="sm"
          onClick={() => {
            onInitial();
            // The button goes with the difference; the focus must not.
            field.current?.querySelector<HTMLElement>('[name]')?.focus();
          }}
          className="-ml-2 self-start"
        >
          <RotateCcw className="size-4" aria-hidden />
          {t('restore')}
          <span className="sr-only">: {t(name)}</span>
        </Button>
      )}
    </div>
  );
}
