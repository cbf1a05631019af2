import { Desk } from '@/components/desk/desk';
import { deskRightsOf } from '@/components/desk/desk-rights';
import { pageActor } from '@/lib/page-actor';

export default async function DeskPage() {
  const actor = await pageActor();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return (
    <div className="flex min-h-dvh flex-col max-sm:pb-32">
      <Desk account={account} rights={deskRightsOf(actor)} />
    </div>
  );
}
