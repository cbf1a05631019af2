/** The columns of the list in their order: what each is called, the least room it takes in rem, and its share of the rest. */
export const COLUMNS = {
  time: { title: 'time', rem: 8.5, grow: 0 },
  customer: { title: 'customer', rem: 10, grow: 2 },
  verdict: { title: 'verdict', rem: 10, grow: 0 },
  lost: { title: 'lost', rem: 4, grow: 0 },
  rtt: { title: 'rtt', rem: 5, grow: 0 },
  remarks: { title: 'remarks', rem: 6, grow: 1 },
  zone: { title: 'zone', rem: 6, grow: 1 },
  router: { title: 'router', rem: 6, grow: 1 },
  sector: { title: 'sector', rem: 6, grow: 1 },
  who: { title: 'who', rem: 6, grow: 1 },
  reason: { title: 'reason', rem: 7, grow: 0 },
  source: { title: 'source', rem: 4, grow: 0 },
  duration: { title: 'duration', rem: 4, grow: 0 },
  note: { title: 'note', rem: 10, grow: 3 },
} as const satisfies Record<string, { title: string; rem: number; grow: number }>;

export type ColumnName = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS).filter((name): name is ColumnName => name in COLUMNS);

/** Without these a row says nothing. */
export const FIXED_COLUMNS: readonly ColumnName[] = ['time', 'customer', 'verdict'];

/** Columns of figures, which stand at the right. */
export const NUMBER_COLUMNS: readonly ColumnName[] = ['lost', 'rtt', 'duration'];

export const FIRST_COLUMNS: readonly ColumnName[] = [
  'time',
  'customer',
  'verdict',
  'lost',
  'rtt',
  'remarks',
  'zone',
  'router',
  'who',
  'reason',
];

/** The columns that a stored text names, in the order of the table; those of the start where it is unreadable. */
export function parseColumns(stored: string | null): readonly ColumnName[] {
  if (stored === null) return FIRST_COLUMNS;
  const named = stored.split(',');
  return COLUMN_NAMES.filter((name) => FIXED_COLUMNS.includes(name) || named.includes(name));
}

/** The columns with this one among them. */
export const withColumn = (columns: readonly ColumnName[], name: ColumnName): readonly ColumnName[] =>
  parseColumns([...columns, name].join(','));

/** The columns with this one added or taken out. */
export const withColumnToggled = (columns: readonly ColumnName[], name: ColumnName): readonly ColumnName[] =>
  columns.includes(name) ? columns.filter((one) => one !== name) : withColumn(columns, name);

const GAP_REM = 1;
const ROOM_REM = 2;

/** How a row is laid out; narrower than its least width the table scrolls sideways. */
export function rowStyle(columns: readonly ColumnName[]): { gridTemplateColumns: string; minWidth: string } {
  const widths = columns.map((column) => COLUMNS[column]);
  const least = widths.reduce((sum, { rem }) => sum + rem, 0) + GAP_REM * (columns.length - 1) + ROOM_REM;
  const track = ({ rem, grow }: { rem: number; grow: number }) =>
    grow === 0 ? `${rem}rem` : `minmax(${rem}rem, ${grow}fr)`;
  return { gridTemplateColumns: widths.map(track).join(' '), minWidth: `${least}rem` };
}
