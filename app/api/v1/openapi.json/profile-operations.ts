import { z } from 'zod';
import { profileItemSchema, sessionItemSchema } from '@/lib/domain/profile';
import { enrolmentItemSchema, recoveryCodesItemSchema, secondStepItemSchema } from '@/lib/domain/second-step';
import { pageOf } from '@/lib/openapi/answer-schemas';
import { inBody, inPath, type DescribedOperation } from '@/lib/openapi/described-operation';
import { POST as changePassword } from '../profile/password/route';
import { GET as readProfile, PATCH as changeProfile } from '../profile/route';
import { POST as confirmSecondStep } from '../profile/second-step/confirm/route';
import { POST as renewRecoveryCodes } from '../profile/second-step/recovery-codes/route';
import { GET as readSecondStep, POST as startSecondStep } from '../profile/second-step/route';
import { POST as turnOffSecondStep } from '../profile/second-step/turn-off/route';
import { DELETE as endSession } from '../profile/sessions/[sessionId]/route';
import { DELETE as endOtherSessions, GET as listSessions } from '../profile/sessions/route';
import { NAMES } from './user-operations';

const needs = ['profile:own'] as const;
const samples: DescribedOperation['samples'] = [];
const ended = z.object({ ended: z.number().int() });

const profile: readonly DescribedOperation[] = [
  {
    id: 'readProfile',
    group: 'Profile',
    method: 'GET',
    path: '/api/v1/profile/',
    handler: readProfile,
    summary: 'Read the own profile',
    text: [],
    needs,
    places: {},
    answers: [{ action: 'profile_read', text: 'The profile.', data: profileItemSchema }],
    samples: [{ title: 'The profile', path: '/api/v1/profile/', status: 200, actions: ['profile_read'] }],
  },
  {
    id: 'changeProfile',
    group: 'Profile',
    method: 'PATCH',
    path: '/api/v1/profile/',
    handler: changeProfile,
    summary: 'Change the own name, language, theme or time zone',
    text: ['What is left out stays; null goes back to what the browser or the operator says.'],
    needs,
    places: {
      name: inBody('name', 'What the person is called.'),
      locale: inBody('locale', 'Language of the pages.'),
      theme: inBody('theme', 'Light, dark, or as the system.'),
      timeZone: inBody('time_zone', 'Zone in which times are shown.', { example: 'America/Bogota' }),
    },
    answers: [{ action: 'profile_changed', text: 'The profile.', data: profileItemSchema }],
    refuses: `At least one of the fields is given, and \`time_zone\` is one that there is. ${NAMES}`,
    samples: [
      {
        title: 'Nothing to change',
        path: '/api/v1/profile/',
        body: {},
        status: 400,
        actions: ['invalid_request'],
      },
    ],
  },
  {
    id: 'changePassword',
    group: 'Profile',
    method: 'POST',
    path: '/api/v1/profile/password/',
    handler: changePassword,
    summary: 'Change the own password',
    text: ['Ends all other sessions. Ten tries in 15 minutes.'],
    needs,
    places: {
      present: inBody('present', 'The password of now.'),
      next: inBody('next', '12 to 128 characters, and none of the first that anybody tries.'),
    },
    answers: [{ action: 'password_changed', text: 'How many other sessions ended.', data: ended }],
    errors: ['wrong_password', 'weak_password', 'sign_in_busy'],
    samples,
  },
  {
    id: 'listSessions',
    group: 'Profile',
    method: 'GET',
    path: '/api/v1/profile/sessions/',
    handler: listSessions,
    summary: 'List where one is signed in',
    text: ['The place used last first, all of them.'],
    needs,
    places: {},
    answers: [{ action: 'sessions_listed', text: 'The sessions.', data: pageOf(sessionItemSchema) }],
    samples: [
      {
        title: 'The sessions',
        path: '/api/v1/profile/sessions/',
        status: 200,
        actions: ['sessions_listed'],
      },
    ],
  },
  {
    id: 'endOtherSessions',
    group: 'Profile',
    method: 'DELETE',
    path: '/api/v1/profile/sessions/',
    handler: endOtherSessions,
    summary: 'Sign out everywhere else',
    text: [],
    needs,
    places: {},
    answers: [{ action: 'other_sessions_ended', text: 'How many ended.', data: ended }],
    samples,
  },
  {
    id: 'endSession',
    group: 'Profile',
    method: 'DELETE',
    path: '/api/v1/profile/sessions/{session_id}/',
    handler: endSession,
    summary: 'End one session',
    text: [],
    needs,
    places: { sessionId: inPath('session_id', 'One of the own sessions.') },
    answers: [{ action: 'session_ended', text: 'Done.' }],
    errors: ['session_unknown'],
    samples: [
      {
        title: 'A session that is none',
        path: '/api/v1/profile/sessions/00000000-0000-4000-8000-000000000000/',
        body: {},
        status: 404,
        actions: ['session_unknown'],
      },
    ],
  },
];

