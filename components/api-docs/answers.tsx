import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import type { DocumentOperation } from '@/lib/openapi/document-types';
import { isJsonSchema, schemasIn, type JsonSchema } from '@/lib/openapi/json-schema-shape';
import { CopyCode } from './copy-code';
import { Fold } from './fold';
import { ReferenceTable } from './reference-table';
import { rowsOf, refIn, typeOf } from './schema-rows';
import { SchemaTable } from './schema-table';
import { Code, Words } from './words';

type Answer = DocumentOperation['x-answers'][number];

function AnswerTable({ label, answers }: { label: string; answers: readonly Answer[] }) {
  const t = useTranslations('apiDocs');
  return (
    <ReferenceTable
      label={label}
      head={[t('status'), t('action'), t('meaning')]}
      rows={answers.map(({ status, type, action, code, text }) => ({
        key: `${status}.${action}.${code ?? ''}`,
        cells: [
          <Tag key="status">{status}</Tag>,
          <span key="action" className="flex flex-col items-start gap-0.5">
            <Code>{action}</Code>
            <span className="font-mono text-xs wrap-anywhere text-ink-muted">{code ?? type}</span>
          </span>,
          <Words key="text">{text}</Words>,
        ],
      }))}
    />
  );
}

/** The `data` of a good answer: the same schema for all of a status, or the first that is not null. */
function dataOf(schema: JsonSchema): JsonSchema | null {
  const envelopes = schemasIn(schema.oneOf).length > 0 ? schemasIn(schema.oneOf) : [schema];
  const found = envelopes.flatMap(({ properties }) =>
    isJsonSchema(properties) ? schemasIn(properties.data) : [],
  );
  return found.find(({ type }) => type !== 'null') ?? null;
}

function DataOfAnswer({ schema }: { schema: JsonSchema }) {
  const t = useTranslations('apiDocs');
  const data = dataOf(schema);
  if (data === null) return null;
  const rows = rowsOf({ type: 'object', properties: { data }, required: ['data'] });
  const own = rows.length > 1 ? rows.slice(1) : rows;
  return <SchemaTable label={t('data', { type: refIn(data) ?? typeOf(data) })} rows={own} />;
}

/** How an operation answers: what it found, with its data and examples, and every way in which it refuses. */
export function Answers({ operation }: { operation: DocumentOperation }) {
  const t = useTranslations('apiDocs');
  const good = operation['x-answers'].filter(({ code }) => code === null);
  const refusals = operation['x-answers'].filter(({ code }) => code !== null);
  const [, response] = Object.entries(operation.responses)[0] ?? [];
  const [kind, media] = Object.entries(response?.content ?? {})[0] ?? [];
  return (
    <>
      <h5 className="text-sm font-semibold">{t('answers')}</h5>
      {good.length > 0 && <AnswerTable label={t('answers')} answers={good} />}
      {good.length === 0 && response && (
        <p>
          <Tag>200</Tag>{' '}
          <Words>{`${response.description} \`${Object.keys(response.content).join('`, `')}\``}</Words>
        </p>
      )}
      {kind === 'application/json' && media && <DataOfAnswer schema={media.schema} />}
      {Object.entries(media?.examples ?? {}).map(([key, { summary = key, value }]) => (
        <Fold key={key} title={`${t('example')}: ${summary}`} isEnglish>
          <CopyCode code={JSON.stringify(value, null, 2)} label={`${t('example')}: ${summary}`} />
        </Fold>
      ))}
      <Fold title={t('refusals', { count: refusals.length })}>
        <AnswerTable label={t('refusals', { count: refusals.length })} answers={refusals} />
      </Fold>
    </>
  );
}
