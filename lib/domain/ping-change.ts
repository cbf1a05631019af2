import { z } from 'zod';
import { versionSchema } from './ping-version';

/** What a caller has seen: the version of each ping by its id, null where it has seen none yet. */
export type SeenPings = ReadonlyMap<string, string | null>;

/** A ping that is no longer as the caller saw it. */
export type PingChange = {
  id: string;
  /** Null, as the state, where there is no such ping. */
  version: string | null;
  state: 'running' | 'finished' | 'failed' | null;
};

/** The same as the API and the browser see it. */
export const changeItemSchema = z.object({
  task_id: z.uuid(),
  version: versionSchema.nullable(),
  state: z.enum(['running', 'finished', 'failed']).nullable(),
});

export type ChangeItem = z.infer<typeof changeItemSchema>;

export const toChangeItem = ({ id, version, state }: PingChange): ChangeItem => ({
  task_id: id,
  version,
  state,
});
