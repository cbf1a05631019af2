'use client';

import { useTranslations } from 'next-intl';

const LINK = 'rounded py-1 text-left text-pretty underline-offset-4 hover:underline';

type CodeWaysProps = {
  isRecovery: boolean;
  onRecovery: (isRecovery: boolean) => void;
  onBack: () => void;
};

/** Where to go for whoever has no such code at hand. They stand after the way in, which most people take. */
export function CodeWays({ isRecovery, onRecovery, onBack }: CodeWaysProps) {
  const t = useTranslations('signIn');
  return (
    <div className="-my-1 flex flex-col items-start gap-2 text-sm font-medium text-brand-ink">
      <button type="button" className={LINK} onClick={() => onRecovery(!isRecovery)}>
        {isRecovery ? t('useApp') : t('useRecovery')}
      </button>
      <button type="button" className={LINK} onClick={onBack}>
        {t('otherAccount')}
      </button>
    </div>
  );
}
