import { z } from 'zod';
import { auditActionSchema, auditOutcomeSchema } from './audit';
import { isoDaySchema, periodSchema } from './history-filter';

/** Who did it: a person or a token by its id, the system, or somebody who had not signed in. */
const whoSchema = z.union([z.enum(['system', 'anonymous']), z.uuid()]);

/** What was acted upon, such as `user:` and its id. */
const targetSchema = z
  .string()
  .regex(/^[a-z]{1,20}:.{1,200}$/, 'expected a kind and an id, such as service:42');

/** What of the audit trail is looked at. The same for the page and its export. Null means any. */
export const auditFilterSchema = z
  .object({
    /** Stands unless `from` and `to` name days of their own. */
    period: periodSchema,
    /** First and last calendar day, in the operator's time zone, both included. */
    from: isoDaySchema.nullable(),
    to: isoDaySchema.nullable(),
    who: whoSchema.nullable(),
    action: auditActionSchema.nullable(),
    outcome: auditOutcomeSchema.nullable(),
    target: targetSchema.nullable(),
    /** Part of a name, of what was acted upon, or of an address. */
    q: z.string().max(200),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ['to'],
    message: 'expected a day that is not before the first one',
  });

export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const defaultAuditFilter: AuditFilter = {
  period: '30d',
  from: null,
  to: null,
  who: null,
  action: null,
  outcome: null,
  target: null,
  q: '',
};

/** The filter that an address names, not checked yet: the schema does that. */
export const readAuditFilter = (query: URLSearchParams): Record<keyof AuditFilter, unknown> => ({
  period: query.get('period') || defaultAuditFilter.period,
  from: query.get('from') || null,
  to: query.get('to') || null,
  who: query.get('who') || null,
  action: query.get('action') || null,
  outcome: query.get('outcome') || null,
  target: query.get('target') || null,
  q: (query.get('q') ?? '').trim(),
});

/** The filter of an address, or the default where it says something that is not one. */
export const parseAuditFilter = (query: URLSearchParams): AuditFilter =>
  auditFilterSchema.safeParse(readAuditFilter(query)).data ?? defaultAuditFilter;

/** The address of a filter; what stands at its default is left out. */
export function writeAuditFilter(filter: AuditFilter): URLSearchParams {
  const differing = Object.entries(filter).filter(
    ([name, value]) => value !== null && value !== defaultAuditFilter[name as keyof AuditFilter],
  );
  return new URLSearchParams(differing.map(([name, value]): [string, string] => [name, String(value)]));
}
