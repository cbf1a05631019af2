import type { AuditAction, AuditOutcome } from '@/lib/domain/audit';
import type { AuditFieldValues } from '@/lib/domain/audit-changes-text';
import type { Face } from '@/lib/domain/face';
import type { HistoryFilter } from '@/lib/domain/history-filter';
import type { RemarkCode } from '@/lib/domain/remark-code';
import type { Role, Scope } from '@/lib/domain/role';
import type { Settings } from '@/lib/domain/settings';
import type es from './es.json';
import type { Locale } from './locale';

/** Each language in its own words. */
const LANGUAGES: Record<Locale, string> = { es: 'Español', 'pt-BR': 'Português', en: 'English' };

/** For the fields whose values are words of the code: how the page of the audit says each. */
export function auditValueWords(messages: typeof es): AuditFieldValues {
  const { audit, auditAction, auditValue, role, face, header, settings, tokens } = messages;
  const { historyFilter: filter, historyList: list } = messages;
  const { done, refused, failed, today, yesterday, days7, days30, days90, all, system, anonymous } = audit;
  return {
    reason: auditValue,
    second_step: auditValue,
    role: role satisfies Record<Role, string>,
    period: { today, yesterday, '7d': days7, '30d': days30, '90d': days90, all },
    format: { csv: 'CSV', jsonl: 'JSON Lines' },
    locale: LANGUAGES,
    theme: { light: header.themeLight, dark: header.themeDark, system: header.themeSystem },
    scopes: {
      'ping:write': tokens.ping_write,
      'ping:read': tokens.ping_read,
      'services:read': tokens.services_read,
      'history:read': tokens.history_read,
    } satisfies Record<Scope, string>,
    outcomes: face satisfies Record<Face, string>,
    remark: {
      slow: filter.remarkSlow,
      jittery: filter.remarkJittery,
      link_only: filter.remarkLinkOnly,
      path_alive: filter.remarkPathAlive,
      ttl_varies: filter.remarkTtlVaries,
      duplicates: filter.remarkDuplicates,
    } satisfies Record<RemarkCode, string>,
    source: { desk: list.desk, api: list.api },
    sort: { newest: list.newest, oldest: list.oldest, slowest: list.slowest } satisfies Record<
      HistoryFilter['sort'],
      string
    >,
    who: { system, anonymous },
    action: auditAction satisfies Record<AuditAction, string>,
    outcome: { done, refused, failed } satisfies Record<AuditOutcome, string>,
    customerVoice: {
      'es-usted': settings.voice_es_usted,
      'es-tu': settings.voice_es_tu,
      'es-vos': settings.voice_es_vos,
      'pt-BR': settings.voice_pt_BR,
      en: settings.voice_en,
    } satisfies Record<Settings['customerVoice'], string>,
    whileDown: { keep: settings.whileDownKeep, refuse: settings.whileDownRefuse } satisfies Record<
      Settings['whileDown'],
      string
    >,
  };
}
