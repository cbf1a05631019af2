import type { Role } from '@/lib/domain/role';

export type DemoAccount = { email: string; password: string; name: string; role: Role };

const password = 'pulso-demo-1234';

/** The accounts that the sign-in page of a demo shows. They protect nothing: all data around them is invented. */
export const DEMO_ACCOUNTS = [
  { email: 'agent@pulso.demo', password, name: 'Ana Torres', role: 'agent' },
  { email: 'supervisor@pulso.demo', password, name: 'Sofía Herrera', role: 'supervisor' },
  { email: 'admin@pulso.demo', password, name: 'Andrés Gil', role: 'admin' },
  { email: 'technician@pulso.demo', password, name: 'Tomás Rey', role: 'technician' },
] as const satisfies readonly DemoAccount[];

/** Whom the newcomers of a practice room come in as; the administrator belongs to whoever leads it. */
export const PRACTICE_ACCOUNTS = DEMO_ACCOUNTS.filter(({ role }) => role !== 'admin');