const group = 'Second step';
const path = '/api/v1/profile/second-step/';
const proof = inBody('proof', 'The password, or a code of this moment.');
const PROVED = 'Asks again who is there. Ten tries in 15 minutes.';

const secondStep: readonly DescribedOperation[] = [
  {
    id: 'readSecondStep',
    group,
    method: 'GET',
    path,
    handler: readSecondStep,
    summary: 'See how the own second step stands',
    text: [],
    needs,
    places: {},
    answers: [{ action: 'second_step_read', text: 'How it stands.', data: secondStepItemSchema }],
    samples: [{ title: 'How it stands', path, status: 200, actions: ['second_step_read'] }],
  },
  {
    id: 'startSecondStep',
    group,
    method: 'POST',
    path,
    handler: startSecondStep,
    summary: 'Begin to set up the second step',
    text: ['Makes a new secret for an app. It is in force once its first code was confirmed.'],
    needs,
    places: {},
    answers: [
      {
        action: 'second_step_started',
        status: 201,
        text: 'What the app is told.',
        data: enrolmentItemSchema,
      },
    ],
    errors: ['conflict'],
    samples,
  },
  {
    id: 'confirmSecondStep',
    group,
    method: 'POST',
    path: `${path}confirm/`,
    handler: confirmSecondStep,
    summary: 'Turn the second step on',
    text: ['With the first code of the app. Ten tries in 15 minutes.'],
    needs,
    places: { code: inBody('code', 'Six digits; spaces and dashes do not matter.', { example: '123456' }) },
    answers: [{ action: 'second_step_on', text: 'The recovery codes.', data: recoveryCodesItemSchema }],
    errors: ['wrong_code', 'conflict'],
    refuses: 'A `code` of nothing but spaces is none.',
    samples,
  },
  {
    id: 'turnOffSecondStep',
    group,
    method: 'POST',
    path: `${path}turn-off/`,
    handler: turnOffSecondStep,
    summary: 'Turn the second step off',
    text: [PROVED],
    needs,
    places: { proof },
    answers: [{ action: 'second_step_off', text: 'How it stands now.', data: secondStepItemSchema }],
    errors: ['wrong_proof', 'sign_in_busy'],
    samples,
  },
  {
    id: 'renewRecoveryCodes',
    group,
    method: 'POST',
    path: `${path}recovery-codes/`,
    handler: renewRecoveryCodes,
    summary: 'Make new recovery codes',
    text: [PROVED, 'The codes before no longer count.'],
    needs,
    places: { proof },
    answers: [{ action: 'recovery_codes_made', text: 'The codes.', data: recoveryCodesItemSchema }],
    errors: ['wrong_proof', 'conflict', 'sign_in_busy'],
    samples,
  },
];

/** What a person does with the own account. */
export const profileOperations: readonly DescribedOperation[] = [...profile, ...secondStep];
