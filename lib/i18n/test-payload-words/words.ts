import type { Locale } from '../locale';
import type { CaseName } from './cases';
import { en } from './en';
import { es } from './es';
import { ptBr } from './pt-br';

/** What a ping that has ended must say. */
export type ResultWords = {
  badge: string;
  /** The line under the badge, without its age; null where WispHub tells no packets. */
  counts: string | null;
  /** Stands where nothing was measured. */
  isFailure?: true;
  meaning: string;
  visit: string;
  firstStep: string;
  /** What must stand on the screen besides, each on one line. */
  also?: readonly string[];
  /** Lines of the ticket beside its reading, which is the meaning and, after a failure, that it says nothing. */
  ticket: readonly string[];
};

/** What a ping under way must say. */
export type ProgressWords = { badge: string; says: readonly string[] };

export type LanguageWords = {
  /** An age that stands beside every result. */
  justNow: string;
  /** The headline over the next steps. */
  nextStep: string;
  /** Said under every ping that could not be measured. */
  saysNothing: string;
  screens: Readonly<Record<CaseName, ResultWords | ProgressWords>>;
  /** The whole ticket of an ended ping, but for its time. */
  ticket: readonly string[];
  /** Lines on the card of the invented customer. */
  record: readonly string[];
};

/**
 * The words of every payload, written out by hand from the product's documents. They are not read from the messages:
 * a message that is changed is judged here.
 */
export const WORDS: Readonly<Record<Locale, LanguageWords>> = { es, 'pt-BR': ptBr, en };
