import { useTranslations } from 'next-intl';
import { Skeleton } from '@/components/ui/skeleton';
import { isList, isNumeric } from './setting-field';
import { GROUPS, HINTS, ID_WORD } from './setting-texts';

/** The form with every word that is known before the values are: only the fields are still to come. */
export function SettingsSkeleton() {
  const t = useTranslations('settings');
  return (
    <div className="flex flex-col gap-10 pb-16" aria-busy data-testid="settings-loading">
      {GROUPS.map(({ title, names }) => (
        <div key={title} className="flex min-w-0 flex-col gap-6">
          <h2 className="-mb-2 w-full border-b border-line pb-2 text-base font-semibold">{t(title)}</h2>
          {names.map((name) => (
            <div key={name} className="flex flex-col gap-2">
              <p className="text-sm font-medium">{t(name)}</p>
              {isList(name) ? (
                <Skeleton className="h-16.5 w-full sm:h-14.5" />
              ) : (
                <Skeleton
                  className={isNumeric(name) ? 'h-11 w-full sm:h-9 sm:max-w-32' : 'h-11 w-full sm:h-9'}
                />
              )}
              <p className="text-sm text-pretty text-ink-muted">{t(HINTS[name], { idWord: ID_WORD })}</p>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
