import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { TokensScreen } from '@/components/tokens/tokens-screen';
import { can } from '@/lib/domain/role';
import { pageActor } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('tokens');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function TokensPage() {
  const actor = await pageActor();
  if (!can(actor, 'tokens:own')) notFound();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return <TokensScreen account={account} seesAll={can(actor, 'tokens:of_others')} />;
}
