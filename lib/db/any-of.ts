import { sql, type SQL } from 'drizzle-orm';

// One parameter each, however long the list is; a list of parameters ends at 65,535.

export const anyNumber = (ids: readonly number[]): SQL => sql`any(${sql.param([...ids])}::integer[])`;

export const anyId = (ids: readonly string[]): SQL => sql`any(${sql.param([...ids])}::uuid[])`;
