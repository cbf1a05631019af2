'use client';

import { useTranslations } from 'next-intl';
import { Field, SelectField } from '@/components/ui/field';
import { personNameSchema } from '@/lib/domain/account';
import { ROLES, type Role } from '@/lib/domain/role';

export function NameField({
  value,
  onValue,
  isWrong,
}: {
  value: string;
  onValue: (text: string) => void;
  isWrong: boolean;
}) {
  const t = useTranslations('users');
  return (
    <Field
      label={t('name')}
      name="name"
      autoComplete="off"
      value={value}
      onChange={(event) => onValue(event.target.value)}
      problem={isWrong ? t('wrongName') : null}
    />
  );
}

export const isGoodName = (text: string) => personNameSchema.safeParse(text).success;

const HINTS = {
  technician: 'canTechnician',
  agent: 'canAgent',
  supervisor: 'canSupervisor',
  admin: 'canAdmin',
} as const satisfies Record<Role, string>;

/** A role, and what comes with it. */
export function RoleField({ value, onValue }: { value: Role; onValue: (role: Role) => void }) {
  const t = useTranslations('users');
  const tRole = useTranslations('role');
  return (
    <SelectField
      label={t('role')}
      name="role"
      value={value}
      hint={t(HINTS[value])}
      onChange={(event) => onValue(ROLES.find((role) => role === event.target.value) ?? value)}
    >
      {ROLES.map((role) => (
        <option key={role} value={role}>
          {tRole(role)}
        </option>
      ))}
    </SelectField>
  );
}
