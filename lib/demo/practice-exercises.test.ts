import { expect, it } from 'vitest';
import { EXERCISES } from '@/components/practice/exercises';
import { cast } from '@/lib/wisphub/simulator/cast';

/** What a line must do for its exercise to be solvable. */
const NEEDED: Record<(typeof EXERCISES)[number]['task'], { role: string; accountState: string }> = {
  stableTask: { role: 'stable', accountState: 'Activo' },
  silentTask: { role: 'silent', accountState: 'Activo' },
  intermittentTask: { role: 'half_loss', accountState: 'Activo' },
  suspendedTask: { role: 'silent', accountState: 'Suspendido' },
  linkTask: { role: 'mac', accountState: 'Activo' },
  failedTask: { role: 'router_error', accountState: 'Activo' },
};

it.each(EXERCISES)(
  'the customer of "$task" is $name in the simulated WispHub, and behaves like it',
  (one) => {
    const member = cast.find(({ id }) => id === one.id);
    expect(member).toMatchObject({ fullName: one.name, ...NEEDED[one.task] });
  },
);
