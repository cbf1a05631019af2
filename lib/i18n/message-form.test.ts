import { describe, expect, it } from 'vitest';
import customerEn from './customer/en.json';
import customerTu from './customer/es-tu.json';
import customerUsted from './customer/es-usted.json';
import customerVos from './customer/es-vos.json';
import customerPtBr from './customer/pt-br.json';
import { LOCALES, type Locale } from './locale';
import { flat, MESSAGES, pluralsOf, tagsOf, TRANSLATIONS } from './test-messages';

/** What a customer is sent is written by the same rules. */
const ALL: Record<Locale, Map<string, string>> = {
  es: new Map([
    ...MESSAGES.es,
    ...flat({ 'customer-usted': customerUsted, 'customer-tu': customerTu, 'customer-vos': customerVos }),
  ]),
  'pt-BR': new Map([...MESSAGES['pt-BR'], ...flat({ customer: customerPtBr })]),
  en: new Map([...MESSAGES.en, ...flat({ customer: customerEn })]),
};

/** The messages in which something stands that must not, each behind its key. */
const found = (locale: Locale, pattern: RegExp) =>
  [...ALL[locale]].filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key}: ${text}`);

/** A text without its arguments and commands, which are code. */
const bare = (text: string) => text.replaceAll(/\{\w+(?:, number)?\}|npm run \w+/g, '');

describe.each(LOCALES)('the hand of %s', (locale) => {
  it('writes an ellipsis as one sign, and quotes that open and close', () => {
    expect(found(locale, /\.\.\.|["`]|(?<=\p{L})'(?=\p{L})|(?<!\p{L})'|'(?!\p{L})/u)).toEqual([]);
  });

  it('has no double spaces, and none before a mark that closes', () => {
    expect(found(locale, /[ \u00a0]{2}| [,.;!?)»”]/)).toEqual([]);
  });

  it('keeps a number and its unit on one line, except in the ticket, which other programs read', () => {
    const wrong = found(locale, /[}#\d] (?:ms|s|min|h|%|kB|MB|GB)(?![\p{L}\d{])/u);
    expect(wrong.filter((text) => !text.startsWith('ticket.'))).toEqual([]);
  });

  it('closes whatever it opens', () => {
    const pairs = ['()', '«»', '“”'] as const;
    const count = (text: string, sign: string) => text.split(sign).length;
    const wrong = [...ALL[locale]].filter(([, text]) =>
      pairs.some(([open = '', close = '']) => count(text, open) !== count(text, close)),
    );
    expect(wrong).toEqual([]);
  });

  it('begins a message with a capital in the middle of no sentence: one capital for a title', () => {
    const title = /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){2,}$/u;
    expect(found(locale, title)).toEqual([]);
  });
});

describe('the signs of each language', () => {
  it('quote in Spanish with « and », in the others with “ and ”', () => {
    expect(found('es', /[“”]/)).toEqual([]);
    for (const locale of TRANSLATIONS) expect(found(locale, /[«»]/)).toEqual([]);
  });

  it('open a question and an exclamation in Spanish, and nowhere else', () => {
    const opens = (text: string) => text.split(/[¿¡]/).length;
    const closes = (text: string) => text.split(/[?!]/).length;
    expect([...ALL.es].filter(([, text]) => opens(text) !== closes(text))).toEqual([]);
    for (const locale of TRANSLATIONS) expect(found(locale, /[¿¡]/)).toEqual([]);
  });

  it('put a space before a percent sign in Spanish alone', () => {
    expect(found('es', /[\d}]%/)).toEqual([]);
    for (const locale of TRANSLATIONS) expect(found(locale, /[\d}]\s%/)).toEqual([]);
  });
});

