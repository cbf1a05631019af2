'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AccountPage } from '@/components/profile/account-page';
import type { Account } from '@/components/shell/account-menu';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Popover } from '@/components/ui/popover';
import type { AuditFilter } from '@/lib/domain/audit-filter';
import { auditChoicesQuery, auditExportAddress } from '@/lib/queries/audit';
import { AuditFilters } from './audit-filters';
import { AuditList } from './audit-list';
import { useAuditFilter } from './use-audit-filter';

const FILE = 'flex min-h-11 items-center rounded-sm px-2 hover:bg-sunken';

function Export({ filter }: { filter: AuditFilter }) {
  const t = useTranslations('audit');
  const trigger = (
    <Button>
      <Download className="size-4" aria-hidden />
      {t('export')}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={t('export')} align="end" className="flex w-72 flex-col p-1">
      <a href={auditExportAddress('csv', filter)} download className={FILE}>
        {t('exportCsv')}
      </a>
      <a href={auditExportAddress('jsonl', filter)} download className={FILE}>
        {t('exportJsonl')}
      </a>
    </Popover>
  );
}

/** Who did what, when and from where; for administrators. */
export function AuditScreen({ account }: { account: Account }) {
  const t = useTranslations('audit');
  const { filter, isUnderstood, onFilter } = useAuditFilter();
  const { data: choices } = useQuery(auditChoicesQuery());
  return (
    <AccountPage account={account} className="max-w-5xl">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-pretty text-ink-muted">{t('hint')}</p>
        </div>
        <Export filter={filter} />
      </div>
      <AuditFilters filter={filter} onFilter={onFilter} choices={choices} />
      {!isUnderstood && (
        <Notice tone="warn" icon={CircleAlert} role="status">
          {t('notUnderstood')}
        </Notice>
      )}
      <AuditList filter={filter} onTarget={(target) => onFilter({ target })} />
    </AccountPage>
  );
}
