'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { focusWrong } from '@/components/ui/focus-wrong';
import { Notice } from '@/components/ui/notice';
import { useUserProblem } from './use-user-problem';

type UserDialogProps = {
  title: string;
  submit: string;
  error: Error | null;
  isPending: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form over the page, that says what is wrong where it was sent. */
export function UserDialog({
  title,
  submit,
  error,
  isPending,
  onSubmit,
  onClose,
  children,
}: UserDialogProps) {
  const t = useTranslations('users');
  const problem = useUserProblem();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit();
    focusWrong(event.currentTarget);
  };
  return (
    <Dialog open onOpenChange={onClose} title={title} closeLabel={t('close')}>
      <form onSubmit={send} noValidate className="flex flex-col gap-4">
        {children}
        {error && (
          <Notice tone="bad" icon={CircleAlert} role="alert">
            {problem(error)}
          </Notice>
        )}
        <div className="flex flex-wrap justify-end gap-2 pt-2">
          <Button variant="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="primary" disabled={isPending}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
