import { notFound } from 'next/navigation';
import { z } from 'zod';
import { deskRightsOf } from '@/components/desk/desk-rights';
import { PingScreen } from '@/components/pings/ping-screen';
import { system } from '@/lib/compose';
import { AppError } from '@/lib/domain/app-error';
import { noOrigin } from '@/lib/domain/audit';
import { toPingDetails } from '@/lib/domain/ping-details';
import { toPlaceItem } from '@/lib/domain/place-in-line';
import type { Actor } from '@/lib/domain/role';
import { readPingView } from '@/lib/operations/read-ping-view';
import { readPlaceInLine } from '@/lib/operations/read-place-in-line';
import { pageActor } from '@/lib/page-actor';

type Props = { params: Promise<{ taskId: string }> };

/** The ping and its place as they stand now; null when there is none of this id. */
async function pingOf(actor: Actor, taskId: string) {
  if (!z.uuid().safeParse(taskId).success) return null;
  const ctx = { ...system(), actor, origin: noOrigin };
  try {
    const [view, place] = await Promise.all([
      readPingView(ctx, { taskId }),
      readPlaceInLine(ctx, { taskId }),
    ]);
    return { ping: toPingDetails(view, ctx.now()), place: toPlaceItem(place, ctx.now()) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'task_unknown') return null;
    throw error;
  }
}

export default async function PingPage({ params }: Props) {
  const actor = await pageActor();
  const stored = await pingOf(actor, (await params).taskId);
  if (stored === null) notFound();
  const account = { name: actor.name, email: actor.email, role: actor.role };
  return (
    <PingScreen
      key={stored.ping.task_id}
      stored={stored}
      account={account}
      mayMark={deskRightsOf(actor).mayMark}
    />
  );
}
