// Runs in the browser before any schema is made. Zod would compile its parsers by evaluating code; the page's policy
// forbids that and reports the attempt, so they are interpreted here.
import { config } from 'zod';

config({ jitless: true });
