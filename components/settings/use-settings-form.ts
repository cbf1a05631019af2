'use client';

import { useFormatter } from 'next-intl';
import { useState } from 'react';
import type { Settings } from '@/lib/domain/settings';
import { useChangeSettings } from '@/lib/queries/settings';
import { draftOf, readDraft, type Draft, type SettingName } from './settings-draft';

/** How a number is written in a field: with the reader's decimal sign, and without one for thousands. */
export function useFieldNumber(): (value: number) => string {
  const format = useFormatter();
  return (value) => format.number(value, { useGrouping: false, maximumFractionDigits: 2 });
}

/** What is typed, what is wrong with it, and its saving. Nothing typed is lost whatever the server answers. */
export function useSettingsForm(stored: Settings) {
  const number = useFieldNumber();
  const [draft, setDraft] = useState<Draft>(() => draftOf(stored, number));
  const [wrong, setWrong] = useState<readonly SettingName[]>([]);
  const change = useChangeSettings();

  const type = (name: SettingName, text: string) => {
    setDraft({ ...draft, [name]: text });
    setWrong(wrong.filter((other) => other !== name));
    if (!change.isPending) change.reset();
  };

  /** Saves, or answers the names of the fields to correct first. */
  const save = (): readonly SettingName[] => {
    const reading = readDraft(draft);
    setWrong(reading.wrong);
    change.reset();
    if (reading.settings === null) return reading.wrong;
    // What was typed while it was being saved stays.
    const onSuccess = (saved: Settings) =>
      setDraft((current) => (current === draft ? draftOf(saved, number) : current));
    change.mutate(reading.settings, { onSuccess });
    return [];
  };

  return { draft, wrong, type, save, change };
}
