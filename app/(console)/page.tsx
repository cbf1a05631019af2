import { Suspense } from 'react';
import { Desk } from '@/components/desk/desk';
import { can, type Role } from '@/lib/domain/role';
import { pageActor } from '@/lib/page-actor';

/** Four packets answer a phone call; a technician on a roof wants proof. */
const FIRST_PACKETS: Record<Role, number> = { technician: 20, agent: 4, supervisor: 4, admin: 4 };

export default async function DeskPage() {
  const actor = await pageActor();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  const rights = { mayMark: can(actor, 'ping:mark'), firstPackets: FIRST_PACKETS[actor.role] };
  return (
    <div className="flex min-h-dvh flex-col max-sm:pb-32">
      <Suspense>
        <Desk account={account} rights={rights} />
      </Suspense>
    </div>
  );
}
