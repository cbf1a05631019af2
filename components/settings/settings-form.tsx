'use client';

import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, type FormEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { CUSTOMER_VOICES, defaultSettings, WHILE_DOWN, type Settings } from '@/lib/domain/settings';
import { SettingField } from './setting-field';
import { DOWN_WORDS, GROUPS, SWITCH, VOICES } from './setting-texts';
import { textOf, type SettingName } from './settings-draft';
import { useFieldNumber, useSettingsForm } from './use-settings-form';
import { useSaveProblem } from './use-save-problem';

/** The initial value of a setting in words. */
function useInitial(): (name: SettingName) => string {
  const t = useTranslations('settings');
  const number = useFieldNumber();
  return (name) => {
    if (name === 'customerVoice') return t(VOICES[defaultSettings.customerVoice]);
    if (name === 'whileDown') return t(DOWN_WORDS[defaultSettings.whileDown]);
    if (name === 'requireSecondStep') return t(SWITCH[defaultSettings[name] ? 'on' : 'off']);
    return textOf(defaultSettings[name], number) || t('empty');
  };
}

export function SettingsForm({ stored }: { stored: Settings }) {
  const t = useTranslations('settings');
  const form = useRef<HTMLFormElement>(null);
  const { draft, wrong, type, save, change } = useSettingsForm(stored);
  const initial = useInitial();
  const number = useFieldNumber();
  const initialText = (name: SettingName) => textOf(defaultSettings[name], number);
  const problemOf = useSaveProblem();
  const problem = wrong.length > 0 ? t('refused') : change.error && problemOf(change.error);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const names = new Set<string>(save());
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement>('[name]') ?? [])];
    const first = fields.find((field) => names.has(field.name));
    first?.focus();
    // One that has the focus already may lie below the bar, which has just grown by a sentence.
    first?.scrollIntoView({ block: 'nearest' });
  };
  const option = (value: string, text: string) => (
    <option key={value} value={value}>
      {text}
    </option>
  );
  const options: { [Name in SettingName]?: ReactNode } = {
    customerVoice: CUSTOMER_VOICES.map((voice) => option(voice, t(VOICES[voice]))),
    whileDown: WHILE_DOWN.map((word) => option(word, t(DOWN_WORDS[word]))),
    requireSecondStep: (['off', 'on'] as const).map((word) => option(word, t(SWITCH[word]))),
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-10" data-testid="settings">
      {GROUPS.map(({ title, names }) => (
        <fieldset key={title} className="flex min-w-0 flex-col gap-6">
          <legend className="mb-4 w-full border-b border-line pb-2 text-base font-semibold">
            {t(title)}
          </legend>
          {names.map((name) => (
            <SettingField
              key={name}
              name={name}
              text={draft[name]}
              initial={initial(name)}
              isInitial={draft[name].trim() === initialText(name)}
              isWrong={wrong.includes(name)}
              onText={(text) => type(name, text)}
              onInitial={() => type(name, initialText(name))}
              options={options[name]}
            />
          ))}
        </fieldset>
      ))}
      <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-3 sm:-mx-8 sm:px-8">
        <Button type="submit" variant="primary" disabled={change.isPending}>
          {change.isPending ? t('busy') : t('save')}
        </Button>
        <p role="status" className="min-w-0 flex-1 text-sm text-stable-ink">
          {change.isSuccess && (
            <>
              <CircleCheck className="mr-2 mb-0.5 inline size-4" aria-hidden />
              {t('saved')}
            </>
          )}
        </p>
        {problem && (
          <Notice tone="bad" icon={CircleAlert} role="alert" className="w-full">
            {problem}
          </Notice>
        )}
      </div>
    </form>
  );
}
