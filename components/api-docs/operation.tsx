import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { DocumentOperation } from '@/lib/openapi/document-types';
import { Answers } from './answers';
import { CopyCode } from './copy-code';
import { curlOf } from './curl';
import { Fold } from './fold';
import { refIn, rowsOf, typeOf } from './schema-rows';
import { SchemaTable } from './schema-table';
import { TryIt } from './try-it';
import { Paragraphs, Words } from './words';

/** Who may send it: the scope of a token, and the roles of people. */
function Rights({ operation }: { operation: DocumentOperation }) {
  const t = useTranslations('apiDocs');
  const tRole = useTranslations('role');
  const scopes = operation.security.flatMap(({ token = [] }) => token);
  const roles = operation['x-roles'].map((role) => tRole(role as 'agent'));
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <dt className="text-ink-muted">{t('scope')}</dt>
        <dd className="flex flex-wrap gap-1">
          {scopes.length === 0 && t('noToken')}
          {scopes.map((scope) => (
            <Tag key={scope}>
              <span className="font-mono">{scope}</span>
            </Tag>
          ))}
        </dd>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <dt className="text-ink-muted">{t('roles')}</dt>
        <dd>{roles.join(', ')}</dd>
      </div>
    </dl>
  );
}

function Samples({ operation, host }: { operation: DocumentOperation; host: string }) {
  const t = useTranslations('apiDocs');
  const [first, ...others] = operation['x-samples'];
  if (first === undefined) return null;
  const label = (title: string, status: number) => `${title} · HTTP ${status}`;
  return (
    <>
      <h4 className="text-sm font-semibold">{t('samples')}</h4>
      <CopyCode code={curlOf(first, host)} label={`curl: ${first.title}`} />
      {others.map((sample) => (
        <Fold key={sample.title} title={label(sample.title, sample.status)} isEnglish>
          <CopyCode code={curlOf(sample, host)} label={`curl: ${sample.title}`} />
        </Fold>
      ))}
    </>
  );
}

function Taken({ operation }: { operation: DocumentOperation }) {
  const t = useTranslations('apiDocs');
  const parameters = operation.parameters.map(({ name, in: where, schema, required, description }) => {
    const stands =
      schema.default === undefined || schema.default === '' ? '' : ` = ${JSON.stringify(schema.default)}`;
    return { name, type: typeOf(schema) + stands, ref: refIn(schema), required, text: description, where };
  });
  const body = operation.requestBody?.content['application/json']?.schema;
  return (
    <>
      {parameters.length > 0 && (
        <>
          <h4 className="text-sm font-semibold">{t('parameters')}</h4>
          <SchemaTable label={t('parameters')} rows={parameters} />
        </>
      )}
      {body && (
        <>
          <h4 className="text-sm font-semibold">{t('body')}</h4>
          <SchemaTable label={t('body')} rows={rowsOf(body)} />
        </>
      )}
      {operation['x-refuses'] && (
        <p className="text-ink-muted">
          <Words>{operation['x-refuses']}</Words>
        </p>
      )}
    </>
  );
}

/** The body to begin with, when somebody tries it out. */
function bodyOf({ requestBody, 'x-samples': samples }: DocumentOperation): string | null {
  if (requestBody === undefined) return null;
  return JSON.stringify(samples[0]?.body ?? {}, null, 2);
}

type OperationProps = { method: string; path: string; operation: DocumentOperation; host: string };

/** One method of one path: what it is for, what it takes, how it answers, and the same to try out. */
export function Operation({ method, path, operation, host }: OperationProps) {
  const t = useTranslations('apiDocs');
  const { operationId: id, summary, description, parameters } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="flex scroll-mt-[calc(var(--header-height,57px)+1rem)] flex-col gap-4 border-t border-line pt-6"
    >
      <div className="flex flex-col gap-2">
        <h3 id={`${id}-title`} lang="en" className="text-base font-semibold">
          {summary}
        </h3>
        <p className="flex flex-wrap items-center gap-2">
          <span className="rounded-sm bg-brand-soft px-1.5 py-0.5 font-mono text-xs font-semibold text-brand-ink">
            {method}
          </span>
          <code className="min-w-0 font-mono text-sm wrap-anywhere">{path}</code>
        </p>
      </div>
      <Paragraphs>{description}</Paragraphs>
      <Rights operation={operation} />
      <Samples operation={operation} host={host} />
      <Fold title={t('tryIt')}>
        {method !== 'GET' && <p className="text-ink-muted">{t('real')}</p>}
        <TryIt id={id} method={method} path={path} parameters={parameters} body={bodyOf(operation)} />
      </Fold>
      <Taken operation={operation} />
      <Answers operation={operation} />
    </section>
  );
}
