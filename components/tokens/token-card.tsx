'use client';

import { Ban, CircleCheck, Clock, Hourglass, type LucideIcon } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { Tag, type TagTone } from '@/components/ui/tag';
import type { TokenItem, TokenState } from '@/lib/domain/api-token';
import { DAY } from '@/lib/i18n/moments';
import { SCOPE_WORDS } from './scope-words';

const STATES = {
  active: { word: 'state_active', icon: CircleCheck, tone: 'plain' },
  expiring: { word: 'state_expiring', icon: Hourglass, tone: 'unknown' },
  expired: { word: 'state_expired', icon: Clock, tone: 'unknown' },
  revoked: { word: 'state_revoked', icon: Ban, tone: 'unknown' },
  maker_disabled: { word: 'state_maker_disabled', icon: Ban, tone: 'unknown' },
} as const satisfies Record<TokenState, { word: string; icon: LucideIcon; tone: TagTone }>;

function StateTag({ state }: { state: TokenState }) {
  const t = useTranslations('tokens');
  const { word, icon: Icon, tone } = STATES[state];
  return (
    <Tag tone={tone}>
      <Icon className="size-4" aria-hidden />
      {t(word)}
    </Tag>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}

function Day({ at }: { at: string }) {
  const format = useFormatter();
  return <Moment at={at}>{format.dateTime(new Date(at), DAY)}</Moment>;
}

/** What keeps a token from doing all that it was made for. */
function Shortfall({ token }: { token: TokenItem }) {
  const t = useTranslations('tokens');
  if (token.state === 'maker_disabled') return t('makerDisabled');
  const scopes = token.scopes_out_of_reach.map((scope) => t(SCOPE_WORDS[scope])).join(' · ');
  return scopes === '' ? null : t('outOfReach', { scopes });
}

type TokenCardProps = { token: TokenItem; withMaker: boolean; onRevoke: () => void };

/** One token: how to tell it from others, what it may do, and how it lives. */
export function TokenCard({ token, withMaker, onRevoke }: TokenCardProps) {
  const t = useTranslations('tokens');
  const { name, hint, state } = token;
  const isOver = state === 'expired' || state === 'revoked';
  const maker = token.made_by === null ? t('madeHere') : t('madeBy', { name: token.made_by.name });
  const end = token.revoked_at ?? token.expires_at;
  return (
    <li className="flex flex-col gap-2 border-b border-line py-4" data-testid="token" data-state={state}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="min-w-0 font-medium wrap-anywhere">{name}</h3>
        <StateTag state={state} />
        {hint !== null && <span className="text-xs text-ink-muted">{t('ending', { hint: `…${hint}` })}</span>}
        {!isOver && (
          <Button size="sm" className="ml-auto" aria-label={t('revokeNamed', { name })} onClick={onRevoke}>
            {t('revoke')}
          </Button>
        )}
      </div>
      <ul className="flex flex-col gap-1 text-sm">
        {token.scopes.map((scope) => (
          <li key={scope} className="flex flex-wrap items-baseline gap-x-2">
            {t(SCOPE_WORDS[scope])}
            <code className="text-xs text-ink-muted">{scope}</code>
          </li>
        ))}
      </ul>
      <p className="text-sm text-pretty text-ink empty:hidden">
        <Shortfall token={token} />
      </p>
      <div className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <dl className="contents text-ink-muted">
          <Fact name={t('lastUse')}>
            {token.last_used_at === null ? t('neverUsed') : <Moment at={token.last_used_at} />}
          </Fact>
          <Fact name={t(state === 'revoked' ? 'revoked' : state === 'expired' ? 'expired' : 'expires')}>
            <Day at={end} />
          </Fact>
          <Fact name={t('created')}>
            <Day at={token.created_at} />
          </Fact>
        </dl>
        {withMaker && <p>{maker}</p>}
      </div>
    </li>
  );
}
