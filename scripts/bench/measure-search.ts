import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { searchServices } from '@/lib/operations/search-services';
import type { Context } from '@/lib/operations/context';
import type { PlanKeeper } from './plans';
import { pickOf, seededRandom, type Random } from './random';
import { time, within, type Timing } from './timing';

const TARGET_MS = 50;
const SHOWN = 12;
const SAMPLES = 25;
const ROUNDS = 3;

const samplesSchema = z
  .array(
    z.object({
      service_id: z.number(),
      name: z.string(),
      address: z.string(),
      phones: z.array(z.string()),
      document: z.string(),
      ip: z.string(),
      mac: z.string(),
    }),
  )
  .min(1);

type Sample = z.infer<typeof samplesSchema>[number];

/** Some services from all over the directory, to be searched for. */
async function readSamples(ctx: Context): Promise<Sample[]> {
  const { rows } = await ctx.db.execute(sql`
    select service_id, name, address, phones, document, ip, mac from services
    where vanished_at is null order by md5(service_id::text) limit 400`);
  return samplesSchema.parse(rows);
}

/** A letter left out, another one, or two swapped, in the middle of a word. */
function withTypo(word: string, random: Random): string {
  if (word.length < 5) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const kind = random();
  if (kind < 0.33) return before + after;
  return kind < 0.66 ? `${before}e${after}` : before + after.charAt(0) + word.charAt(at) + after.slice(1);
}

const words = (name: string) => name.toLowerCase().split(' ');
const prefixes = (text: string) => [...text].map((_, index) => text.slice(0, index + 1));

/** What people type, by kind. */
function textsToSearch(samples: readonly Sample[]): [name: string, texts: readonly string[]][] {
  const random = seededRandom(11);
  const some = (text: (sample: Sample) => string) =>
    Array.from({ length: SAMPLES }, () => text(pickOf(samples, random)));
  const phone = (sample: Sample) => (sample.phones[0] ?? '').replaceAll(/\D/g, '').slice(-10);
  const common = [
    'maria',
    'jose',
    'perez juan',
    'gomez maria luz',
    'maria jose',
    'silva',
    'san jose',
    'a b',
    'ma pe',
  ];
  const sounds = [
    'yojana bargas',
    'jose nunes',
    'xavier himenez',
    'balensia',
    'estiben quiroga',
    'uaman',
    'jeison',
  ];
  return [
    ['every beginning of "jose nunez"', prefixes('jose nunez')],
    [
      'every beginning of a full name',
      samples.slice(0, 4).flatMap(({ name }) => prefixes(name.toLowerCase())),
    ],
    ['one letter', [...'abcdefghijklmnopqrstuvwxyz']],
    ['common names', common],
    ['full name', some(({ name }) => name)],
    ['family name first', some(({ name }) => words(name).reverse().join(' '))],
    [
      'one typo',
      some(({ name }) =>
        words(name)
          .slice(0, 2)
          .map((word) => withTypo(word, random))
          .join(' '),
      ),
    ],
    ['by sound', sounds],
    ['phone', some(phone)],
    ['phone with country code', some((sample) => `+57 ${phone(sample)}`)],
    ['last digits of a phone', some((sample) => phone(sample).slice(-6))],
    ['document', some(({ document }) => document)],
    ['IP', some(({ ip }) => ip)],
    ['beginning of an IP', some(({ ip }) => ip.split('.').slice(0, 3).join('.'))],
    ['MAC', some(({ mac }) => mac.replaceAll(':', '-').toLowerCase())],
    ['id', some((sample) => String(sample.service_id))],
    ['address', some(({ address }) => address)],
    ['nobody', ['zzyzx', 'xkcdq wvut', '99999999999']],
  ];
}

/** Times the search box, text by text, and keeps the plans of one text of each kind. */
export async function measureSearch(ctx: Context, plans: PlanKeeper): Promise<Timing[]> {
  const kinds = textsToSearch(await readSamples(ctx));
  const search = (on: Context, q: string) =>
    searchServices(on, { q, recent: false, limit: SHOWN, offset: 0 });
  for (const [, texts] of kinds) await search(ctx, texts[0] ?? 'a');
  const timings: Timing[] = [];
  for (const [name, texts] of kinds) {
    const ms: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const text of texts) if (text.trim() !== '') ms.push(await time(() => search(ctx, text)));
    }
    timings.push({ group: 'search', name, ms, check: within(ms, TARGET_MS) });
    await plans.keep(`search ${name}`, () => search({ ...ctx, db: plans.db }, texts.at(-1) ?? 'a'));
  }
  const all = timings.flatMap(({ ms }) => ms);
  return [...timings, { group: 'search', name: 'all of these', ms: all, check: within(all, TARGET_MS) }];
}
