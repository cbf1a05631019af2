'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AccountPage } from '@/components/profile/account-page';
import { Section } from '@/components/profile/section';
import type { Account } from '@/components/shell/account-menu';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { TokenItem, MadeToken } from '@/lib/domain/api-token';
import { scopesOf } from '@/lib/domain/role';
import { tokensQuery } from '@/lib/queries/tokens';
import { MadeTokenDialog } from './made-token-dialog';
import { NewTokenDialog } from './new-token-dialog';
import { RevokeDialog } from './revoke-dialog';
import { TokenCard } from './token-card';

const isOver = ({ state }: TokenItem) => state === 'expired' || state === 'revoked';

type ListProps = {
  title: string;
  tokens: readonly TokenItem[];
  withMaker: boolean;
  onRevoke: (t: TokenItem) => void;
};

function TokenList({ title, tokens, withMaker, onRevoke }: ListProps) {
  if (tokens.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="-mt-5">
        {tokens.map((token) => (
          <TokenCard
            key={token.token_id}
            token={token}
            withMaker={withMaker}
            onRevoke={() => onRevoke(token)}
          />
        ))}
      </ul>
    </Section>
  );
}

/** The tokens with which programs come in: one's own, and for administrators everybody's. */
export function TokensScreen({ account, seesAll }: { account: Account; seesAll: boolean }) {
  const t = useTranslations('tokens');
  const tProblem = useTranslations('problem');
  const [isNew, setNew] = useState(false);
  const [made, setMade] = useState<MadeToken | null>(null);
  const [leaving, setLeaving] = useState<TokenItem | null>(null);
  const { data, isError } = useQuery(tokensQuery());
  const tokens = data?.items;
  const shown = { withMaker: seesAll, onRevoke: setLeaving };
  return (
    <AccountPage account={account} className="max-w-3xl">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="text-lg font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-pretty text-ink-muted">{seesAll ? t('hintAll') : t('hintOwn')}</p>
        </div>
        <Button variant="primary" onClick={() => setNew(true)}>
          <Plus className="size-4" aria-hidden />
          {t('new')}
        </Button>
      </div>
      {!tokens && isError && (
        <Notice tone="bad" icon={CircleAlert} role="alert">
          {tProblem('load')}
        </Notice>
      )}
      {!tokens && !isError && <SkeletonRows rows={4} row="h-24 border-b border-line" />}
      {tokens?.length === 0 && <p className="text-ink-muted">{t('none')}</p>}
      {tokens && (
        <div className="mt-2 flex flex-col gap-10" data-testid="tokens">
          <TokenList title={t('inUse')} tokens={tokens.filter((token) => !isOver(token))} {...shown} />
          <TokenList title={t('past')} tokens={tokens.filter(isOver)} {...shown} />
        </div>
      )}
      {isNew && (
        <NewTokenDialog
          offered={scopesOf(account.role)}
          onClose={() => setNew(false)}
          onMade={(token) => {
            setNew(false);
            setMade(token);
          }}
        />
      )}
      {made && <MadeTokenDialog made={made} onClose={() => setMade(null)} />}
      {leaving && <RevokeDialog token={leaving} onClose={() => setLeaving(null)} />}
    </AccountPage>
  );
}
