/** The server writes activity down once a minute, so a hand that moved within it is enough. */
const FRESH_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let seenAt: number | null = null;

/**
 * Marks a request that no hand has caused, such as a page asking again by itself, so that it keeps no session alive.
 * Loading a page counts as a hand.
 */
export function backgroundMark(): Record<string, string> {
  if (typeof window === 'undefined') return {};
  if (seenAt === null) {
    seenAt = Date.now();
    for (const sign of SIGNS) {
      window.addEventListener(sign, () => void (seenAt = Date.now()), { capture: true, passive: true });
    }
  }
  return Date.now() - seenAt > FRESH_MS ? { 'x-pulso-background': '1' } : {};
}
