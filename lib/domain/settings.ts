import { z } from 'zod';
import { defaultRules, type Rules } from './rules';
import { defaultTechnologyWords } from './technology';

const SHARE = 'expected a share from 0.01 to 1, with two decimals';
// A finer share would be judged under the same version as its neighbour.
const isWholePercent = (share: number) => Math.abs(share * 100 - Math.round(share * 100)) < 1e-9;
const MS = 'expected milliseconds from 1 to 10000';
const ms = (fallback: number) => z.number(MS).int(MS).min(1, MS).max(10_000, MS).default(fallback);
const DAYS = 'expected days from 1 to 3650';
const MINUTES = 'expected minutes from 5 to 720';
const minutes = (fallback: number) =>
  z.number(MINUTES).int(MINUTES).min(5, MINUTES).max(720, MINUTES).default(fallback);
const MONTHS = 'expected months from 1 to 600, or nothing';
const words = (fallback: readonly string[]) =>
  z
    .array(z.string().trim().min(1).max(40))
    .max(40)
    .default([...fallback]);

const URL_TEMPLATE = 'expected an https address that contains {id}';
const isUrlTemplate = (text: string) =>
  text === '' ||
  (text.includes('{id}') && /^https:\/\//.test(text) && URL.canParse(text.replaceAll('{id}', '1')));

export const CUSTOMER_VOICES = ['es-usted', 'es-tu', 'es-vos', 'pt-BR', 'en'] as const;

export const WHILE_DOWN = ['keep', 'refuse'] as const;

/** What an operator may change, each with its default. */
export const settingsSchema = z.object({
  /** Shown in texts to customers; empty leaves it out. */
  operatorName: z.string().trim().max(80).default(''),
  /** Language and form of address of the texts to customers. */
  customerVoice: z.enum(CUSTOMER_VOICES).default('es-usted'),
  /** Put before a phone number without one, digits only. */
  countryCode: z
    .string()
    .regex(/^\d{1,4}$/, 'expected 1 to 4 digits, such as 57')
    .default('57'),
  /** Where a service is found in WispHub; empty hides the link. */
  wisphubServiceUrl: z.string().trim().max(300).refine(isUrlTemplate, URL_TEMPLATE).default(''),
  /** Least share of answered packets of a stable line. */
  stableFrom: z
    .number(SHARE)
    .min(0.01, SHARE)
    .max(1, SHARE)
    .refine(isWholePercent, SHARE)
    .default(defaultRules.stableFrom),
  /** Whether a ping that somebody at the desk asks for while WispHub is down waits for it, or is refused. */
  whileDown: z.enum(WHILE_DOWN).default('keep'),
  slowFibreMs: ms(20),
  slowWirelessMs: ms(60),
  slowSatelliteMs: ms(700),
  jitterMs: ms(30),
  fibreWords: words(defaultTechnologyWords.fibre),
  wirelessWords: words(defaultTechnologyWords.wireless),
  satelliteWords: words(defaultTechnologyWords.satellite),
  /** Days that WispHub's own answers are kept. */
  bodyDays: z.number(DAYS).int(DAYS).min(1, DAYS).max(3650, DAYS).default(30),
  /** Months that pings are kept; null for ever. */
  pingMonths: z.number(MONTHS).int(MONTHS).min(1, MONTHS).max(600, MONTHS).nullable().default(null),
  /** Minutes without anything that the person did, after which a session ends: at a desk, and in the field. */
  idleDeskMinutes: minutes(60),
  idleTechnicianMinutes: minutes(720),
  /** Supervisors and administrators who sign in with a password must have a second step. */
  requireSecondStep: z.boolean().default(false),
});

export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/**
 * The rules of a verdict under these settings. The defaults are version 1; a boundary of the operator's own is told by
 * its version, 100 plus the share in percent.
 */
export function rulesOf({ stableFrom }: Pick<Settings, 'stableFrom'>): Rules {
  const version =
    stableFrom === defaultRules.stableFrom ? defaultRules.version : 100 + Math.round(stableFrom * 100);
  return { ...defaultRules, version, stableFrom };
}
