import { ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { DocumentOperation } from '@/lib/openapi/document-types';
import { Answers } from './answers';
import { CopyCode } from './copy-code';
import { curlOf } from './curl';
import { Fold } from './fold';
import { refIn, rowsOf, typeOf } from './schema-rows';
import { SchemaTable } from './schema-table';
import { TryIt, type TryItProps } from './try-it';
import { Code, Paragraphs, Words } from './words';

/** Who may send it: the scope of a token, and the roles of people. */
function Rights({ operation }: { operation: DocumentOperation }) {
  const t = useTranslations('apiDocs');
  const tRole = useTranslations('role');
  const format = useFormatter();
  const scopes = operation.security.flatMap(({ token = [] }) => token);
  const roles = operation['x-roles'].map((role) => tRole(role as 'agent'));
  const isOpen = operation.security.length === 0;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
      <div className="flex flex-wrap items-center gap-2">
        <dt className="text-ink-muted">{t('scope')}</dt>
        <dd className="flex flex-wrap gap-1">
          {scopes.length === 0 && (isOpen ? t('open') : t('noToken'))}
          {scopes.map((scope) => (
            <Tag key={scope}>
              <span className="font-mono">{scope}</span>
            </Tag>
          ))}
        </dd>
      </div>
      {!isOpen && (
        <div className="flex flex-wrap items-center gap-2">
          <dt className="text-ink-muted">{t('roles')}</dt>
          <dd>{format.list(roles)}</dd>
        </div>
      )}
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
      <h5 className="text-sm font-semibold">{t('samples')}</h5>
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
          <h5 className="text-sm font-semibold">{t('parameters')}</h5>
          <SchemaTable label={t('parameters')} rows={parameters} />
        </>
      )}
      {body && (
        <>
          <h5 className="text-sm font-semibold">{t('body')}</h5>
          <SchemaTable label={t('body')} rows={rowsOf(body)} />
        </>
      )}
      {operation.requestBody?.description && (
        <>
          <h5 className="text-sm font-semibold">{t('body')}</h5>
          <p>
            <Code>{Object.keys(operation.requestBody.content).join()}</Code>{' '}
            <Words>{operation.requestBody.description}</Words>
          </p>
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

/** The body to begin with, when somebody tries it out; null for a request without one. */
function bodyOf({ requestBody, 'x-samples': samples }: DocumentOperation): TryItProps['body'] {
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (type === undefined || media === undefined) return null;
  const file = Object.values(media.examples ?? {})[0]?.value;
  const text = typeof file === 'string' ? file : JSON.stringify(samples[0]?.body ?? {}, null, 2);
  return { type, text };
}

type OperationProps = { method: string; path: string; operation: DocumentOperation; host: string };

function Address({ method, path }: Pick<OperationProps, 'method' | 'path'>) {
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2">
      <span className="rounded-sm bg-brand-soft px-1 py-0.5 font-mono text-xs font-semibold text-brand-ink">
        {method}
      </span>
      <code className="min-w-0 font-mono text-sm wrap-anywhere">{path}</code>
    </span>
  );
}

/** What there is to know of an operation below its title. */
function Details({ method, path, operation, host }: OperationProps) {
  const t = useTranslations('apiDocs');
  const { operationId: id, description, parameters } = operation;
  return (
    <>
      <Paragraphs>{description}</Paragraphs>
      <Rights operation={operation} />
      <Samples operation={operation} host={host} />
      <Fold title={t('tryIt')}>
        {method !== 'GET' && <p className="text-ink-muted">{t('real')}</p>}
        <TryIt id={id} method={method} path={path} parameters={parameters} body={bodyOf(operation)} />
      </Fold>
      <Taken operation={operation} />
      <Answers operation={operation} />
    </>
  );
}

/**
 * An operation that few look for: a line to unfold. Its id stands within, because a browser that is sent to it then
 * unfolds it.
 */
export function FoldedOperation(props: OperationProps) {
  const { method, path, operation } = props;
  const { operationId: id, summary } = operation;
  return (
    <details className="group/operation rounded border border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded px-3 py-2 hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight className="size-4 shrink-0 text-ink-muted group-open/operation:rotate-90" aria-hidden />
        <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h4 id={`${id}-title`} lang="en" className="text-sm font-semibold">
            {summary}
          </h4>
          <Address method={method} path={path} />
        </span>
      </summary>
      <div
        id={id}
        role="group"
        aria-labelledby={`${id}-title`}
        className="flex min-w-0 scroll-mt-[calc(var(--header-height)+5.5rem)] flex-col gap-4 border-t border-line p-3 sm:p-4"
      >
        <Details {...props} />
      </div>
    </details>
  );
}

/** One method of one path: what it is for, what it takes, how it answers, and the same to try out. */
export function Operation(props: OperationProps) {
  const { method, path, operation } = props;
  const { operationId: id, summary } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="flex scroll-mt-[calc(var(--header-height)+1rem)] flex-col gap-4 border-t border-line pt-6"
    >
      <div className="flex flex-col gap-2">
        <h4 id={`${id}-title`} lang="en" className="text-base font-semibold">
          {summary}
        </h4>
        <Address method={method} path={path} />
      </div>
      <Details {...props} />
    </section>
  );
}
