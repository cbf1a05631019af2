import { useTranslations } from 'next-intl';
import type { Role } from '@/lib/domain/role';

/** In a practice room the password is told by whoever leads it, and null here. */
export type DemoAccount = { email: string; password: string | null; role: Role };

type DemoAccountsProps = { accounts: readonly DemoAccount[]; onChoose: (account: DemoAccount) => void };

/** The accounts of the demo, one click from the form. Rendered in demo mode only. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const t = useTranslations('signIn');
  const tPractice = useTranslations('practice');
  const tRole = useTranslations('role');
  if (accounts.length === 0) return null;
  return (
    <section aria-label={t('demoTitle')} className="mt-2 flex flex-col gap-2 border-t border-line pt-4">
      <h2 className="text-sm font-semibold">{t('demoTitle')}</h2>
      <p className="text-xs text-ink-muted">
        {accounts[0]?.password === null ? tPractice('signInHint') : t('demoHint')}
      </p>
      <ul className="grid gap-2">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              onClick={() => onChoose(account)}
              className="flex w-full flex-wrap items-center gap-x-3 rounded border border-line bg-surface px-3 py-2 text-left text-sm hover:bg-sunken"
            >
              <span className="font-medium">{account.email}</span>
              <span className="text-ink-muted">{account.password}</span>
              <span className="ml-auto text-xs text-ink-muted">{tRole(account.role)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
