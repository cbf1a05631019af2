let waitedFor: ReadonlySet<string> = new Set();

/** True while the server tells this tab by itself when the ping has something new, so that asking is only a safety. */
export const isWaitedFor = (taskId: string): boolean => waitedFor.has(taskId);

export const setWaitedFor = (taskIds: Iterable<string>): void => void (waitedFor = new Set(taskIds));
