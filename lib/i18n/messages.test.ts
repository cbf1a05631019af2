import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES } from '@/components/history/list/column-names';
import { VIEW_NAMES } from '@/components/history/views';
import { DOWN_WORDS, GROUPS, HINTS, PROBLEMS, SWITCH, VOICES } from '@/components/settings/setting-texts';
import { PAGE_NAMES } from '@/components/shell/pages';
import { SCOPE_WORDS } from '@/components/tokens/scope-words';
import { NEIGHBOUR_SCOPES } from '@/lib/db/neighbours';
import { ACCOUNT_STATES } from '@/lib/domain/account';
import { ADVICE } from '@/lib/domain/advice';
import { AUDIT_ACTIONS, AUDIT_OUTCOMES } from '@/lib/domain/audit';
import { AUDIT_ACTOR_KINDS } from '@/lib/domain/audit-item';
import { CERTAINTY_REASONS } from '@/lib/domain/certainty';
import type { ExplanationKey } from '@/lib/domain/explanation';
import { FACES } from '@/lib/domain/face';
import { FAILURE_CODES, failureSchema } from '@/lib/domain/failure';
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
import en from './en.json';
import es from './es.json';
import { LOCALES, type Locale } from './locale';
import ptBr from './pt-br.json';

type Messages = { [key: string]: string | Messages };

const FILES: Record<Locale, Messages> = { es, 'pt-BR': ptBr, en };
const TRANSLATIONS = ['pt-BR', 'en'] as const;

/** Every message of a language by its whole key, such as `face.stable`. */
const entries = (messages: Messages, prefix = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, message]) =>
    typeof message === 'string' ? [[prefix + key, message]] : entries(message, `${prefix}${key}.`),
  );

const flat = (locale: Locale) => new Map(entries(FILES[locale]));

const MESSAGES: Record<Locale, Map<string, string>> = {
  es: flat('es'),
  'pt-BR': flat('pt-BR'),
  en: flat('en'),
};

/** Names, units, signs, and each language in its own words. */
const SAME_EVERYWHERE = [
  'PostgreSQL {version}',
  'Pulso {version} · Node {node}',
  'Token',
  'Tokens',
  'Pulso',
  'WispHub',
  'Ping',
  'TTL',
  '—',
  'id {id}',
  'Doc. …{digits}',
  '{count} s',
  '{count} min',
  '{count} h',
  '{seconds} s',
  'API',
  'IP',
  'Ctrl Enter',
  '{ms} ms',
  '{min}–{max} ms',
  '{name}: {verdict}. {detail}',
  'WhatsApp',
  'Español, usted',
  'Español, tú',
  'Español, vos',
  'Português, você',
  'English',
];

/** What may stand as it does in Spanish, because a native says just that. */
const SAME_AS_SPANISH: Record<(typeof TRANSLATIONS)[number], readonly string[]> = {
  'pt-BR': [
    ...SAME_EVERYWHERE,
    '{used, number} de {limit, number}',
    'Nota n.º',
    'Texto',
    'Tokens de API',
    'Copiar token',
    'Vencido',
    'De {name}',
    'Último uso',
    'nunca',
    'Todos',
    'Negado',
    'JSON Lines, para programas',
    'Pulso (sistema)',
    'antes',
    'nada',
    'caso {code}',
    'Entrada',
    'Nota escrita',
    'Autor',
    'zona',
    'Tema: {name}',
    'Idioma: {name}',
    'Filtrar',
    'Clientes',
    '{seen, number} de {expected, number}',
    'Descartar',
    'Cancelar',
    'Buscando…',
    'Formato',
    'Exportar',
    '{lost} de {sent}',
    'Valor',
    'Ver menos',
    '{bad} de {count}',
    'Por zona',
    'Total',
    'ver como gráfico',
    'Copiada',
    'Copiar',
    'lenta',
    'Buscar: {what}',
    'Filtro',
    'Este turno (8 h)',
    'Última de cada cliente',
    'Cliente',
    'Período',
    'Filtros',
    'Gráficos',
    '{count, plural, one {de # cliente} other {de # clientes}}',
    'Páginas',
    'Buscar cliente',
    'Cancelado',
    'Caso',
    'Caso {code}',
    'Caso {code} · {name} · {verdict}',
    'Claro',
    'Contexto',
    'Copiado',
    'Copiar IP',
    'Copiar id',
    'Documento',
    'Entrando…',
    'Entrar',
    'Idioma',
    'Intermitente',
    'Lento',
    'Motivo',
    'Número',
    'Pedida por {names}',
    'Repetir',
    'Resultado',
    'Tema',
    'Técnico',
    'Valor inicial: {value}',
    'Ver esta lista',
    'Zona',
    'enlace (MAC)',
    'fibra',
    'lenta para {technology}: {value} ms',
    'mediana {median} ms, {min}–{max} ms',
    'para buscar',
    'satélite',
    'Identificador',
    'Imprimir',
    'Copiados',
    'Configurar',
    'Mínima – máxima',
    'Pedida',
    'Pedida por',
    'Perdidos',
    'mediana {ms}',
    'mesa',
    'programa',
    '{count, plural, one {# intermitente} other {# intermitentes}}',
    '{place} de {count}',
    '{requested} pedidos, {sent} medidos',
  ],
  en: [
    ...SAME_EVERYWHERE,
    'No',
    'no',
    'sector',
    'router',
    'Plan',
    'Router',
    'Sector',
    'Sector {name}',
    'router {name}',
    'sector {name}',
    'Total',
  ],
};

