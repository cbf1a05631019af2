'use client';

import { Columns3 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import { COLUMN_NAMES, COLUMNS, FIXED_COLUMNS, type ColumnName } from './column-names';

type ColumnMenuProps = { columns: readonly ColumnName[]; onToggle: (name: ColumnName) => void };

export function ColumnMenu({ columns, onToggle }: ColumnMenuProps) {
  const t = useTranslations('historyList');
  const trigger = (
    <Button variant="quiet" size="sm">
      <Columns3 className="size-4" aria-hidden />
      {t('columns')}
    </Button>
  );
  return (
    <Popover trigger={trigger} label={t('columns')} align="end" className="w-56 p-1">
      {COLUMN_NAMES.filter((name) => !FIXED_COLUMNS.includes(name)).map((name) => (
        <label
          key={name}
          className="flex h-9 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-sunken has-focus-visible:bg-sunken"
        >
          <input
            type="checkbox"
            checked={columns.includes(name)}
            onChange={() => onToggle(name)}
            className="size-4 accent-(--brand)"
          />
          {t(COLUMNS[name].title)}
        </label>
      ))}
    </Popover>
  );
}
