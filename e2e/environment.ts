import { z } from 'zod';

const schema = z.object({
  BASE_URL: z.url('the stories run with npm run e2e'),
  DATABASE_URL: z.string(),
  SIMULATOR_URL: z.url(),
  SIMULATOR_KEY: z.string(),
  STACK_PID: z.coerce.number().int(),
});

/** What `npm run e2e` tells the stories about the product it started for them. */
export const environment = () => schema.parse(process.env);
