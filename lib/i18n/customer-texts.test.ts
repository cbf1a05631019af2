import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_TEXTS } from '@/lib/domain/advice';
import { CUSTOMER_VOICES, type Settings } from '@/lib/domain/settings';
import en from './customer/en.json';
import esTu from './customer/es-tu.json';
import esUsted from './customer/es-usted.json';
import esVos from './customer/es-vos.json';
import ptBr from './customer/pt-br.json';
import type { Locale } from './locale';

type Texts = Record<(typeof CUSTOMER_TEXTS)[number], string>;
type Voice = Settings['customerVoice'];

const VOICES: Record<Voice, { locale: Locale; texts: Texts }> = {
  'es-usted': { locale: 'es', texts: esUsted },
  'es-tu': { locale: 'es', texts: esTu },
  'es-vos': { locale: 'es', texts: esVos },
  'pt-BR': { locale: 'pt-BR', texts: ptBr },
  en: { locale: 'en', texts: en },
};

/** A text that fits into one glance of a phone. */
const MOST_CHARACTERS = 350;
const CODE = 'CFMXAJ';
const ordinary = { name: 'María', operator: 'Fibra del Norte', code: CODE, time: '14:05' };
const nameless = { ...ordinary, name: 'none', operator: 'none' };

/** What a customer must never read: an address of the network, or a word on money. */
const FORBIDDEN = /\d+\.\d+\.\d+|[0-9a-f]{2}(:[0-9a-f]{2}){5}|deuda|pago|suspend|dívida|debt|payment/i;

/** Fills a text as the desk does, and throws where it cannot be read or asks for more than it is given. */
function fill(voice: Voice, kind: keyof Texts, values: typeof ordinary): string {
  const { locale, texts } = VOICES[voice];
  const t = createTranslator({
    locale,
    messages: { customer: texts },
    namespace: 'customer',
    onError: (error) => {
      throw error;
    },
  });
  return t(kind, values);
}

const cases = CUSTOMER_VOICES.flatMap((voice) => CUSTOMER_TEXTS.map((kind) => [voice, kind] as const));

it.each(CUSTOMER_VOICES)('the voice %s has exactly the texts that a customer may be sent', (voice) => {
  expect(Object.keys(VOICES[voice].texts).sort()).toEqual([...CUSTOMER_TEXTS].sort());
});

describe.each(cases)('the text of %s for %s', (voice, kind) => {
  const full = fill(voice, kind, ordinary);
  const short = fill(voice, kind, nameless);

  it('is whole with a name, an operator, a code and a time, and takes nothing else', () => {
    for (const text of [full, short]) expect(text).not.toMatch(/[{}]|none|undefined/);
  });

  it(`has at most ${MOST_CHARACTERS} characters`, () => {
    expect(full.length).toBeLessThanOrEqual(MOST_CHARACTERS);
  });

  it('greets by name and says who writes, where they are known', () => {
    expect(full).toContain(ordinary.name);
    expect(full).toContain(ordinary.operator);
  });

  it('ends with the case code, on a line of its own', () => {
    for (const text of [full, short]) expect(text.split('\n').at(-1)).toMatch(new RegExp(`: ${CODE}$`));
  });

  it('holds no address of the network and no word on money', () => {
    for (const text of [VOICES[voice].texts[kind], full, short]) expect(text).not.toMatch(FORBIDDEN);
  });

  it('reads as one text, without stray spaces', () => {
    for (const text of [full, short]) {
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/ {2}| \n|\n |\.\./);
    }
  });
});
