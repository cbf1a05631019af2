import { createTranslator } from 'next-intl';
import type { AuditWords } from '@/lib/domain/audit-export';
import columnsEn from './audit-export/en.json';
import columnsEs from './audit-export/es.json';
import columnsPtBr from './audit-export/pt-br.json';
import { auditValueWords } from './audit-value-words';
import en from './en.json';
import es from './es.json';
import type { Locale } from './locale';
import ptBr from './pt-br.json';

const MESSAGES = {
  es: { messages: es, columns: columnsEs },
  'pt-BR': { messages: ptBr, columns: columnsPtBr },
  en: { messages: en, columns: columnsEn },
} satisfies Record<Locale, unknown>;

/** The words of an export of the audit trail: those of its page. */
export function auditWords(locale: Locale): AuditWords {
  const { messages, columns } = MESSAGES[locale];
  const { done, refused, failed, user, token, anonymous, system } = messages.audit;
  const { theHistory, anExport, theAudit, ownAccount, nothing, yes, no } = messages.audit;
  // A build parses what has something to fill in, so that only the translator can read it.
  const t = createTranslator({ locale, messages: { audit: messages.audit }, namespace: 'audit' });
  return {
    columns,
    action: messages.auditAction,
    outcome: { done, refused, failed },
    kind: { user, token, anonymous, system },
    target: {
      service: ({ id }) => t('service', { id }),
      ping: ({ code }) => t('case', { code }),
      history: () => theHistory,
      export: () => anExport,
      audit: () => theAudit,
      session: () => ownAccount,
      unknown_email: ({ id }) => t('unknownEmail', { id }),
    },
    changes: {
      fields: { ...messages.settings, ...messages.auditField },
      values: auditValueWords(messages),
      ...{ nothing, yes, no },
    },
  };
}
