import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { ApiDocument } from '@/lib/openapi/document-types';
import { ReferenceTable } from './reference-table';
import { rowsOf } from './schema-rows';
import { SchemaTable } from './schema-table';
import { Code, Words } from './words';

const PART = 'flex scroll-mt-[calc(var(--header-height)+1rem)] flex-col gap-4';
const TITLE = 'text-lg font-semibold tracking-tight';

/** What stands at the end to be looked up: the scopes, every code, and every schema that has a name. */
export function Reference({ document }: { document: ApiDocument }) {
  const t = useTranslations('apiDocs');
  return (
    <>
      <section id="scopes" className={PART}>
        <h2 className={TITLE}>{t('scopes')}</h2>
        <ReferenceTable
          label={t('scopes')}
          head={[t('scope'), t('meaning')]}
          rows={document['x-scopes'].map(({ scope, text }) => ({
            key: scope,
            cells: [<Code key="scope">{scope}</Code>, <Words key="text">{text}</Words>],
          }))}
        />
      </section>
      <section id="codes" className={PART}>
        <h2 className={TITLE}>{t('codes')}</h2>
        <ReferenceTable
          label={t('codes')}
          head={[t('status'), t('code'), t('meaning')]}
          rows={document['x-codes'].map(({ code, status, action, text }) => ({
            key: code,
            cells: [
              <Tag key="status">{status}</Tag>,
              <span key="code" className="flex flex-col items-start gap-0.5">
                <Code>{code}</Code>
                {action !== code && <span className="font-mono text-xs text-ink-muted">{action}</span>}
              </span>,
              <Words key="text">{text}</Words>,
            ],
          }))}
        />
      </section>
      <section id="schemas" className={PART}>
        <h2 className={TITLE}>{t('schemas')}</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <section key={name} id={`schema-${name}`} className={`${PART} border-t border-line pt-4`}>
            <h3 lang="en" className="font-mono text-base font-semibold">
              {name}
            </h3>
            {typeof schema.description === 'string' && (
              <p>
                <Words>{schema.description}</Words>
              </p>
            )}
            <SchemaTable label={name} rows={rowsOf(schema)} />
          </section>
        ))}
      </section>
    </>
  );
}
