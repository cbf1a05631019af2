'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useAge } from '@/components/shell/age';
import { useLoadProblem } from '@/components/directory/use-load-problem';
import type { StatusItem } from '@/lib/domain/status';
import {
  judgeBackup,
  judgeDatabase,
  judgeDirectory,
  judgeMigrations,
  judgePool,
} from '@/lib/domain/status-signs';
import { Sign, SignGroup } from './sign';
import { useFigures } from './use-figures';

const PLAIN = { level: 'plain', advice: null } as const;

function DirectorySign({ directory, now }: { directory: StatusItem['directory']; now: number }) {
  const t = useTranslations('status');
  const format = useFormatter();
  const age = useAge();
  const why = useLoadProblem();
  const { finished_at: finishedAt, problem, services } = directory;
  const read = finishedAt === null ? t('directoryNever') : t('directoryRead', { age: age(finishedAt) });
  return (
    <Sign
      name="directory"
      label={t('directory')}
      term="directory"
      judgement={judgeDirectory(directory, now)}
      detail={problem !== null && <p className="text-sm">{why(problem)}</p>}
    >
      {`${format.number(services)} · ${directory.supported ? read : t('directoryByFile')}`}
    </Sign>
  );
}

/** The database, and how fresh what stands in it is. */
export function DataSigns({ status }: { status: StatusItem }) {
  const t = useTranslations('status');
  const age = useAge();
  const { milliseconds, megabytes } = useFigures();
  const { database, directory, backup_at: backupAt } = status;
  const { pool, migrations, known_migrations: known } = database;
  const now = Date.parse(status.read_at);
  return (
    <SignGroup title={t('groupData')}>
      <Sign
        name="database"
        label={t('database', { version: database.version })}
        judgement={judgeDatabase(database)}
      >
        {t('databaseValue', { time: milliseconds(database.latency_ms) })}
      </Sign>
      <Sign name="pool" label={t('pool')} term="pool" judgement={judgePool(pool)}>
        {t('poolValue', { busy: pool.total - pool.idle, total: pool.total, waiting: pool.waiting })}
      </Sign>
      <Sign name="size" label={t('size')} judgement={PLAIN}>
        {megabytes(database.bytes)}
      </Sign>
      <Sign name="migrations" label={t('migrations')} judgement={judgeMigrations(database)}>
        {migrations === known ? t('migrationsAll', { known }) : t('migrationsSome', { migrations, known })}
      </Sign>
      <DirectorySign directory={directory} now={now} />
      <Sign name="backup" label={t('backup')} term="backup" judgement={judgeBackup(backupAt, now)}>
        {backupAt === null ? t('backupNone') : age(backupAt)}
      </Sign>
    </SignGroup>
  );
}