/** The words that the product fixes; nobody changes them in passing. */
const WORDS_ON_SCREEN: Record<Locale, Record<(typeof FACES)[number], string>> = {
  es: {
    running: 'Midiendo…',
    stable: 'Estable',
    intermittent: 'Intermitente',
    no_internet: 'No responde',
    failed: 'No se pudo medir',
    inconclusive: 'No concluyente',
  },
  'pt-BR': {
    running: 'Medindo…',
    stable: 'Estável',
    intermittent: 'Intermitente',
    no_internet: 'Sem resposta',
    failed: 'Não foi possível medir',
    inconclusive: 'Inconclusivo',
  },
  en: {
    running: 'Measuring…',
    stable: 'Stable',
    intermittent: 'Intermittent',
    no_internet: 'No reply',
    failed: 'Could not measure',
    inconclusive: 'Inconclusive',
  },
};

/** Zero, one, few, many, and the million that Spanish and Portuguese count in a form of its own. */
const NUMBERS = [0, 1, 2, 5, 20, 1_000_000];

/** Formats as the pages do, and throws where they would show a key instead of a text. */
function format(locale: Locale, message: string, values: Record<string, number>): string {
  const t = createTranslator({
    locale,
    messages: { probe: { message } },
    onError: (error) => {
      throw error;
    },
  });
  return t('probe.message', values);
}

function formats(locale: Locale, message: string, values: Record<string, number>): boolean {
  try {
    return format(locale, message, values) !== '';
  } catch {
    return false;
  }
}

/** Whatever stands in braces like an argument; a branch of a single word looks the same. */
const candidatesOf = (message: string) => [
  ...new Set([...message.matchAll(/\{\s*([a-z]\w*)\s*[,}]/gi)].map((match) => match[1] ?? '')),
];

const valuesOf = (names: readonly string[], value: number) =>
  Object.fromEntries(names.map((name) => [name, value]));

/** The arguments of a message: those without which it cannot be formatted. */
function argumentsOf(locale: Locale, message: string): string[] {
  const candidates = candidatesOf(message);
  const isNeeded = (name: string) => {
    const others = candidates.filter((candidate) => candidate !== name);
    return NUMBERS.some((number) => !formats(locale, message, valuesOf(others, number)));
  };
  return candidates.filter(isNeeded).sort();
}

