import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { Desk } from '@/components/desk/desk';
import { actorOfSession } from '@/lib/auth';
import { can } from '@/lib/domain/role';

export default async function DeskPage() {
  const requestHeaders = await headers();
  const actor = await actorOfSession(requestHeaders);
  if (actor?.kind !== 'user') {
    redirect(`/sign-in?callbackUrl=${encodeURIComponent(requestHeaders.get('x-path') ?? '/')}`);
  }
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return (
    <div className="flex min-h-dvh flex-col">
      <Suspense>
        <Desk account={account} mayMark={can(actor, 'ping:mark')} />
      </Suspense>
    </div>
  );
}
