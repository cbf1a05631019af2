/** The moment so many milliseconds after another; before it when they are negative. */
export const after = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
