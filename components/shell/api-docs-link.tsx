'use client';

import { FileJson } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { MenuLink } from '@/components/ui/menu';

/** The way to the documents of the API, in everybody's account menu. */
export function ApiDocsLink() {
  const t = useTranslations('apiDocs');
  return (
    <MenuLink href="/api-docs">
      <FileJson className="size-4" aria-hidden />
      {t('title')}
    </MenuLink>
  );
}
