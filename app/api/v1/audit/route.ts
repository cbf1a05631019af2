import { z } from 'zod';
import { decodeCursor, encodeCursor } from '@/lib/cursor';
import { auditFilterSchema, readAuditFilter } from '@/lib/domain/audit-filter';
import { toAuditItem } from '@/lib/domain/audit-item';
import { success } from '@/lib/domain/envelope';
import { pathNumber } from '@/lib/domain/path-number';
import { methods, route } from '@/lib/http';
import { readAudit } from '@/lib/operations/read-audit';

const place = z.number().int().positive();
const pageSchema = z.object({ limit: z.number().int().min(1).max(200), after: place.nullable() });

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route({
    read: ({ query }) => ({
      ...readAuditFilter(query),
      limit: query.has('limit') ? pathNumber(query.get('limit')) : 50,
      after: decodeCursor(query.get('cursor'), place),
    }),
    input: auditFilterSchema.and(pageSchema),
    run: (ctx, { limit, after, ...filter }) => readAudit(ctx, { filter, limit, after }),
    answer: ({ rows, next }) => ({
      envelope: success('audit_listed', {
        items: rows.map(toAuditItem),
        next_cursor: next === null ? null : encodeCursor(next),
      }),
    }),
  }),
});
