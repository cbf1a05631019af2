import en from './en.json';
import es from './es.json';
import type { Locale } from './locale';
import ptBr from './pt-br.json';

export type Messages = { [key: string]: string | Messages };

export const FILES: Record<Locale, Messages> = { es, 'pt-BR': ptBr, en };
export const TRANSLATIONS = ['pt-BR', 'en'] as const;

/** Every message of a language by its whole key, such as `face.stable`. */
const entries = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string' ? [[prefix + key, message]] : entries(message, `${prefix}${key}.`),
  );

export const flat = (messages: Messages) => new Map(entries(messages));

export const MESSAGES: Record<Locale, Map<string, string>> = {
  es: flat(es),
  'pt-BR': flat(ptBr),
  en: flat(en),
};

type Plural = { argument: string; branches: Map<string, string> };

/** Where the brace that opens at `start` closes. */
function closingOf(message: string, start: number): number {
  let depth = 0;
  for (let at = start; at < message.length; at += 1) {
    if (message[at] === '{') depth += 1;
    if (message[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return message.length;
}

/** The branches of a plural or a choice by their names, from the text behind its second comma. */
function branchesOf(body: string): Map<string, string> {
  const branches = new Map<string, string>();
  let rest = body;
  for (;;) {
    const open = rest.indexOf('{');
    if (open < 0) return branches;
    const close = closingOf(rest, open);
    branches.set(rest.slice(0, open).trim(), rest.slice(open + 1, close));
    rest = rest.slice(close + 1);
  }
}

/** Every plural of a message, those within the branch of another too. */
export function pluralsOf(message: string): Plural[] {
  return [...message.matchAll(/\{\s*(\w+)\s*,\s*plural\s*,/g)].map((match) => {
    const end = closingOf(message, match.index);
    return {
      argument: match[1] ?? '',
      branches: branchesOf(message.slice(match.index + match[0].length, end)),
    };
  });
}

/** The tags of a message, such as `b` in "<b>{name}</b>", each as often as it stands there. */
export const tagsOf = (message: string): string[] =>
  [...message.matchAll(/<\/?([a-z]\w*)>/gi)].map((match) => match[0]).sort();
