import { z } from 'zod';

export const REMARK_CODES = [
  'slow',
  'jittery',
  'link_only',
  'path_alive',
  'ttl_varies',
  'duplicates',
] as const;
export const remarkCodeSchema = z.enum(REMARK_CODES);
export type RemarkCode = z.infer<typeof remarkCodeSchema>;
