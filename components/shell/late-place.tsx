import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { Late } from '@/components/ui/late';
import { Notice } from '@/components/ui/notice';

type LatePlaceProps = {
  part: Late<unknown>;
  /** What stands here while the code is on its way. */
  children?: ReactNode;
};

/** Where a part of the page will be whose code is not here. When it cannot be fetched only this place says so. */
export function LatePlace({ part, children }: LatePlaceProps) {
  const t = useTranslations('problem');
  if (!part.useFailed()) return children;
  return (
    <Notice tone="warn" icon={CircleAlert} role="status" className="items-center [&>svg]:mt-0">
      <span className="flex flex-wrap items-center gap-3">
        {t('load')}
        <Button size="sm" onClick={() => part.ask()}>
          {t('retry')}
        </Button>
      </span>
    </Notice>
  );
}
