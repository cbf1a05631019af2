import { getTranslations } from 'next-intl/server';
import { AuditScreen } from '@/components/audit/audit-screen';
import { pageActorWhoMay } from '@/lib/page-actor';
import { titleForWhoMay } from '@/lib/title-for-who-may';

export async function generateMetadata() {
  const t = await getTranslations('audit');
  return titleForWhoMay('audit:read', t('title'));
}

export default async function AuditPage() {
  const actor = await pageActorWhoMay('audit:read');
  return <AuditScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />;
}
