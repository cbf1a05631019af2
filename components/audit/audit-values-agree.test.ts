import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { NextIntlClientProvider } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { changesText } from '@/lib/domain/audit-changes-text';
import { defaultSettings } from '@/lib/domain/settings';
import { auditWords } from '@/lib/i18n/audit-words';
import en from '@/lib/i18n/en.json';
import es from '@/lib/i18n/es.json';
import { CUSTOMS, LOCALES } from '@/lib/i18n/locale';
import ptBr from '@/lib/i18n/pt-br.json';
import { AUDIT_FIELDS, useAuditFieldName, useAuditValue } from './use-audit-values';

const MESSAGES = { es, 'pt-BR': ptBr, en };

/** Every value that either of the two has a word for, of every field, and values that have none. */
const changesOf = (locale: (typeof LOCALES)[number]) => {
  const { values } = auditWords(locale).changes;
  const others = [
    true,
    false,
    3.5,
    '',
    ['ping:read', 'ping:write'],
    ['one', 'two', 'three'],
    4321,
    'a name of its own',
  ];
  const fields = [...AUDIT_FIELDS, ...Object.keys(defaultSettings), 'a_field_that_no_page_knows'];
  return fields.flatMap((field) =>
    [...Object.keys(values[field] ?? {}), ...others].map((value) => ({ field, value })),
  );
};

function Said({ changes }: { changes: ReturnType<typeof changesOf> }) {
  const nameOf = useAuditFieldName();
  const say = useAuditValue();
  return JSON.stringify(changes.map(({ field, value }) => `${nameOf(field)}: ${say(field, value)}`));
}

describe('an entry of the audit trail', () => {
  it.each(LOCALES)('is said in %s by its page and by its export in the same words', (locale) => {
    const changes = changesOf(locale);
    const said = createElement(Said, { changes });
    const inLanguage = {
      locale: CUSTOMS[locale],
      messages: MESSAGES[locale],
      timeZone: 'UTC',
      children: said,
    };
    const page = renderToStaticMarkup(
      createElement(
        QueryClientProvider,
        { client: new QueryClient() },
        createElement(NextIntlClientProvider, inLanguage),
      ),
    );
    const style = {
      words: auditWords(locale).changes,
      moment: (iso: string) => iso,
      number: new Intl.NumberFormat(CUSTOMS[locale], { maximumFractionDigits: 3 }).format,
      list: (items: readonly string[]) => new Intl.ListFormat(CUSTOMS[locale]).format(items),
      nameOf: () => undefined,
    };
    const file = changes.map(({ field, value }) => changesText({ [field]: [null, value] }, style));
    const read = page.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');
    expect(file).toEqual(JSON.parse(read));
  });
});
