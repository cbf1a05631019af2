import { getTranslations } from 'next-intl/server';
import { TokensScreen } from '@/components/tokens/tokens-screen';
import { can } from '@/lib/domain/role';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('tokens');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function TokensPage() {
  const actor = await pageActorWhoMay('tokens:own');
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return <TokensScreen account={account} seesAll={can(actor, 'tokens:of_others')} />;
}
