import lighthouse, { desktopConfig } from 'lighthouse';
import { p50 } from '../bench/timing';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
/** A single run depends on what else the machine does; the median of three hardly. */
const RUNS = 3;

type Category = (typeof CATEGORIES)[number];

/** Medians from 0 to 100, and what the last run found wanting in a category that is not full. */
export type PageScores = Record<Category, number> & { complaints: readonly string[] };

async function runOnce(port: number, url: string) {
  const flags = { port, output: 'json', logLevel: 'error', disableStorageReset: true } as const;
  const result = await lighthouse(url, { ...flags, onlyCategories: [...CATEGORIES] }, desktopConfig);
  if (result === undefined) throw new Error(`Lighthouse measured nothing at ${url}.`);
  return result.lhr;
}

/** Lighthouse's scores of a page with its desktop preset, in the browser that listens on `port`. */
export async function scorePage(port: number, url: string): Promise<PageScores> {
  const scores: Record<Category, number[]> = { performance: [], accessibility: [], 'best-practices': [] };
  let complaints: string[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { categories, audits } = await runOnce(port, url);
    for (const category of CATEGORIES) scores[category].push((categories[category]?.score ?? 0) * 100);
    const wanting = CATEGORIES.flatMap((category) =>
      (categories[category]?.auditRefs ?? []).filter(({ weight }) => weight > 0),
    );
    complaints = wanting.flatMap(({ id }) => {
      const audit = audits[id];
      return audit === undefined || audit.score === null || audit.score >= 0.9
        ? []
        : [`${audit.title} ${audit.displayValue ?? ''}`.trim()];
    });
  }
  const median = (category: Category) => Math.round(p50(scores[category]));
  return {
    performance: median('performance'),
    accessibility: median('accessibility'),
    'best-practices': median('best-practices'),
    complaints,
  };
}
