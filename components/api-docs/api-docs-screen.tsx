import { FileJson } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Account } from '@/components/shell/account-menu';
import { AppHeader } from '@/components/shell/app-header';
import { HomeLink } from '@/components/shell/home-link';
import { METHODS, type ApiDocument, type DocumentOperation } from '@/lib/openapi/document-types';
import { Contents, type ContentsPart } from './contents';
import { FoldedOperation, Operation } from './operation';
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

const anchorOf = (name: string) => name.replace(/\W+/g, '-');

function useContents(document: ApiDocument, listed: readonly Listed[]): ContentsPart[] {
  const t = useTranslations('apiDocs');
  const groupOf = (name: string) => ({
    name,
    href: `#group-${anchorOf(name)}`,
    items: listed
      .filter(({ operation }) => operation.tags[0] === name)
      .map(({ method, operation }) => ({
        name: operation.summary,
        href: `#${operation.operationId}`,
        mark: method,
      })),
  });
  const parts = document['x-tagGroups'].map(({ name, tags }, place) => ({
    name,
    href: `#part-${anchorOf(name)}`,
    isFolded: place > 0,
    groups: tags.map(groupOf),
  }));
  const schemas = Object.keys(document.components.schemas).map((name) => ({ name, href: `#schema-${name}` }));
  const reference = [
    { name: t('scopes'), href: '#scopes', items: [] },
    { name: t('codes'), href: '#codes', items: [] },
    { name: t('schemas'), href: '#schemas', items: schemas },
  ];
  return [...parts, { name: t('reference'), href: '#scopes', isFolded: true, groups: reference }];
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

const PLACE = 'flex scroll-mt-[calc(var(--header-height)+1rem)] flex-col';

type GroupProps = { tag: string; document: ApiDocument; listed: readonly Listed[]; isFolded: boolean };

/** What there is to do with one noun. */
function Group({ tag, document, listed, isFolded }: GroupProps) {
  const One = isFolded ? FoldedOperation : Operation;
  const host = document.servers[0]?.url ?? '';
  return (
    <section id={`group-${anchorOf(tag)}`} className={`${PLACE} ${isFolded ? 'gap-3' : 'gap-6'}`}>
      <div lang="en">
        <h3 className="text-base font-semibold tracking-tight">{tag}</h3>
        <p className="text-ink-muted">
          <Words>{document.tags.find(({ name }) => name === tag)?.description ?? ''}</Words>
        </p>
      </div>
      {listed
        .filter(({ operation }) => operation.tags[0] === tag)
        .map((one) => (
          <One key={one.operation.operationId} {...one} host={host} />
        ))}
    </section>
  );
}

/** The API to read and to try out: the page of those who write programs. */
export function ApiDocsScreen({ account, document }: { account: Account; document: ApiDocument }) {
  const listed = operationsOf(document);
  const parts = useContents(document, listed);
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader account={account}>
        <HomeLink />
      </AppHeader>
      <div className="mx-auto grid w-full max-w-screen-xl flex-1 grid-cols-[minmax(0,1fr)] gap-x-10 bg-surface px-4 max-lg:pt-4 sm:px-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <Contents parts={parts} />
        <main id="content" className="flex min-w-0 flex-col gap-10 py-6">
          <TryProvider>
            <Introduction document={document} />
            <TokenPanel />
            {document['x-tagGroups'].map((part, place) => (
              <section key={part.name} id={`part-${anchorOf(part.name)}`} className={`${PLACE} gap-8`}>
                <div lang="en" className="border-b border-line pb-3">
                  <h2 className="text-lg font-semibold tracking-tight">{part.name}</h2>
                  <p className="max-w-3xl text-ink-muted">{part.description}</p>
                </div>
                {part.tags.map((tag) => (
                  <Group key={tag} tag={tag} document={document} listed={listed} isFolded={place > 0} />
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
