import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { AuditScreen } from '@/components/audit/audit-screen';
import { pageActorWhoMay } from '@/lib/page-actor';

export async function generateMetadata() {
  const t = await getTranslations('audit');
  const tApp = await getTranslations('app');
  return { title: `${t('title')} · ${tApp('name')}` };
}

export default async function AuditPage() {
  const actor = await pageActorWhoMay('audit:read');
  return (
    <Suspense>
      <AuditScreen account={{ name: actor.name, email: actor.email, role: actor.role }} />
    </Suspense>
  );
}
