'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Menu, MenuChoices } from '@/components/ui/menu';
import { LANGUAGES, rememberLanguage } from './language-choices';
import { useLanguage } from './use-language';

export function LanguageMenu() {
  const t = useTranslations('header');
  const locale = useLanguage();
  const router = useRouter();
  const change = (value: string) => {
    rememberLanguage(value);
    router.refresh();
  };
  const trigger = (
    <Button
      variant="quiet"
      size="icon"
      aria-label={t('language')}
      className="text-xs font-semibold uppercase"
    >
      {locale.slice(0, 2)}
    </Button>
  );
  return (
    <Menu trigger={trigger} label={t('language')}>
      <MenuChoices value={locale} choices={LANGUAGES} onChange={change} />
    </Menu>
  );
}
