import { accountItemSchema, madeLinkSchema, openedLinkSchema } from '@/lib/domain/account';
import { madeTokenSchema, tokenItemSchema } from '@/lib/domain/api-token';
import { auditItemSchema } from '@/lib/domain/audit-item';
import { directoryItemSchema } from '@/lib/domain/directory-item';
import { exportItemSchema } from '@/lib/domain/export-item';
import { importItemSchema } from '@/lib/domain/import-item';
import { profileItemSchema, sessionItemSchema } from '@/lib/domain/profile';
import { enrolmentItemSchema, recoveryCodesItemSchema, secondStepItemSchema } from '@/lib/domain/second-step';
import { settingsSchema, type Settings } from '@/lib/domain/settings';
import { statusItemSchema } from '@/lib/domain/status';
import { named, type NamedSchema } from './named-schema';

const tokenWords = {
  token_id: 'Our id of the token, which is not the token itself.',
  name: 'What it was called when it was made.',
  hint: 'Its last letters; null for those from before this was kept.',
  scopes: 'What it was made for.',
  scopes_out_of_reach:
    'Those of them that do not count, because the role of its maker does not reach so far.',
  state: 'Only `active` and `expiring` are let in; `expiring` has 14 days left at most.',
  made_by: 'Whose it is; null for those of the command line.',
  created_at: 'When it was made. ISO 8601, UTC.',
  expires_at: 'Until when it counts.',
  last_used_at: 'When it was last used; null before the first time.',
  revoked_at: 'When it was revoked; null while it is not.',
};

/** What each setting is for: a new one does not compile until it is explained here. */
export const settingsWords: Readonly<Record<keyof Settings, string>> = {
  operatorName: 'Shown in texts to customers; empty leaves it out.',
  customerVoice: 'Language and form of address of the texts to customers.',
  countryCode: 'Put before a phone number without one; 1 to 4 digits.',
  wisphubServiceUrl: 'Where a service is found in WispHub, with `{id}` for its id; empty hides the link.',
  stableFrom: 'Least share of answered packets of a stable line, with two decimals.',
  whileDown:
    'Whether a ping that a person asks for while WispHub is down is kept until it is back, ten minutes at most, or refused. Programs are always refused.',
  slowFibreMs: 'Average time in milliseconds from which a line over fibre is slow.',
  slowWirelessMs: 'The same over radio.',
  slowSatelliteMs: 'The same over satellite.',
  jitterMs: 'Jitter in milliseconds from which it is remarked.',
  fibreWords: 'Words in the name of a plan that say fibre.',
  wirelessWords: 'Words in the name of a plan that say radio.',
  satelliteWords: 'Words in the name of a plan that say satellite.',
  bodyDays: "Days that WispHub's own answers are kept.",
  pingMonths: 'Months that pings are kept; null for ever.',
  idleDeskMinutes: 'Minutes without anything that the person did, after which a session at a desk ends.',
  idleTechnicianMinutes: 'The same for the role technician.',
  requireSecondStep:
    'True when supervisors and administrators who sign in with a password must have a second step.',
};

const ofPeople: readonly NamedSchema[] = [
  named('Account', 'An account as an administrator sees it.', accountItemSchema, {
    user_id: 'Our id of the account.',
    name: 'What the person is called on every page.',
    email: 'What the person signs in with, in lower case.',
    role: 'What the person may do.',
    state: '`invited` until there is a password or a single sign-on.',
    second_step: 'True when a code of an app is asked for too.',
    created_at: 'When the account was made. ISO 8601, UTC.',
    last_sign_in_at: 'When the person last signed in; null before the first time.',
    sessions: 'Sessions that count now.',
    link_ends_at: 'Until when the link that was handed out can be used; null when there is none.',
  }),
  named('MadeLink', 'A link that was just made. No other answer ever holds it.', madeLinkSchema, {
    user: 'The account that it is for.',
    link: '`url` is handed to the person; what stands behind its `#` is used once, until `ends_at`.',
  }),
  named('OpenedLink', 'What whoever holds a link is told of it.', openedLinkSchema, {
    kind: '`invite` for the first password, `reset` for a new one.',
    name: 'What the person is called.',
    email: 'What the person signs in with.',
  }),
  named(
    'Profile',
    'The own account. Null follows the browser, and for the zone the operator.',
    profileItemSchema,
    {
      name: 'What the person is called on every page.',
      email: 'What the person signs in with.',
      role: 'What the person may do.',
      has_password: 'False for somebody who comes in by single sign-on alone.',
      locale: 'Language of the pages.',
      theme: 'Light, dark, or as the system.',
      time_zone: 'Zone in which times are shown, such as `America/Bogota`.',
    },
  ),
  named('Session', 'One sign-in of a person.', sessionItemSchema, {
    session_id: 'Our id of the session, which lets nobody in.',
    device: 'Browser and system in a word or two; null when they are not known.',
    address: 'From where it was made; null when that is not known.',
    signed_in_at: 'When it began. ISO 8601, UTC.',
    active_at: 'When the person last did something, to the minute.',
    is_this: 'True for the one that asks.',
  }),
  named('SecondStep', 'How the second step of a person stands.', secondStepItemSchema, {
    state:
      '`unreadable`: it was set up under another secret of the server, and only recovery codes still work.',
    since: 'When it was set up; null while it is off.',
    recovery_codes: 'Recovery codes that were not used yet.',
    required: 'True when the role of the person must have it.',
  }),
  named(
    'Enrolment',
    'What an authenticator app is told. No other answer ever holds it.',
    enrolmentItemSchema,
    {
      secret: 'The secret, to be typed in.',
      uri: 'The same as the `otpauth:` address of a QR code.',
    },
  ),
  named(
    'RecoveryCodes',
    'Codes for the day on which the phone is lost, each good once.',
    recoveryCodesItemSchema,
    {
      recovery_codes: 'The codes in clear. No other answer ever holds them.',
    },
  ),
  named(
    'Token',
    'An API token without the token itself, which nobody can read again.',
    tokenItemSchema,
    tokenWords,
  ),
  named('MadeToken', 'A token that was just made.', madeTokenSchema, {
    ...tokenWords,
    token: 'The token itself. No other answer ever holds it.',
  }),
];

