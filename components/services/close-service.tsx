'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';

/** Takes the customer off the desk. */
export function CloseService({ onClose }: { onClose: () => void }) {
  const t = useTranslations('service');
  return (
    <Tooltip label={t('close')}>
      <Button variant="quiet" size="icon" aria-label={t('close')} onClick={onClose} className="-mt-1 -mr-2">
        <X className="size-4" aria-hidden />
      </Button>
    </Tooltip>
  );
}
