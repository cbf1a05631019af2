import { z } from 'zod';
import { fold } from './fold';

export const TECHNOLOGIES = ['fibre', 'wireless', 'satellite'] as const;
export const technologySchema = z.enum(TECHNOLOGIES);
export type Technology = z.infer<typeof technologySchema>;

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

/**
 * The access technology that the record's own names tell, or null. The plan outweighs the sector, and the sector the
 * router; a name that speaks of two technologies tells nothing.
 */
export function technologyOf(frozen: Nodes, words: TechnologyWords): Technology | null {
  for (const node of [frozen.plan, frozen.sector, frozen.router]) {
    const parts = fold(node?.name ?? '').split(/[\s\d]+/);
    const told = TECHNOLOGIES.filter((technology) => words[technology].some((word) => parts.includes(word)));
    if (told.length === 1) return told[0] ?? null;
  }
  return null;
}
