'use client';

import { useTranslations } from 'next-intl';
import type { AuditItem } from '@/lib/domain/audit-item';

type Target = NonNullable<AuditItem['target']>;

/** What people and things of the audit trail are called in a sentence. */
export function useAuditNames() {
  const t = useTranslations('audit');
  return {
    actor({ kind, name }: AuditItem['actor']): string {
      if (kind === 'system' || kind === 'anonymous') return t(kind);
      return name ?? t(kind);
    },
    target({ kind, id, name }: Target): string {
      if (kind === 'service') return name === null ? t('service', { id }) : `${name} (${id})`;
      if (kind === 'ping') return t('case', { code: name ?? id });
      if (kind === 'history') return t('theHistory');
      if (kind === 'export') return t('anExport');
      if (kind === 'audit') return t('theAudit');
      // Neither has a name: what stands for it in the trail only tells one from another.
      if (kind === 'session') return t('ownAccount');
      if (kind === 'unknown_email') return t('unknownEmail', { id: id.slice(0, 6) });
      return name ?? id;
    },
  };
}

const PAGES: Partial<Record<string, (id: string) => string>> = {
  service: (id) => `/services/${id}`,
  ping: (id) => `/pings/${id}`,
  token: () => '/tokens',
  user: () => '/users',
  import: () => '/directory',
  history: () => '/history',
};

/** The page of what was acted upon; null where there is none. */
export const targetPage = ({ kind, id }: Target): string | null =>
  PAGES[kind]?.(encodeURIComponent(id)) ?? null;
