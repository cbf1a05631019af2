import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PERIODS } from '@/components/audit/period-fields';
import { AUDIT_FIELDS, AUDIT_VALUES } from '@/components/audit/use-audit-values';
import { COLUMN_NAMES } from '@/components/history/list/column-names';
import { VIEW_NAMES } from '@/components/history/views';
import { DOWN_WORDS, GROUPS, HINTS, PROBLEMS, SWITCH, VOICES } from '@/components/settings/setting-texts';
import { EXERCISES } from '@/components/practice/exercises';
import { PAGE_NAMES } from '@/components/shell/pages';
import { EVERYWHERE, SHEETS } from '@/components/shell/shortcut-keys';
import { TERMS, WITH_RULE, WITH_SETTING, WITH_SOURCE } from '@/components/terms/term-names';
import { SCOPE_WORDS } from '@/components/tokens/scope-words';
import { NEIGHBOUR_SCOPES } from '@/lib/db/neighbours';
import { ACCOUNT_STATES } from '@/lib/domain/account';
import { ADVICE } from '@/lib/domain/advice';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '@/lib/domain/audit';
import { AUDIT_ACTOR_KINDS } from '@/lib/domain/audit-item';
import { CERTAINTY_REASONS } from '@/lib/domain/certainty';
import { FACES } from '@/lib/domain/face';
import { FAILURE_CODES } from '@/lib/domain/failure';
import { PACKET_STATUSES } from '@/lib/domain/packet';
import { PASSWORD_PROBLEMS } from '@/lib/domain/password-rules';
import { REASONS } from '@/lib/domain/ping';
import { REMARK_CODES } from '@/lib/domain/remark-code';
import { responderSchema } from '@/lib/domain/responder';
import { ROLES } from '@/lib/domain/role';
import { SSO_REFUSALS } from '@/lib/domain/sso';
import { STATUS_JOBS } from '@/lib/domain/status';
import { ADVICE_KEYS } from '@/lib/domain/status-signs';
import { SERVICE_FILTERS } from '@/lib/domain/service-filter';
import type { AccountStanding } from '@/lib/domain/service';
import { CELL_PROBLEMS } from '@/lib/domain/service-cell';
import { defaultSettings } from '@/lib/domain/settings';
import { TECHNOLOGIES } from '@/lib/domain/technology';
import { UPSTREAM_CALLS } from '@/lib/domain/upstream-call';
import es from './es.json';
import { EXPLANATIONS } from './test-explanations';
import { MESSAGES } from './test-messages';

// As a record, so that a new word of the domain does not compile until it stands here.
const STANDINGS: Record<AccountStanding, true> = {
  active: true,
  suspended: true,
  cancelled: true,
  unknown: true,
};

const ADVICE_TEXTS = Object.entries(ADVICE).flatMap(([key, { steps }]) => {
  const names = Array.from({ length: steps }, (_, index) => `step${index + 1}`);
  return [...names, 'tell'].map((name) => `${key}.${name}`);
});
const REMARK_TEXTS = REMARK_CODES.flatMap((code) =>
  ['label', 'rule', 'source'].map((part) => `${code}.${part}`),
);
const TERM_TEXTS = [
  ...TERMS.map((name) => `${name}.text`),
  ...WITH_RULE.map((name) => `${name}.rule`),
  ...WITH_SETTING.map((name) => `${name}.setting`),
  ...WITH_SOURCE.map((name) => `${name}.source`),
];
const SETTING_TEXTS = [
  ...Object.keys(defaultSettings),
  ...[DOWN_WORDS, HINTS, PROBLEMS, SWITCH, VOICES].flatMap((texts) => Object.values<string>(texts)),
  ...GROUPS.map(({ title }) => title),
];

