/**
 * The widths at which every page is inspected, with a number for lines of their own. 320 pixels are the narrowest phone,
 * and also what 1280 pixels leave at 400 %.
 */
export const ROOMS = [
  { width: 1440, height: 900, prefix: 54 },
  { width: 320, height: 640, prefix: 55 },
] as const;
