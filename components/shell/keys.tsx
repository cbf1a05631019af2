import { Kbd } from '@/components/ui/kbd';
import { classNames } from '@/components/ui/class-names';

/** What is pressed, key by key, as `Ctrl K` in a row of keys says it. */
export function Keys({ pressed, className }: { pressed: string; className?: string }) {
  return (
    <span className={classNames('flex gap-1 text-ink-muted', className)}>
      {pressed.split(' ').map((key) => (
        <Kbd key={key} className="inline-flex! h-6 min-w-6 px-1">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
