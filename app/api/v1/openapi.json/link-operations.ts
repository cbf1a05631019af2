import { z } from 'zod';
import { openedLinkSchema } from '@/lib/domain/account';
import { inBody, type DescribedOperation } from '@/lib/openapi/described-operation';
import { POST as openLink } from '../account-link/open/route';
import { POST as takeUpLink } from '../account-link/use/route';
import { POST as setUp } from '../setup/route';
import { email, NAMES } from './user-operations';

const group = 'Links';
const NOBODY = 'Nobody is asked who they are: what stands behind the `#` of the link says it.';
/** Looks like the part of a link after its `#`, and is none. */
const NONE = 'a-link-that-was-never-handed-out-to-anybody';

const token = inBody('token', 'What stands behind the `#` of the link.', { example: NONE });
const password = inBody('password', '12 to 128 characters, and none of the first that anybody tries.');
const done = z.object({ email: z.string() });

/** What the pages behind a link and of the first start send. */
export const linkOperations: readonly DescribedOperation[] = [
  {
    id: 'openLink',
    group,
    method: 'POST',
    path: '/api/v1/account-link/open/',
    handler: openLink,
    summary: 'See whom a link is for',
    text: [NOBODY, 'A POST although it only reads: what a link carries stands in no address.'],
    needs: [],
    open: true,
    places: { token },
    answers: [{ action: 'link_opened', text: 'Whom it is for.', data: openedLinkSchema }],
    errors: ['link_invalid'],
    samples: [
      {
        title: 'A link that is none',
        path: '/api/v1/account-link/open/',
        body: { token: NONE },
        status: 404,
        actions: ['link_invalid'],
      },
    ],
  },
  {
    id: 'useLink',
    group,
    method: 'POST',
    path: '/api/v1/account-link/use/',
    handler: takeUpLink,
    summary: 'Choose a password with a link',
    text: [NOBODY, 'Good once. Every session of the account ends.'],
    needs: [],
    open: true,
    places: { token, password },
    answers: [{ action: 'link_used', text: 'What to sign in with.', data: done }],
    errors: ['link_invalid', 'weak_password', 'sign_in_busy'],
    samples: [],
  },
  {
    id: 'setUp',
    group,
    method: 'POST',
    path: '/api/v1/setup/',
    handler: setUp,
    summary: 'Make the first administrator',
    text: [NOBODY, 'Only while nobody has an account, with the link that the server printed at its start.'],
    needs: [],
    open: true,
    places: {
      token,
      name: inBody('name', 'What the person is called.', { example: 'Ana Ruiz' }),
      email: email('What the person signs in with.'),
      password,
    },
    answers: [{ action: 'setup_done', status: 201, text: 'What to sign in with.', data: done }],
    errors: ['setup_closed', 'link_invalid', 'weak_password', 'sign_in_busy'],
    refuses: NAMES,
    samples: [
      {
        title: 'When there is an administrator',
        path: '/api/v1/setup/',
        body: {
          token: NONE,
          name: 'Ana Ruiz',
          email: 'ana@example.com',
          password: 'a quiet lamp on the stairs',
        },
        status: 404,
        actions: ['setup_closed'],
      },
    ],
  },
];