/** The namespaces that are asked with a word of the domain. */
const DOMAIN_WORDS: Record<string, readonly string[]> = {
  face: FACES,
  certainty: [...CERTAINTY_REASONS, 'never_answers'],
  advice: ADVICE_TEXTS,
  remarks: REMARK_TEXTS,
  terms: TERM_TEXTS,
  technology: TECHNOLOGIES,
  neighbours: NEIGHBOUR_SCOPES,
  practice: EXERCISES.flatMap(({ task, look }) => [task, look]),
  settings: SETTING_TEXTS,
  status: [...STATUS_JOBS, ...UPSTREAM_CALLS, 'good', 'warn', 'bad', 'unknown'],
  statusAdvice: ADVICE_KEYS,
  nav: PAGE_NAMES,
  tokens: Object.values(SCOPE_WORDS),
  audit: [...AUDIT_OUTCOMES, ...AUDIT_ACTOR_KINDS, ...PERIODS.map(([, word]) => word)],
  auditField: AUDIT_FIELDS,
  auditValue: AUDIT_VALUES,
  auditAction: AUDIT_ACTIONS,
  auditSentence: AUDIT_ACTIONS,
  history: VIEW_NAMES,
  historyList: COLUMN_NAMES,
  reason: REASONS,
  search: SERVICE_FILTERS.flatMap((name) => [`by_${name}`, `word_${name}`]),
  role: ROLES,
  shortcuts: [...Object.values(SHEETS).flat(), ...EVERYWHERE].map(([name]) => name),
  users: ACCOUNT_STATES,
  sso: SSO_REFUSALS,
  newPassword: PASSWORD_PROBLEMS,
  failure: FAILURE_CODES,
  packets: PACKET_STATUSES,
  result: responderSchema.shape.kind.options,
  explanation: Object.keys(EXPLANATIONS),
  account: Object.keys(STANDINGS),
  // The last two are said in a file to download, which repeats what the page says of each cell.
  cellProblem: [...CELL_PROBLEMS, 'header', 'line'],
};

/** Said by public/sw.js, which no page asks; `scripts/installable` writes it. */
const OFFLINE = Object.keys(es.offline).map((key) => `offline.${key}`);

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['app', 'components'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
);

const BINDING = /\b(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\('(\w+)'\)/g;

type Asked = { namespace: string; key: string | null };

/** What one source asks of its messages; the key is null where it is not written out. */
function askedIn(source: string): Asked[] {
  const bindings = [...source.matchAll(BINDING)].map((match) => {
    return { name: match[1] ?? '', namespace: match[2] ?? '', at: match.index };
  });
  const names = [...new Set(bindings.map((binding) => binding.name))];
  return names.flatMap((name) => {
    const call = new RegExp(
      String.raw`(?<![\w.])${name}(?:\.(?:rich|markup|raw|has))?\(\s*(?:'(\w+)'\s*[,)])?`,
      'g',
    );
    return [...source.matchAll(call)].flatMap((match) => {
      // Each component binds its own: the nearest one above the call is in force.
      const binding = bindings.findLast((found) => found.name === name && found.at < match.index);
      return binding ? [{ namespace: binding.namespace, key: match[1] ?? null }] : [];
    });
  });
}

/** Words in quotes: what a key that is not written out may be, in a source that keeps its own list of them. */
const wordsIn = (source: string) => [...source.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');

const WRITTEN_OUT = new Set<string>();
const PERHAPS = new Set<string>();
for (const source of SOURCES) {
  for (const { namespace, key } of askedIn(source)) {
    if (key !== null) WRITTEN_OUT.add(`${namespace}.${key}`);
    else {
      const words = [...(DOMAIN_WORDS[namespace] ?? []), ...wordsIn(source)];
      for (const word of words) PERHAPS.add(`${namespace}.${word}`);
    }
  }
}

describe('the keys of the messages', () => {
  it.each(Object.keys(DOMAIN_WORDS))(
    'every word of the domain that "%s" may be asked has a message',
    (namespace) => {
      const missing = DOMAIN_WORDS[namespace]?.filter((word) => !MESSAGES.es.has(`${namespace}.${word}`));
      expect(missing).toEqual([]);
    },
  );

  it('every key that a page asks for has a message', () => {
    expect(WRITTEN_OUT.size).toBeGreaterThan(50);
    expect([...WRITTEN_OUT].filter((key) => !MESSAGES.es.has(key))).toEqual([]);
  });

  it('no message is kept that no page asks for', () => {
    const unused = [...MESSAGES.es.keys()].filter((key) => !WRITTEN_OUT.has(key) && !PERHAPS.has(key));
    expect(unused).toEqual(OFFLINE);
  });
});
