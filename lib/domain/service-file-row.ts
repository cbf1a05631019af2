import { z } from 'zod';
import { serviceSchema, type Service } from './service';
import {
  CELL_PROBLEMS,
  readAmount,
  readDate,
  readDocument,
  readId,
  readIp,
  readMac,
  readPhones,
  readText,
  type CellReading,
} from './service-cell';
import type { FileField } from './service-file';

/** What a row says of a service. What its file has no column for is not in it, and stays as it is. */
export const fileRecordSchema = serviceSchema.partial().required({ serviceId: true });
export type FileRecord = z.infer<typeof fileRecordSchema>;

/** What is wrong with a cell, by the header of its column; `line` is the earlier one of a duplicate. */
export const cellProblemSchema = z.object({
  column: z.string(),
  code: z.enum(CELL_PROBLEMS),
  line: z.number().int().optional(),
});
export type CellProblem = z.infer<typeof cellProblemSchema>;

/** `said` is a `FileRecord` that is stored as it is, and parsed when it is taken over. */
export type FileRow =
  | { kind: 'good'; serviceId: number; said: Record<string, unknown> }
  | { kind: 'bad'; serviceId: number | null; problems: CellProblem[] };

type Node = { id: null; name: string };
type NodeWithOutage = Node & { outage: false; outageNote: null };

const mapped =
  <A, B>(read: (cell: string) => CellReading<A | null>, map: (value: A) => B) =>
  (cell: string): CellReading<B | null> => {
    const reading = read(cell);
    if ('problem' in reading) return reading;
    return { value: reading.value === null ? null : map(reading.value) };
  };

const node = mapped(readText, (name: string): Node => ({ id: null, name }));
const nodeWithOutage = mapped(readText, (name: string): NodeWithOutage => ({
  id: null,
  name,
  outage: false,
  outageNote: null,
}));

const READERS: { [Field in FileField]: (cell: string) => CellReading<Service[Field] | null> } = {
  serviceId: readId,
  name: readText,
  document: readDocument,
  phones: readPhones,
  address: readText,
  locality: readText,
  city: readText,
  ip: readIp,
  mac: readMac,
  status: readText,
  billingStatus: readText,
  balance: readAmount,
  cutDate: readDate,
  plan: node,
  zone: node,
  router: nodeWithOutage,
  sector: nodeWithOutage,
  technician: node,
  username: readText,
  lanInterface: readText,
};

/** The columns of a file: their headers, and what each holds. */
export type FileColumns = { header: readonly string[]; fields: readonly (FileField | null)[] };

/** Reads one row. A cell that is not there counts as empty: spreadsheets leave out empty ones at the end of a row. */
export function readFileRow(cells: readonly string[], { header, fields }: FileColumns): FileRow {
  const values: Record<string, unknown> = {};
  const phones = new Set<string>();
  const problems: CellProblem[] = [];
  for (const [index, field] of fields.entries()) {
    if (field === null) continue;
    const reading = READERS[field](cells[index] ?? '');
    if ('problem' in reading) problems.push({ column: header[index] ?? '', code: reading.problem });
    else if (field === 'serviceId' && reading.value === null) {
      problems.push({ column: header[index] ?? '', code: 'missing_id' });
    } else if (Array.isArray(reading.value)) {
      for (const phone of reading.value) phones.add(phone);
      values[field] = [...phones];
    } else values[field] = reading.value;
  }
  if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
    problems.push({ column: '', code: 'too_many_cells' });
  }
  const serviceId = typeof values.serviceId === 'number' ? values.serviceId : null;
  if (problems.length === 0 && serviceId !== null) return { kind: 'good', serviceId, said: values };
  return { kind: 'bad', serviceId, problems };
}
