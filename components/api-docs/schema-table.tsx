import { useTranslations } from 'next-intl';
import { Code, Words } from './words';
import type { SchemaRow } from './schema-rows';
import { ReferenceTable } from './reference-table';

/** A type in a few words; the name of a schema in it leads there. */
function TypeWords({ type, to }: { type: string; to: string | null }) {
  if (to === null) return <span className="font-mono text-xs wrap-anywhere">{type}</span>;
  const [before = '', ...after] = type.split(to);
  return (
    <span className="font-mono text-xs wrap-anywhere">
      {before}
      <a href={`#schema-${to}`} className="text-brand-ink underline underline-offset-2">
        {to}
      </a>
      {after.join(to)}
    </span>
  );
}

type Row = SchemaRow & { where?: string };

/** Fields or parameters, one a line. */
export function SchemaTable({ label, rows }: { label: string; rows: readonly Row[] }) {
  const t = useTranslations('apiDocs');
  return (
    <ReferenceTable
      label={label}
      head={[t('name'), t('type'), t('meaning')]}
      rows={rows.map(({ name, type, ref, required, text, where }) => ({
        key: `${where}.${name}`,
        cells: [
          <span key="name" className="flex flex-col items-start gap-0.5">
            <Code>{name}</Code>
            <span className="text-xs text-ink-muted">
              {[where, required ? t('required') : t('optional')].filter(Boolean).join(' · ')}
            </span>
          </span>,
          <TypeWords key="type" type={type} to={ref} />,
          <Words key="text">{text}</Words>,
        ],
      }))}
    />
  );
}
