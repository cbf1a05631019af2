type ProgressBarProps = {
  label: string;
  /** How far it is, in words. */
  text: string;
  done: number;
  /** Null while nobody knows how far it goes. */
  total: number | null;
};

/** How far something is, as a bar and in words. */
export function ProgressBar({ label, text, done, total }: ProgressBarProps) {
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-ink-muted tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuetext={text}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={share === null ? undefined : Math.min(done, total ?? done)}
        className="h-2 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={
            share === null
              ? 'h-full w-1/3 animate-pulse rounded-full bg-brand'
              : 'h-full rounded-full bg-brand'
          }
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
