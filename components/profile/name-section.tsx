'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import { useProblem } from '@/components/directory/use-problem';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { personNameSchema } from '@/lib/domain/account';
import type { ProfileItem } from '@/lib/domain/profile';
import { useChangeProfile } from '@/lib/queries/profile';
import { Outcome, Section } from './section';

/** What colleagues read beside one's pings and notes. */
export function NameSection({ profile }: { profile: ProfileItem }) {
  const t = useTranslations('profile');
  const problem = useProblem();
  const router = useRouter();
  const [name, setName] = useState(profile.name);
  const [isWrong, setWrong] = useState(false);
  const change = useChangeProfile();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isGood = personNameSchema.safeParse(name).success;
    setWrong(!isGood);
    // The header shows the name as well.
    if (isGood) change.mutate({ name }, { onSuccess: () => router.refresh() });
  };
  return (
    <Section title={t('nameTitle')}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          autoComplete="name"
          value={name}
          problem={isWrong ? t('wrongName') : null}
          onChange={(event) => {
            setName(event.target.value);
            setWrong(false);
            change.reset();
          }}
        />
        <div className="flex flex-wrap items-center gap-4">
          <Button type="submit" disabled={change.isPending}>
            {t('saveName')}
          </Button>
          <Outcome
            done={change.isSuccess ? t('saved') : null}
            problem={change.error && problem(change.error)}
          />
        </div>
      </form>
    </Section>
  );
}
