'use client';

import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { EXERCISES } from './exercises';
import { useDoneExercises } from './use-done-exercises';

/** What a newcomer tries, with what to look for; what is done is ticked and kept in this browser. */
export function PracticeCard() {
  const t = useTranslations('practice');
  const [done, toggle] = useDoneExercises();
  const count = EXERCISES.filter(({ task }) => done.has(task)).length;
  return (
    <section
      aria-labelledby="practice-title"
      data-testid="practice-card"
      className="mt-4 w-full max-w-xl rounded border border-line text-left max-sm:mb-24"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-4 py-3">
        <h2 id="practice-title" className="font-semibold">
          {t('title')}
        </h2>
        <p className="text-xs text-ink-muted tabular-nums" role="status">
          {t('done', { count, total: EXERCISES.length })}
        </p>
      </div>
      <ul className="divide-y divide-line">
        {EXERCISES.map(({ id, name, task, look }) => (
          <li key={task} className="flex gap-3 px-4 py-3">
            <input
              type="checkbox"
              checked={done.has(task)}
              onChange={() => toggle(task)}
              aria-label={t('tick', { task: `${name} · ${t(task)}` })}
              className="mt-0.5 size-5"
            />
            <div className="min-w-0">
              <Link
                href={`/?service=${id}`}
                prefetch={false}
                className="rounded-sm font-medium text-brand-ink underline-offset-4 hover:underline"
              >
                {name} · {t(task)}
              </Link>
              <p className="text-sm text-pretty text-ink-muted">{t(look)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
