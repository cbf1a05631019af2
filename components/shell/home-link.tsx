import { ArrowLeft } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';

/** The way back to the desk, in the header of a page beside it. */
export function HomeLink({ className }: { className?: string }) {
  const t = useTranslations('problem');
  return (
    <Link
      href="/"
      className={classNames(
        'mr-auto flex h-9 items-center gap-2 rounded text-sm font-medium text-brand-ink underline-offset-4 hover:underline',
        className,
      )}
    >
      <ArrowLeft className="size-4" aria-hidden />
      {t('home')}
    </Link>
  );
}
