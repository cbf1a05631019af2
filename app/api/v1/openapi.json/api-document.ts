import { buildDocument, type TagGroup } from '@/lib/openapi/build-document';
import type { DescribedOperation } from '@/lib/openapi/described-operation';
import type { ApiDocument } from '@/lib/openapi/document-types';
import { env } from '@/lib/env';
import packageFile from '@/package.json';
import { changeOperations } from './change-operations';
import { consoleOperations } from './console-operations';
import { directoryOperations } from './directory-operations';
import { exportOperations } from './export-operations';
import { historyOperations } from './history-operations';
import { linkOperations } from './link-operations';
import { operatorOperations } from './operator-operations';
import { pingOperations } from './ping-operations';
import { profileOperations } from './profile-operations';
import { serviceOperations } from './service-operations';
import { statusOperations } from './status-operations';
import { userOperations } from './user-operations';

const INTRODUCTION = `One API for everybody: the console, QA and bots.

**Envelope.** Every answer has exactly six keys: \`ok\`, \`type\` (\`success\`, \`info\` or \`error\`), \`action\`, \`data\`, \`message\` and \`meta\`. A refusal has \`ok: false\`, a stable \`action\`, a \`message\` that a person can act on, and \`meta\` with \`code\`, \`request_id\` and, where something in the request is not right, \`fields\`.

**Paths** work with and without their final slash. Lists answer \`data.items\` and \`data.next_cursor\`; pass the cursor on as \`cursor\` for the next page, until it is null.

**Bodies** are JSON of at most 64 kB, with \`Content-Type: application/json\`; every request but a GET has one, if only \`{}\`. An unknown field is not looked at, or is refused where the schema has \`additionalProperties: false\`.

**Limits.** A token is told in \`RateLimit-*\` how many requests are left to it in this minute. An answer with 429 or 503 says in \`Retry-After\` how many seconds to wait.`;

const API_GROUPS: readonly TagGroup[] = [
  {
    name: 'For programs',
    description: 'What a token reaches, beginning with the two documented endpoints.',
    tags: [
      { name: 'Ping', description: 'The two documented endpoints: create a ping, and read its result.' },
      { name: 'Services', description: 'The directory of customers.' },
      { name: 'Pings', description: 'Pings of one service, or of all.' },
      { name: 'History', description: 'What was tested, with its totals and its export.' },
    ],
  },
  {
    name: 'For the console',
    description:
      'What the pages of Pulso use beside, for people who signed in. No token reaches it, and it changes when the pages do.',
    tags: [
      { name: 'Desk', description: 'Lines, running pings, and how WispHub answers.' },
      { name: 'Notes', description: 'What somebody wrote about a line.' },
      { name: 'Exports', description: 'Files of the history that are made in the background.' },
      { name: 'Directory', description: 'How the list of customers is loaded.' },
      { name: 'Imports', description: 'The list of customers out of a file.' },
      { name: 'Profile', description: 'The own account, its password and its sessions.' },
      { name: 'Second step', description: 'The code of an authenticator app, asked for after the password.' },
      {
        name: 'Tokens',
        description: 'What programs come in with. A token neither makes, sees nor revokes one.',
      },
      { name: 'Settings', description: 'What an operator may change.' },
      { name: 'Users', description: 'The accounts of everybody, for administrators.' },
      {
        name: 'Links',
        description: 'Invitations, new passwords and the first start. Nobody has signed in yet.',
      },
      { name: 'Audit', description: 'Who did what, for administrators.' },
      { name: 'Status', description: 'How the installation stands, for administrators.' },
    ],
  },
];

export const OPERATIONS: readonly DescribedOperation[] = [
  ...pingOperations,
  ...serviceOperations,
  ...historyOperations,
  ...changeOperations,
  ...consoleOperations,
  ...exportOperations,
  ...directoryOperations,
  ...profileOperations,
  ...operatorOperations,
  ...userOperations,
  ...linkOperations,
  ...statusOperations,
];

let made: ApiDocument | undefined;

/** The document of the API, as it is served and as the page shows it. */
export const apiDocument = (): ApiDocument =>
  (made ??= buildDocument(OPERATIONS, {
    title: 'Pulso',
    version: packageFile.version,
    description: INTRODUCTION,
    url: env().NEXTAUTH_URL.replace(/\/$/, ''),
    groups: API_GROUPS,
  }));
