'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { Search, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Kbd } from '@/components/ui/kbd';
import { serviceIdSchema } from '@/lib/domain/service';
import type { ServiceItem } from '@/lib/domain/service-item';
import { recentServicesQuery, serviceSearchQuery } from '@/lib/queries/services';
import { CaseOptions } from './case-options';
import { SearchNote } from './search-note';
import { ServiceRow } from './service-row';
import { useDebounced } from './use-debounced';

const ITEM =
  'data-[selected=true]:bg-sunken flex cursor-pointer items-center rounded px-3 py-2 text-sm outline-none';
const DEBOUNCE_MS = 120;

/** The id somebody typed, when it is one that no result stands for. */
function typedId(typed: string, items: readonly ServiceItem[]): number | null {
  const id = serviceIdSchema.safeParse(/^\d+$/.test(typed) ? Number(typed) : NaN);
  return id.success && !items.some((item) => item.service_id === id.data) ? id.data : null;
}

/** Results of exactly what is typed now; an older list is shown greyed and cannot be chosen. */
function useResults(typed: string) {
  const asked = useDebounced(typed, DEBOUNCE_MS);
  const search = useQuery(serviceSearchQuery(asked));
  const recent = useQuery(recentServicesQuery());
  if (typed === '') return { items: recent.data?.items ?? [], current: true, isError: false };
  const current = search.data?.typed === typed;
  return { items: search.data?.items ?? [], current, isError: search.isError };
}

type Results = ReturnType<typeof useResults>;

type FieldProps = {
  input: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  onOpen: (open: boolean) => void;
};

function Field({ input, text, onText, onOpen }: FieldProps) {
  const t = useTranslations('search');
  return (
    <div className="flex h-10 items-center gap-2 rounded border border-line-strong bg-surface px-3 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-(--brand)">
      <Search className="size-4 shrink-0 text-ink-muted" aria-hidden />
      <Command.Input
        ref={input}
        value={text}
        onValueChange={onText}
        onFocus={() => onOpen(true)}
        onBlur={() => onOpen(false)}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        autoComplete="off"
        spellCheck={false}
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-ellipsis placeholder:text-ink-muted sm:text-sm"
      />
      {text === '' ? (
        <Kbd className="text-ink-muted">/</Kbd>
      ) : (
        <button
          type="button"
          aria-label={t('clear')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onText('')}
          className="rounded-sm p-1"
        >
          <X className="size-4" aria-hidden />
        </button>
      )}
    </div>
  );
}

type Choose = (serviceId: number, taskId: string | null) => void;

type OptionsProps = { typed: string; results: Results; onChoose: Choose };

function Options({ typed, results, onChoose }: OptionsProps) {
  const t = useTranslations('search');
  const { items, current, isError } = results;
  const byId = current || isError ? typedId(typed, items) : null;
  return (
    <>
      {items.map((service) => (
        <Command.Item
          key={service.service_id}
          value={String(service.service_id)}
          disabled={!current}
          onSelect={() => onChoose(service.service_id, null)}
          className={`${ITEM} ${current ? '' : 'opacity-60'}`}
          data-service-id={service.service_id}
        >
          <ServiceRow service={service} />
        </Command.Item>
      ))}
      {byId !== null && (
        <Command.Item
          value={`id-${byId}`}
          onSelect={() => onChoose(byId, null)}
          className={ITEM}
          data-service-id={byId}
        >
          {t('byId', { id: String(byId) })}
        </Command.Item>
      )}
      <CaseOptions typed={typed} className={ITEM} onChoose={onChoose} />
    </>
  );
}

/** Finds a service while somebody types; the arrows and Enter choose, and only from what is typed now. */
export function ServiceSearch({ onChoose }: { onChoose: Choose }) {
  const t = useTranslations('search');
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const typed = text.trim();
  const results = useResults(typed);
  useShortcuts({ '/': () => input.current?.focus() });

  const choose: Choose = (serviceId, taskId) => {
    setText('');
    setOpen(false);
    input.current?.blur();
    onChoose(serviceId, taskId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    if (text === '') input.current?.blur();
    setText('');
  };
  // The first row is chosen anew for each list of results; the search box itself would keep a row that is gone.
  const first = results.current
    ? (results.items[0]?.service_id ?? (typedId(typed, []) === null ? '' : `id-${typed}`))
    : '';
  const listed = `${typed} ${String(first)}`;
  const [picked, setPicked] = useState({ listed: '', value: '' });
  const value = (picked.listed === listed && picked.value) || String(first);
  const shown = open && (typed !== '' || results.items.length > 0);

  return (
    <Command
      shouldFilter={false}
      value={value}
      onValueChange={(next) => setPicked({ listed, value: next })}
      loop
      label={t('label')}
      onKeyDown={onKeyDown}
      className="relative w-full max-w-2xl"
      data-testid="service-search"
    >
      <Field input={input} text={text} onText={setText} onOpen={setOpen} />
      <div
        hidden={!shown}
        // A press on a row must not take the focus away before the row is chosen.
        onMouseDown={(event) => event.preventDefault()}
        className="absolute inset-x-0 top-full z-30 mt-1 rounded-lg border border-line bg-surface p-1 shadow-floating"
      >
        {shown && typed === '' && <p className="px-3 py-1 text-xs text-ink-muted">{t('recent')}</p>}
        <Command.List
          label={t('label')}
          aria-busy={!results.current}
          className="max-h-[min(28rem,70dvh)] overflow-y-auto"
        >
          {shown && <Options typed={typed} results={results} onChoose={choose} />}
        </Command.List>
        {shown && (
          <SearchNote
            typed={typed}
            count={results.items.length}
            current={results.current}
            isError={results.isError}
          />
        )}
      </div>
    </Command>
  );
}
