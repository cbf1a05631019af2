import { z } from 'zod';
import { COMMON_PASSWORDS } from './common-passwords';
import { fold } from './fold';

/** Characters of a password. What it is made of is its owner's business, unless it is what everybody guesses first. */
export const PASSWORD_LENGTH = { least: 12, most: 128 };

/** Bounds of a request's field only: what a password must be is told by `passwordProblem`, with a word for each reason. */
export const typedPasswordSchema = z.string().min(1).max(1000);

export const PASSWORD_PROBLEMS = ['short', 'long', 'repeated', 'common', 'personal'] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

type Owner = { email: string; name: string };

const PRODUCT_WORDS = ['pulso', 'wisphub'];
const ROWS = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = ROWS.flatMap((row) => [row, [...row].reverse().join('')]);

/** A short piece again and again: `aaaaaaaaaaaa`, `abcabcabcabc`, `12341234123412`. */
function isRepeated(text: string): boolean {
  const lengths = Array.from({ length: Math.min(6, Math.floor(text.length / 2)) }, (_, index) => index + 1);
  return lengths.some((length) => [...text].every((letter, at) => letter === text[at % length]));
}

/** Keys or letters in their row, forwards or backwards: most pairs are neighbours. */
function isRow(text: string): boolean {
  const pairs = Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const beside = pairs.filter((pair) => NEIGHBOURS.some((row) => row.includes(pair)));
  return beside.length >= pairs.length * 0.8;
}

/** What people write for a letter, back to the letter. */
const LETTER_OF = new Map(
  Object.entries({ '@': 'a', 4: 'a', 0: 'o', 1: 'i', '!': 'i', 3: 'e', 5: 's', $: 's', 7: 't' }),
);

const unleet = (text: string) => Array.from(text, (sign) => LETTER_OF.get(sign) ?? sign).join('');

const isKnown = (word: string) => COMMON_PASSWORDS.has(word) || isRow(word);

const isTwoKnown = (word: string) =>
  Array.from(word).some((_, at) => at > 2 && isKnown(word.slice(0, at)) && isKnown(word.slice(at)));

/** Nothing but a well-known word, perhaps two, with figures and signs before, between and behind. */
function isCommon(text: string): boolean {
  if (COMMON_PASSWORDS.has(text)) return true;
  const words = text.split(/[^a-z]+/).filter((word) => word !== '');
  if (words.length === 0) return isRow(text.replace(/\D/g, ''));
  if (words.length > 2) return false;
  return words.every(isKnown) || (words.length === 1 && words.some(isTwoKnown));
}

/** Two rows taken in turns, as in `1q2w3e4r5t6y`. */
const isTwoRows = (text: string) =>
  [0, 1].every((rest) => isRow([...text].filter((_, at) => at % 2 === rest).join('')));

/** The person's name, address or our name, with hardly anything beside them. */
function isPersonal(text: string, { email, name }: Owner): boolean {
  const words = [...fold(name).split(' '), ...email.split(/[^a-z0-9]+/), ...PRODUCT_WORDS];
  const known = [...new Set(words)].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return left !== text && new Set(left).size < 6;
}

/** Why a password cannot be taken; null when it can. */
export function passwordProblem(password: string, owner: Owner): PasswordProblem | null {
  if (password.length < PASSWORD_LENGTH.least) return 'short';
  if (password.length > PASSWORD_LENGTH.most) return 'long';
  const plain = password.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (isRepeated(plain)) return 'repeated';
  if (isPersonal(plain, { ...owner, email: owner.email.toLowerCase() })) return 'personal';
  const core = plain.replace(/^[^a-z@$]+|[^a-z]+$/g, '');
  const isGuessed = isRow(plain) || isTwoRows(plain) || isCommon(plain) || isCommon(unleet(core));
  return isGuessed ? 'common' : null;
}
