/** Waits by the global `setTimeout` and not by `node:timers/promises`, because tests put a clock of their own there. */
export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