describe('the words of each language', () => {
  const usted = new Map([...ALL.es].filter(([key]) => !/^customer-(?:tu|vos)\./.test(key)));

  it('call nobody vosotros, and nobody tú or vos outside the texts of those voices', () => {
    const peninsular =
      /(?<!\p{L})(?:vosotr[oa]s|vuestr[oa]s?|os|\p{L}+(?:áis|éis|adlo|edlo|idlo)|pulse|ordenador(?:es)?|móvil|fichero|coger|coja)(?!\p{L})/iu;
    const familiar = /(?<!\p{L})(?:tú|ti|tu|tus|te|contigo|vos)(?!\p{L})/iu;
    for (const [key, text] of usted) {
      expect(text, key).not.toMatch(peninsular);
      if (!key.startsWith('settings.voice_')) expect(text, key).not.toMatch(familiar);
    }
  });

  it('say at a Spanish desk nothing in English that has a word of its own', () => {
    const english = /(?<!\p{L})(?:test|link|password|login|download|backup|endpoints?|email)(?!\p{L})/iu;
    expect([...ALL.es].filter(([, text]) => english.test(bare(text)))).toEqual([]);
  });

  it('are Brazilian, and not translated Spanish', () => {
    const foreign =
      /(?<!\p{L})(?:utilizador|ecrã|telemóvel|ficheiros?|registo|contacto|tu|ficha|mesa|papel|router)(?!\p{L})/iu;
    expect(found('pt-BR', foreign)).toEqual([]);
  });

  it('are those of a person, not of the code', () => {
    for (const locale of LOCALES) {
      const coded = [...ALL[locale]].filter(([, text]) => /[a-z]_[a-z]|undefined|null/.test(bare(text)));
      expect(coded.filter(([, text]) => !/^[A-Z_]+$/.test(text))).toEqual([]);
    }
  });
});

describe.each(LOCALES)('the plurals of %s', (locale) => {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories as string[];
  const plurals = [...ALL[locale]].flatMap(([key, text]) =>
    pluralsOf(text).map((plural) => ({ key, names: [...plural.branches.keys()], ...plural })),
  );

  it('know one and other, and no number that the language does not know', () => {
    expect(plurals.length).toBeGreaterThan(50);
    const wrong = plurals.filter(({ names }) => {
      const own = names.filter((name) => !/^=\d+$/.test(name));
      return !own.includes('one') || !own.includes('other') || own.some((name) => !categories.includes(name));
    });
    expect(wrong.map(({ key, names }) => `${key}: ${names.join(' ')}`)).toEqual([]);
  });

  it('say the number in "one" by its sign where the language counts more than one thing so', () => {
    // Brazilian Portuguese counts nothing as one: "0 pacote".
    const zeroIsOne = new Intl.PluralRules(locale).select(0) === 'one';
    const wrong = plurals.filter(
      ({ branches, names }) =>
        zeroIsOne &&
        !names.includes('=0') &&
        /(?<!\p{L})(?:1|um|uma)(?!\p{L})/u.test(branches.get('one') ?? ''),
    );
    expect(wrong.map(({ key }) => key)).toEqual([]);
  });
});

/** Counts that may reach a million, which Spanish and Portuguese follow with "de". */
const MANY = [
  'search.services',
  'directory.count',
  'history.ofServices',
  'historyChart.count',
  'historyList.count',
  'historyList.end',
  'historyExport.downloadFile',
  'directoryImport.wrongCount',
  'directoryImport.read',
];

it.each(['es', 'pt-BR'] as const)('a million of anything is said in %s with "de"', (locale) => {
  for (const key of MANY) {
    const [plural] = pluralsOf(MESSAGES[locale].get(key) ?? '');
    expect(plural?.branches.get('many'), key).toContain('# de ');
  }
});

it.each(TRANSLATIONS)('every message of %s has the tags of the Spanish one', (locale) => {
  const wrong = [...MESSAGES[locale]].filter(
    ([key, text]) => tagsOf(text).join() !== tagsOf(MESSAGES.es.get(key) ?? '').join(),
  );
  expect(wrong).toEqual([]);
});
