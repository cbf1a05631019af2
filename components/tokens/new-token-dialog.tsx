'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field, SelectField } from '@/components/ui/field';
import { focusWrong } from '@/components/ui/focus-wrong';
import { Notice } from '@/components/ui/notice';
import { TOKEN_DAYS, tokenNameSchema, type MadeToken } from '@/lib/domain/api-token';
import type { Scope } from '@/lib/domain/role';
import { useCreateToken } from '@/lib/queries/tokens';
import { ScopeChoice } from './scope-choice';
import { useTokenProblem } from './use-token-problem';

const DAYS = [7, 30, TOKEN_DAYS.initial, 180, TOKEN_DAYS.most];

type NewTokenDialogProps = {
  /** What somebody of this role can give. */
  offered: readonly Scope[];
  onClose: () => void;
  onMade: (made: MadeToken) => void;
};

/** What a new token is called, what it may do, and until when. */
export function NewTokenDialog({ offered, onClose, onMade }: NewTokenDialogProps) {
  const t = useTranslations('tokens');
  const problemOf = useTokenProblem();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<Scope[]>([]);
  const [days, setDays] = useState(TOKEN_DAYS.initial);
  const [wasSent, setSent] = useState(false);
  const create = useCreateToken();
  const isGoodName = tokenNameSchema.safeParse(name).success;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(true);
    focusWrong(event.currentTarget);
    if (isGoodName && scopes.length > 0) create.mutate({ name, scopes, days }, { onSuccess: onMade });
  };
  return (
    <Dialog open onOpenChange={onClose} title={t('new')} closeLabel={t('dismiss')}>
      <form onSubmit={send} noValidate className="flex flex-col gap-5">
        <Field
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          problem={wasSent && !isGoodName ? t('wrongName') : null}
        />
        <ScopeChoice
          offered={offered}
          chosen={scopes}
          onChosen={setScopes}
          isWrong={wasSent && scopes.length === 0}
        />
        <SelectField
          label={t('days')}
          name="days"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
        >
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {t('daysOf', { count })}
            </option>
          ))}
        </SelectField>
        {create.error && (
          <Notice tone="bad" icon={CircleAlert} role="alert">
            {problemOf(create.error)}
          </Notice>
        )}
        <Button type="submit" variant="primary" disabled={create.isPending} className="self-end">
          {create.isPending ? t('busy') : t('create')}
        </Button>
      </form>
    </Dialog>
  );
}
