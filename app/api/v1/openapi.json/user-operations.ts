import { accountItemSchema, madeLinkSchema } from '@/lib/domain/account';
import { pageOf } from '@/lib/openapi/answer-schemas';
import {
  cursor,
  inBody,
  inPath,
  inQuery,
  type DescribedOperation,
  type Place,
} from '@/lib/openapi/described-operation';
import { POST as makeLink } from '../users/[userId]/link/route';
import { PATCH as changeUser } from '../users/[userId]/route';
import { DELETE as resetSecondStep } from '../users/[userId]/second-step/route';
import { DELETE as endSessions } from '../users/[userId]/sessions/route';
import { GET as listUsers, POST as inviteUser } from '../users/route';

const group = 'Users';
const needs = ['user:manage'] as const;
const userId = inPath('user_id', 'The account.');
const onePath = '/api/v1/users/{user_id}/';

/** What a name is that no schema can say. */
export const NAMES = 'A `name` of nothing but spaces, or of more than 80 characters, is none.';

/** An email address in a body: it is looked at without the spaces around it, in lower case. */
export const email = (text: string): Place =>
  inBody('email', text, {
    wire: { type: 'string', format: 'email', maxLength: 254 },
    example: 'ana@example.com',
  });

/** What administrators do with accounts. */
export const userOperations: readonly DescribedOperation[] = [
  {
    id: 'listUsers',
    group,
    method: 'GET',
    path: '/api/v1/users/',
    handler: listUsers,
    summary: 'List the accounts',
    text: ['By name, page by page.'],
    needs,
    places: { limit: inQuery('limit', 'Accounts of a page.', { fallback: 100 }), after: cursor() },
    answers: [{ action: 'users_listed', text: 'A page of accounts.', data: pageOf(accountItemSchema) }],
    samples: [
      {
        title: 'The first accounts',
        path: '/api/v1/users/?limit=5',
        status: 200,
        actions: ['users_listed'],
      },
    ],
  },
  {
    id: 'inviteUser',
    group,
    method: 'POST',
    path: '/api/v1/users/',
    handler: inviteUser,
    summary: 'Invite somebody',
    text: ['Makes an account without a password, and the link by which its person chooses one.'],
    needs,
    places: {
      name: inBody('name', 'What the person is called.', { example: 'Ana Ruiz' }),
      email: email('What the person signs in with.'),
      role: inBody('role', 'What the person may do.', { example: 'agent' }),
    },
    answers: [
      { action: 'user_invited', status: 201, text: 'The account and its link.', data: madeLinkSchema },
    ],
    errors: ['email_taken'],
    refuses: NAMES,
    samples: [
      {
        title: 'A role that there is not',
        path: '/api/v1/users/',
        body: { name: 'Ana Ruiz', email: 'ana@example.com', role: 'owner' },
        status: 400,
        actions: ['invalid_request'],
      },
    ],
  },
  {
    id: 'changeUser',
    group,
    method: 'PATCH',
    path: onePath,
    handler: changeUser,
    summary: 'Change, disable or enable an account',
    text: ['What is left out stays. Whoever is disabled is out on the next request.'],
    needs,
    places: {
      userId,
      'change.name': inBody('name', 'What the person is called.'),
      'change.role': inBody('role', 'What the person may do, from the next request on.'),
      'change.disabled': inBody('disabled', 'True ends every session and link of the person.'),
    },
    answers: [{ action: 'user_changed', text: 'The account.', data: accountItemSchema }],
    errors: ['user_unknown', 'last_admin'],
    refuses: `At least one of the fields is given. ${NAMES}`,
    samples: [],
  },
  {
    id: 'makeUserLink',
    group,
    method: 'POST',
    path: `${onePath}link/`,
    handler: makeLink,
    summary: 'Make a link for somebody',
    text: ['The invitation once more, or the way to a new password. The link before no longer counts.'],
    needs,
    places: { userId },
    answers: [
      { action: 'user_link_made', status: 201, text: 'The account and its link.', data: madeLinkSchema },
    ],
    errors: ['user_unknown', 'user_disabled'],
    samples: [],
  },
  {
    id: 'endUserSessions',
    group,
    method: 'DELETE',
    path: `${onePath}sessions/`,
    handler: endSessions,
    summary: 'Sign somebody out everywhere',
    text: [],
    needs,
    places: { userId },
    answers: [{ action: 'user_sessions_ended', text: 'The account.', data: accountItemSchema }],
    errors: ['user_unknown'],
    samples: [],
  },
  {
    id: 'resetUserSecondStep',
    group,
    method: 'DELETE',
    path: `${onePath}second-step/`,
    handler: resetSecondStep,
    summary: 'Turn off the second step of somebody',
    text: ['For somebody who lost both the phone and the recovery codes.'],
    needs,
    places: { userId },
    answers: [{ action: 'user_second_step_reset', text: 'The account.', data: accountItemSchema }],
    errors: ['user_unknown'],
    samples: [],
  },
];
