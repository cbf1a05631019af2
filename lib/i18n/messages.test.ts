import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import type { FACES } from '@/lib/domain/face';
import { LOCALES, type Locale } from './locale';
import { FILES, MESSAGES, TRANSLATIONS } from './test-messages';
import { SAME_AS_SPANISH } from './test-same-as-spanish';

/** A space that keeps a unit at its number is a space to whoever reads a list of texts. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

/** The words that the product fixes; nobody changes them in passing. */
const WORDS_ON_SCREEN: Record<Locale, Record<(typeof FACES)[number], string>> = {
  es: {
    running: 'Midiendo…',
    stable: 'Estable',
    intermittent: 'Intermitente',
    no_internet: 'No responde',
    failed: 'No se pudo medir',
    inconclusive: 'No concluyente',
  },
  'pt-BR': {
    running: 'Medindo…',
    stable: 'Estável',
    intermittent: 'Intermitente',
    no_internet: 'Sem resposta',
    failed: 'Não foi possível medir',
    inconclusive: 'Inconclusivo',
  },
  en: {
    running: 'Measuring…',
    stable: 'Stable',
    intermittent: 'Intermittent',
    no_internet: 'No reply',
    failed: 'Could not measure',
    inconclusive: 'Inconclusive',
  },
};

/** Zero, one, few, many, and the million that Spanish and Portuguese count in a form of its own. */
const NUMBERS = [0, 1, 2, 5, 20, 1_000_000];

/** Formats as the pages do, and throws where they would show a key instead of a text. */
function format(locale: Locale, message: string, values: Record<string, number>): string {
  const t = createTranslator({
    locale,
    messages: { probe: { message } },
    onError: (error) => {
      throw error;
    },
  });
  return t('probe.message', values);
}

function formats(locale: Locale, message: string, values: Record<string, number>): boolean {
  try {
    return format(locale, message, values) !== '';
  } catch {
    return false;
  }
}

/** Whatever stands in braces like an argument; a branch of a single word looks the same. */
const candidatesOf = (message: string) => [
  ...new Set([...message.matchAll(/\{\s*([a-z]\w*)\s*[,}]/gi)].map((match) => match[1] ?? '')),
];

const valuesOf = (names: readonly string[], value: number) =>
  Object.fromEntries(names.map((name) => [name, value]));

/** The arguments of a message: those without which it cannot be formatted. */
function argumentsOf(locale: Locale, message: string): string[] {
  const candidates = candidatesOf(message);
  const isNeeded = (name: string) => {
    const others = candidates.filter((candidate) => candidate !== name);
    return NUMBERS.some((number) => !formats(locale, message, valuesOf(others, number)));
  };
  return candidates.filter(isNeeded).sort();
}

describe('the messages of every language', () => {
  it.each(TRANSLATIONS)('%s has exactly the keys of Spanish', (locale) => {
    expect([...MESSAGES[locale].keys()].sort()).toEqual([...MESSAGES.es.keys()].sort());
  });

  it.each(LOCALES)('no message of %s is empty or ends in a stray space', (locale) => {
    const wrong = [...MESSAGES[locale]].filter(([, text]) => text === '' || text !== text.trim());
    expect(wrong).toEqual([]);
  });

  it.each(LOCALES)('every message of %s can be read and formatted, whatever its numbers', (locale) => {
    const wrong = [...MESSAGES[locale]].filter(
      ([, text]) => !NUMBERS.every((number) => formats(locale, text, valuesOf(candidatesOf(text), number))),
    );
    expect(wrong).toEqual([]);
  });

  it.each(TRANSLATIONS)('every message of %s uses the same arguments as the Spanish one', (locale) => {
    const used = (of: Locale) =>
      Object.fromEntries([...MESSAGES[of]].map(([key, text]) => [key, argumentsOf(of, text)]));
    expect(used(locale)).toEqual(used('es'));
  });

  it.each(TRANSLATIONS)('no message of %s is left in Spanish', (locale) => {
    const left = [...MESSAGES[locale]].filter(
      ([key, text]) => text === MESSAGES.es.get(key) && !SAME_AS_SPANISH[locale].includes(spaced(text)),
    );
    expect(left).toEqual([]);
  });

  it.each(TRANSLATIONS)('nothing is allowed to be as in Spanish that no message of %s needs', (locale) => {
    const same = [...MESSAGES[locale]].filter(([key, text]) => text === MESSAGES.es.get(key));
    const texts = same.map(([, text]) => spaced(text));
    expect(SAME_AS_SPANISH[locale].filter((text) => !texts.includes(text))).toEqual([]);
  });

  it.each(LOCALES)('the words on the badge in %s are those of the product', (locale) => {
    expect(FILES[locale].face).toEqual(WORDS_ON_SCREEN[locale]);
  });
});
