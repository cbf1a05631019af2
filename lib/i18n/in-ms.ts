/** A figure in milliseconds, which a line never parts from its unit. */
export const inMs = (figure: string): string => `${figure}\u00a0ms`;
