import { notFound } from 'next/navigation';
import { deskRightsOf } from '@/components/desk/desk-rights';
import { LineScreen } from '@/components/line/line-screen';
import { pathNumber } from '@/lib/domain/path-number';
import { serviceIdSchema } from '@/lib/domain/service';
import { pageActor } from '@/lib/page-actor';

type Props = { params: Promise<{ serviceId: string }> };

export default async function ServicePage({ params }: Props) {
  const actor = await pageActor();
  const id = serviceIdSchema.safeParse(pathNumber((await params).serviceId));
  if (!id.success) notFound();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return <LineScreen key={id.data} serviceId={id.data} account={account} rights={deskRightsOf(actor)} />;
}
