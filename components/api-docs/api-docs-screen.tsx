import { ArrowLeft, FileJson } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { METHODS, type ApiDocument, type DocumentOperation } from '@/lib/openapi/document-types';
import { Contents, type ContentsGroup } from './contents';
import { Operation } from './operation';
import { Reference } from './reference';
import { TokenPanel } from './token-panel';
import { TryProvider } from './try-context';
import { Paragraphs, Words } from './words';

type Listed = { method: string; path: string; operation: DocumentOperation };

const operationsOf = ({ paths }: ApiDocument): Listed[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );

function useContents(document: ApiDocument, listed: readonly Listed[]): ContentsGroup[] {
  const t = useTranslations('apiDocs');
  const groups = document.tags.map(({ name }) => ({
    name,
    href: `#group-${name}`,
    items: listed
      .filter(({ operation }) => operation.tags[0] === name)
      .map(({ method, operation }) => ({
        name: operation.summary,
        href: `#${operation.operationId}`,
        mark: method,
      })),
  }));
  const schemas = Object.keys(document.components.schemas).map((name) => ({ name, href: `#schema-${name}` }));
  return [
    ...groups,
    { name: t('scopes'), href: '#scopes', items: [] },
    { name: t('codes'), href: '#codes', items: [] },
    { name: t('schemas'), href: '#schemas', items: schemas },
  ];
}

function Introduction({ document }: { document: ApiDocument }) {
  const t = useTranslations('apiDocs');
  return (
    <section className="flex max-w-3xl flex-col gap-3">
      <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
      <p className="text-ink-muted">{t('hint')}</p>
      <p>
        <a
          href="/api/v1/openapi.json"
          className="inline-flex h-9 items-center gap-2 rounded border border-line px-4 font-medium shadow-raised hover:bg-sunken"
        >
          <FileJson className="size-4" aria-hidden />
          {t('json')}
        </a>
      </p>
      <Paragraphs>{document.info.description}</Paragraphs>
    </section>
  );
}

/** The API to read and to try out: the page of those who write programs. */
export function ApiDocsScreen({ account, document }: { account: Account; document: ApiDocument }) {
  const tProblem = useTranslations('problem');
  const listed = operationsOf(document);
  const groups = useContents(document, listed);
  const host = document.servers[0]?.url ?? '';
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account}>
        <Link
          href="/"
          className="mr-auto flex h-9 items-center gap-2 rounded text-sm font-medium text-brand-ink underline-offset-4 hover:underline"
        >
          <ArrowLeft className="size-4" aria-hidden />
          {tProblem('home')}
        </Link>
      </AppHeader>
      <div className="mx-auto grid w-full max-w-screen-xl flex-1 grid-cols-[minmax(0,1fr)] gap-x-10 bg-surface px-4 max-lg:pt-4 sm:px-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <Contents groups={groups} />
        <main id="content" className="flex min-w-0 flex-col gap-10 py-6">
          <TryProvider>
            <Introduction document={document} />
            <TokenPanel />
            {document.tags.map(({ name, description }) => (
              <section
                key={name}
                id={`group-${name}`}
                className="flex scroll-mt-[calc(var(--header-height,57px)+1rem)] flex-col gap-6"
              >
                <div lang="en">
                  <h2 className="text-lg font-semibold tracking-tight">{name}</h2>
                  <p className="text-ink-muted">
                    <Words>{description}</Words>
                  </p>
                </div>
                {listed
                  .filter(({ operation }) => operation.tags[0] === name)
                  .map((one) => (
                    <Operation key={one.operation.operationId} {...one} host={host} />
                  ))}
              </section>
            ))}
            <Reference document={document} />
          </TryProvider>
        </main>
      </div>
    </div>
  );
}
