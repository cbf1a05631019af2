import { fold } from '@/lib/domain/fold';
import { SERVICE_FILTERS, type ServiceFilterName } from '@/lib/domain/service-filter';

/** The words before a colon that name a filter, in each language: whoever types knows theirs. */
const WORDS: Record<ServiceFilterName, readonly string[]> = {
  zone: ['zona', 'zone'],
  router: ['router', 'roteador'],
  sector: ['sector', 'setor'],
  status: ['estado', 'situacao', 'status', 'state'],
};

const LAST_COLON = /^(?<rest>.*?)(?<word>\p{Letter}+):(?<value>[^:]*)$/u;

export type TypedFilter = {
  name: ServiceFilterName;
  /** What of the name was typed so far. */
  value: string;
  /** The text before it. */
  rest: string;
};

/** The filter that somebody is typing, as in "maria zona:nor"; null when the text ends in none. */
export function readTypedFilter(text: string): TypedFilter | null {
  const { rest = '', word = '', value = '' } = LAST_COLON.exec(text)?.groups ?? {};
  const name = SERVICE_FILTERS.find((filter) => WORDS[filter].includes(fold(word)));
  const isWord = rest === '' || rest.endsWith(' ');
  return name !== undefined && isWord ? { name, value: value.trim(), rest: rest.trimEnd() } : null;
}

/** Names that hold what was typed, those with a word that begins so first. */
export function matchingChoices<Choice extends { name: string }>(
  choices: readonly Choice[],
  typed: string,
): Choice[] {
  const part = fold(typed);
  const found = choices.filter(({ name }) => fold(name).includes(part));
  const begins = ({ name }: Choice) => ` ${fold(name)}`.includes(` ${part}`);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}
