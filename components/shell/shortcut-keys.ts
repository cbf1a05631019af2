/** The keys of the console, each with the name of what it does: the sheet of keys and the palette show these. */
const MEASURE = [
  ['ping', 'Enter'],
  ['again', 'R'],
  ['more', '+'],
  ['reason', '1 … 5'],
  ['anyway', 'P'],
  ['ticket', 'T'],
  ['whatsapp', 'W'],
] as const;

const FIND = [
  ['search', '/'],
  ['choose', '↑ ↓ Enter'],
] as const;

const NOTE = ['note', 'Ctrl Enter'] as const;

const DESK = [...FIND, ...MEASURE, NOTE] as const;

const LINE = [...FIND, ...MEASURE, ['strip', '← →'], NOTE] as const;

const HISTORY = [
  ['historyText', '/'],
  ['historyFilter', 'F'],
  ['historyRows', 'J K'],
  ['historyOpen', 'Enter'],
  ['historyBack', 'Esc'],
] as const;

const PING = [...FIND, ['older', 'J'], ['newer', 'K'], ['ticket', 'T'], ['whatsapp', 'W'], NOTE] as const;

export const EVERYWHERE = [
  ['palette', 'Ctrl K'],
  ['sheet', '?'],
  ['dismiss', 'Esc'],
] as const;

/** A page without keys of its own shows those that work everywhere. */
export const SHEETS = { desk: DESK, line: LINE, history: HISTORY, ping: PING, none: [] } as const;
export type KeySheet = keyof typeof SHEETS;

export type KeyRow = (typeof SHEETS)[KeySheet][number] | (typeof EVERYWHERE)[number];

/** The character that `useShortcuts` knows a row by; null where it is several keys, or one that a field hears. */
export const keyOf = ([, pressed]: KeyRow): string | null =>
  pressed === 'Enter' ? pressed : pressed.length === 1 ? pressed.toLowerCase() : null;
