'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useProblem } from '@/components/directory/use-problem';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import type { TokenItem } from '@/lib/domain/api-token';
import { useRevokeToken } from '@/lib/queries/tokens';

/** Asks once more before a program is shut out. */
export function RevokeDialog({ token, onClose }: { token: TokenItem; onClose: () => void }) {
  const t = useTranslations('tokens');
  const problemOf = useProblem();
  const revoke = useRevokeToken();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('revokeTitle', { name: token.name })}
      closeLabel={t('dismiss')}
    >
      <div className="flex flex-col gap-4">
        <p className="text-pretty">{t('revokeHint')}</p>
        {revoke.error && (
          <Notice tone="bad" icon={CircleAlert} role="alert">
            {problemOf(revoke.error)}
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t('keep')}
          </Button>
          <Button
            variant="primary"
            disabled={revoke.isPending}
            onClick={() => revoke.mutate(token.token_id, { onSuccess: onClose })}
          >
            {t('revoke')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
