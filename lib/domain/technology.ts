import { fold } from './fold';

export const TECHNOLOGIES = ['fibre', 'wireless', 'satellite'] as const;
export type Technology = (typeof TECHNOLOGIES)[number];

export type TechnologyWords = Record<Technology, readonly string[]>;

/** What the access technology is recognised by in the names of plan, sector and router, unless the operator says otherwise. */
export const defaultTechnologyWords: TechnologyWords = {
  fibre: ['fibra', 'fibre', 'fiber', 'ftth', 'gpon', 'epon', 'pon', 'olt'],
  wireless: ['inalambrico', 'inalambrica', 'wireless', 'antena', 'radio', 'wisp', 'ap'],
  satellite: ['satelital', 'satellite', 'satelite', 'starlink'],
};

type Nodes = {
  plan: { name: string } | null;
  sector: { name: string } | null;
  router: { name: string } | null;
};

/** A name with spaces around each of its words, as it stands and with its numbers taken off: "FTTH50M" speaks of ftth. */
function spaced(name: string): string {
  const folded = fold(name);
  return ` ${folded} | ${folded.replaceAll(/\d+/g, ' ').replaceAll(/\s+/g, ' ')} `;
}

/** An operator writes a word as a person does, with capitals, accents or as two words. */
const speaksOf = (name: string, words: readonly string[]) =>
  words.some((word) => fold(word) !== '' && name.includes(` ${fold(word)} `));

/**
 * The access technology that the record's own names tell, or null. The plan outweighs the sector, and the sector the
 * router; a name that speaks of two technologies tells nothing.
 */
export function technologyOf(frozen: Nodes, words: TechnologyWords): Technology | null {
  for (const node of [frozen.plan, frozen.sector, frozen.router]) {
    const name = spaced(node?.name ?? '');
    const told = TECHNOLOGIES.filter((technology) => speaksOf(name, words[technology]));
    if (told.length === 1) return told[0] ?? null;
  }
  return null;
}