describe('the messages of every language', () => {
  it.each(TRANSLATIONS)('%s has exactly the keys of Spanish', (locale) => {
    expect([...MESSAGES[locale].keys()].sort()).toEqual([...MESSAGES.es.keys()].sort());
  });

  it.each(LOCALES)('no message of %s is empty or ends in a stray space', (locale) => {
    const wrong = [...MESSAGES[locale]].filter(([, text]) => text === '' || text !== text.trim());
    expect(wrong).toEqual([]);
  });

  it.each(LOCALES)('every message of %s can be read and formatted, whatever its numbers', (locale) => {
    const wrong = [...MESSAGES[locale]].filter(
      ([, text]) => !NUMBERS.every((number) => formats(locale, text, valuesOf(candidatesOf(text), number))),
    );
    expect(wrong).toEqual([]);
  });

  it.each(TRANSLATIONS)('every message of %s uses the same arguments as the Spanish one', (locale) => {
    const used = (of: Locale) =>
      Object.fromEntries([...MESSAGES[of]].map(([key, text]) => [key, argumentsOf(of, text)]));
    expect(used(locale)).toEqual(used('es'));
  });

  it.each(TRANSLATIONS)('no message of %s is left in Spanish', (locale) => {
    const left = [...MESSAGES[locale]].filter(
      ([key, text]) => text === MESSAGES.es.get(key) && !SAME_AS_SPANISH[locale].includes(text),
    );
    expect(left).toEqual([]);
  });

  it.each(TRANSLATIONS)('nothing is allowed to be as in Spanish that no message of %s needs', (locale) => {
    const same = [...MESSAGES[locale]].filter(([key, text]) => text === MESSAGES.es.get(key));
    const texts = same.map(([, text]) => text);
    expect(SAME_AS_SPANISH[locale].filter((text) => !texts.includes(text))).toEqual([]);
  });

  it.each(LOCALES)('the words on the badge in %s are those of the product', (locale) => {
    expect(FILES[locale].face).toEqual(WORDS_ON_SCREEN[locale]);
  });
});

// As records, so that a new word of the domain does not compile until it stands here.
const EXPLANATIONS: Record<ExplanationKey, true> = {
  stable_clean: true,
  stable_few: true,
  stable_unsure: true,
  stable_loss: true,
  stable_account: true,
  link_only: true,
  other_responder: true,
  shared_ip: true,
  intermittent: true,
  path_alive: true,
  path_error: true,
  silent: true,
  silent_account: true,
  never_answers: true,
  stable_no_details: true,
  intermittent_no_details: true,
  silent_no_details: true,
};
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
  technology: TECHNOLOGIES,
  neighbours: NEIGHBOUR_SCOPES,
  settings: SETTING_TEXTS,
  status: [...STATUS_JOBS, ...UPSTREAM_CALLS, 'good', 'warn', 'bad', 'unknown'],
  statusAdvice: ADVICE_KEYS,
  nav: PAGE_NAMES,
  tokens: Object.values(SCOPE_WORDS),
  audit: [...AUDIT_OUTCOMES, ...AUDIT_ACTOR_KINDS],
  auditAction: AUDIT_ACTIONS,
  auditSentence: AUDIT_ACTIONS,
  history: VIEW_NAMES,
  historyList: COLUMN_NAMES,
  reason: REASONS,
  search: SERVICE_FILTERS.flatMap((name) => [`by_${name}`, `word_${name}`]),
  role: ROLES,
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

describe.each(LOCALES)('the advice of %s', (locale) => {
  const advised = FILES[locale].advice as Messages;
  it.each([...Object.keys(EXPLANATIONS), ...Object.keys(ADVICE).filter((key) => key.startsWith('failed_'))])(
    'says every step of "%s", and what to tell the customer, and no more',
    (key) => {
      const { steps } = new Map(Object.entries(ADVICE)).get(key) ?? { steps: 0 };
      const names = ['step1', 'step2', 'step3', 'step4'].slice(0, steps);
      expect(steps).toBeGreaterThanOrEqual(3);
      expect(Object.keys(advised[key] ?? {})).toEqual([...names, 'tell']);
    },
  );

  it('is of nothing that no result leads to', () => {
    const failures = failureSchema.shape.source.options.map((source) => `failed_${source}`);
    const keys = [...Object.keys(EXPLANATIONS), ...failures, 'failed_router_interface'].sort();
    expect(Object.keys(advised).sort()).toEqual(keys);
    expect(Object.keys(ADVICE).sort()).toEqual(keys);
  });

  it('repeats no step within one list', () => {
    for (const texts of Object.values(advised)) {
      expect(new Set(Object.values(texts)).size).toBe(Object.keys(texts).length);
    }
  });
});

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
    expect(unused).toEqual([]);
  });
});
