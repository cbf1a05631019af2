/** Resolves in a task of its own, so that the browser may draw and hear a key in between. */
export const nextTask = (): Promise<void> =>
  // Only a timer of the two waits a whole second in a tab that nobody looks at.
  'scheduler' in globalThis && 'yield' in globalThis.scheduler
    ? globalThis.scheduler.yield()
    : new Promise((resolve) => setTimeout(resolve));
