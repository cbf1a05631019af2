import { createHash } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import type { Queryable } from './client';
import { knownDevices } from './schema';

/** Only the hash is kept: whoever reads the table cannot pass for a browser. */
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Whether this browser has signed in to this account since the given moment. */
export async function isKnownDevice(
  q: Queryable,
  token: string,
  userId: string,
  since: Date,
): Promise<boolean> {
  const rows = await q
    .select({ usedAt: knownDevices.usedAt })
    .from(knownDevices)
    .where(
      and(
        eq(knownDevices.tokenHash, hashOf(token)),
        eq(knownDevices.userId, userId),
        gt(knownDevices.usedAt, since),
      ),
    );
  return rows.length > 0;
}

export async function rememberDevice(q: Queryable, token: string, userId: string, now: Date): Promise<void> {
  const key = [knownDevices.tokenHash, knownDevices.userId];
  await q
    .insert(knownDevices)
    .values({ tokenHash: hashOf(token), userId, createdAt: now, usedAt: now })
    .onConflictDoUpdate({ target: key, set: { usedAt: now } });
}
