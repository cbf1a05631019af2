// The link passes through here, into the one answer that holds it.
import { toAccountItem, type MadeLink } from '@/lib/domain/account';
import { env } from '@/lib/env';
import type { HandedOut } from '@/lib/operations/hand-out-link';

/** The link stands behind a `#`, which a browser never sends: so no log of a server or a proxy holds it. */
export const toMadeLink = ({ account, link }: HandedOut): MadeLink => ({
  user: toAccountItem(account),
  link: {
    kind: link.kind,
    url: `${env().NEXTAUTH_URL}/welcome#${link.token}`,
    ends_at: link.endsAt.toISOString(),
  },
});
