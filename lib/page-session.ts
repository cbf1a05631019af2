import { headers } from 'next/headers';
import { cache } from 'react';
import { actorOfSession } from './auth';

/** Who is behind the cookie of a page's request; asked once, however many parts of the page want to know. */
export const pageSession = cache(async () => actorOfSession(await headers()));
