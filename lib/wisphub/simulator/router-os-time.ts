/** A duration as RouterOS prints it: `946us`, `12ms`, `1ms287us`, `1s20ms`; parts that are zero are left out. */
export function toRouterOsTime(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  const milliseconds = Math.floor((microseconds % 1_000_000) / 1_000);
  const rest = Math.round(microseconds % 1_000);
  const parts = [
    seconds > 0 ? `${seconds}s` : '',
    milliseconds > 0 ? `${milliseconds}ms` : '',
    rest > 0 ? `${rest}us` : '',
  ];
  return parts.join('') || '0ms';
}

/** The other way some RouterOS versions print it: `00:00:00.025000`. Only for durations below a minute. */
export function toRouterOsClock(microseconds: number): string {
  const seconds = Math.floor(microseconds / 1_000_000);
  const rest = Math.round(microseconds % 1_000_000);
  return `00:00:${String(seconds).padStart(2, '0')}.${String(rest).padStart(6, '0')}`;
}
