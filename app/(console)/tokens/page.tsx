import { getTranslations } from 'next-intl/server';
import { TokensScreen } from '@/components/tokens/tokens-screen';
import { can } from '@/lib/domain/role';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('tokens');
  return titleForWhoMay('tokens:own', t('title'));
}

export default async function TokensPage() {
  const actor = await pageActorWhoMay('tokens:own');
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return <TokensScreen account={account} seesAll={can(actor, 'tokens:of_others')} />;
}
