import { getTranslations } from 'next-intl/server';
import { apiDocument } from '@/app/api/v1/openapi.json/api-document';
import { ApiDocsScreen } from '@/components/api-docs/api-docs-screen';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('apiDocs');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function ApiDocsPage() {
  const actor = await pageActor();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return <ApiDocsScreen account={account} document={apiDocument()} />;
}