const ofOperator: readonly NamedSchema[] = [
  named('Settings', 'What an operator may change.', settingsSchema, settingsWords),
  named('Directory', 'How the directory of customers stands.', directoryItemSchema, {
    supported: 'False when this WispHub gives no list of customers.',
    count: 'Services that WispHub or the last file lists.',
    vanished: 'Services that are no longer listed; they are kept with their history.',
    running: 'True while it is being loaded.',
    look: 'The look of this load: over all, over all once more, at single customers.',
    seen: 'How far the look under way is.',
    expected: 'How far it goes; null while nobody knows.',
    started_at: 'When the load began; null before the first. ISO 8601, UTC.',
    finished_at: 'The end of the last complete load; null before the first.',
    error: 'Why the last load did not end well; null when it did.',
  }),
  named(
    'Import',
    'A file of services: checked row by row, taken over as a whole or not at all.',
    importItemSchema,
    {
      import_id: 'Our id of the import, kept for a day.',
      file_name: 'What the file was called.',
      encoding: 'In which encoding it was read.',
      separator: 'What stands between its cells.',
      columns: 'Its columns in order; `field` is null for one that is not used.',
      state: 'How far it is.',
      rows: 'Rows below the header.',
      rejected: 'Rows with something wrong. With one of them the file is not taken over.',
      taken: 'Rows that became services so far, while it is being taken over.',
      failed: 'True when taking it over failed the last time; the directory is as it was.',
      added: 'Services that are new to the directory.',
      changed: 'Services that the directory knows.',
      created_at: 'When it was brought. ISO 8601, UTC.',
      taken_over_at: 'When it was taken over; null until then.',
      problem_counts: 'How often something is wrong, and in which column.',
      problems: 'The first hundred rejected rows; all of them are in the file of rejected rows.',
    },
  ),
  named('Export', 'An export that is made in the background.', exportItemSchema, {
    id: 'Our id of the export.',
    format: 'What kind of file it is.',
    state: 'Only a `done` one has a file.',
    rows_done: 'Pings that are written so far.',
    rows_expected: 'Pings that there were when it was asked for.',
    created_at: 'When it was asked for. ISO 8601, UTC.',
    finished_at: 'When it ended; null until then.',
    expires_at: 'From when on the file is no longer kept.',
  }),
  named(
    'Status',
    'How the installation stands, as the instance that answers sees it. Null is what nobody knows.',
    statusItemSchema,
    {
      read_at: 'When it was read. ISO 8601, UTC.',
      instance: 'The instance that answers.',
      instances: 'All that are connected to the database now; empty where it does not tell.',
      upstream: 'How WispHub answers this instance, and what is spent of the requests of a minute.',
      pings: 'Pings under way: all, those that wait for a launch, and those that an instance holds.',
      jobs: 'How background jobs ended last. The queue remembers about a week.',
      database: 'The database and the connections of this instance to it.',
      directory: 'How fresh the list of customers is.',
      backup_at: 'The last backup by the command of Pulso; null when none is known.',
    },
  ),
  named('AuditEntry', 'Who did what. Nobody changes or deletes one.', auditItemSchema, {
    entry_id: 'Our id of the entry; later ones are larger.',
    at: 'When. ISO 8601, UTC.',
    actor: 'A person, a program, the system, or somebody who had not signed in.',
    action: 'What was done or asked for.',
    outcome: 'Whether it was done, was refused, or failed.',
    target: 'What was acted upon, with the name it had then; null when it was nothing single.',
    changes: 'Field by field, what it was and what it is; null without any. Secrets never.',
    address: 'From where; null when that is not known.',
    user_agent: 'With which program; null when that is not known.',
    request_id: 'Finds the request in our log; null for work that nobody asked for.',
  }),
];

/** What the console is answered beside what programs are. */
export const NAMED_CONSOLE_SCHEMAS: readonly NamedSchema[] = [...ofPeople, ...ofOperator];
