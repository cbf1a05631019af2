/** The mark: one beat on a line. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className={className}>
      <rect width="24" height="24" rx="6" fill="var(--brand)" />
      <path
        d="M3.5 12.5h4l2.2-6 4 11 2.4-5h4.4"
        stroke="white"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
