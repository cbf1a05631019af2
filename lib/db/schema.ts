import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** People who sign in. */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    /** Null until an invitation was taken up, and for those who come in by single sign-on alone. */
    passwordHash: text('password_hash'),
    createdAt: moment('created_at').notNull().defaultNow(),
    disabledAt: moment('disabled_at'),
    lastSignInAt: moment('last_sign_in_at'),
    /** What the person chose for the screen; null follows the browser, and the operator's time zone. */
    locale: text('locale'),
    theme: text('theme'),
    timeZone: text('time_zone'),
    /** Encrypted under a key that is made of NEXTAUTH_SECRET, so that a dump of the database does not hold it. */
    totpSecret: text('totp_secret'),
    totpConfirmedAt: moment('totp_confirmed_at'),
    /** The last 30 s step whose code was taken: a code works once. */
    totpLastStep: integer('totp_last_step'),
    ssoIssuer: text('sso_issuer'),
    ssoSubject: text('sso_subject'),
  },
  (t) => [
    uniqueIndex('users_email_key').on(t.email),
    uniqueIndex('users_sso_key').on(t.ssoIssuer, t.ssoSubject),
    check('users_email_is_lower_case', sql`${t.email} = lower(${t.email})`),
    check('users_role_is_known', sql`${t.role} in ('technician', 'agent', 'supervisor', 'admin')`),
  ],
);

/** One row for each sign-in; the cookie carries only the id. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    /** When the person last did something; polling does not count. */
    activeAt: moment('active_at').notNull().defaultNow(),
    method: text('method').notNull().default('password'),
    address: text('address'),
    userAgent: text('user_agent'),
  },
  (t) => [
    index('sessions_user_id_idx').on(t.userId),
    check('sessions_method_is_known', sql`${t.method} in ('password', 'sso')`),
  ],
);

/** Links that were handed out to come in: an invitation, or a new password. Only the SHA-256 of the link is kept. */
export const accountLinks = pgTable(
  'account_links',
  {
    id: uuid('id').primaryKey(),
    kind: text('kind').notNull(),
    tokenHash: text('token_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** Also set when a newer link takes its place. */
    usedAt: moment('used_at'),
  },
  (t) => [
    uniqueIndex('account_links_token_hash_key').on(t.tokenHash),
    index('account_links_user_id_idx').on(t.userId),
    check('account_links_kind_is_known', sql`${t.kind} in ('invite', 'reset')`),
  ],
);

/** The token of the first run, which makes the first administrator. One row, and none once somebody has an account. */
export const setupToken = pgTable(
  'setup_token',
  {
    id: smallint('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [check('setup_token_is_one_row', sql`${t.id} = 1`)],
);

/** Single-use codes for somebody whose phone with the TOTP is lost. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.codeHash] })],
);

/** Browsers in which somebody has signed in before; they still may while guesses from elsewhere are being refused. */
export const knownDevices = pgTable(
  'known_devices',
  {
    tokenHash: text('token_hash').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    usedAt: moment('used_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.tokenHash, t.userId] }), index('known_devices_user_id_idx').on(t.userId)],
);

/** How often something was done within a window: guesses at a password, requests of a token. */
export const rateCounters = pgTable(
  'rate_counters',
  {
    key: text('key').primaryKey(),
    count: integer('count').notNull(),
    endsAt: moment('ends_at').notNull(),
  },
  (t) => [index('rate_counters_ends_at_idx').on(t.endsAt)],
);

/** API tokens; only the SHA-256 of a token is kept. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** The last letters of the token, to tell it from others; null for tokens from before this was kept. */
    hint: text('hint'),
    scopes: text('scopes').array().notNull(),
    /** Who made it; null for those of the command line. */
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull().defaultNow(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    lastUsedAt: moment('last_used_at'),
  },
  (t) => [
    uniqueIndex('api_tokens_token_hash_key').on(t.tokenHash),
    index('api_tokens_created_by_idx').on(t.createdBy),
  ],
);

/** Who did what, with the clock of the database. A trigger refuses to change or delete a row. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: moment('at')
      .notNull()
      .default(sql`clock_timestamp()`),
    actorKind: text('actor_kind').notNull(),
    /** No foreign key: the trace outlives the account. */
    actorId: uuid('actor_id'),
    actorName: text('actor_name'),
    action: text('action').notNull(),
    outcome: text('outcome').notNull(),
    targetKind: text('target_kind'),
    targetId: text('target_id'),
    targetName: text('target_name'),
    address: text('address'),
    userAgent: text('user_agent'),
    requestId: text('request_id'),
    /** `{field: [before, after]}`, secrets as fingerprints. */
    changes: jsonb('changes'),
  },
  (t) => [
    index('audit_entries_actor_idx').on(t.actorId, t.id),
    index('audit_entries_action_idx').on(t.action, t.id),
    index('audit_entries_target_idx').on(t.targetKind, t.targetId, t.id),
    index('audit_entries_at_idx').on(t.at),
    check(
      'audit_entries_actor_kind_is_known',
      sql`${t.actorKind} in ('user', 'token', 'anonymous', 'system')`,
    ),
    check('audit_entries_outcome_is_known', sql`${t.outcome} in ('done', 'refused', 'failed')`),
  ],
);

/** The words of a column as an index over them takes them; what stands beyond 500 letters is found by nobody. */
const wordsOf = (column: string) =>
  sql.raw(`array_to_tsvector(array_remove(string_to_array(left(${column}, 500), ' '), ''))`);

/** The directory: what WispHub says of each service, on an allow-list of fields. */
export const services = pgTable(
  'services',
  {
    serviceId: integer('service_id').primaryKey(),
    username: text('username'),
    name: text('name'),
    document: text('document'),
    phones: text('phones').array().notNull(),
    address: text('address'),
    locality: text('locality'),
    city: text('city'),
    ip: text('ip'),
    mac: text('mac'),
    status: text('status'),
    billingStatus: text('billing_status'),
    balance: numeric('balance'),
    cutDate: date('cut_date', { mode: 'string' }),
    changedAt: text('changed_at'),
    plan: jsonb('plan'),
    zone: jsonb('zone'),
    router: jsonb('router'),
    sector: jsonb('sector'),
    technician: jsonb('technician'),
    lanInterface: text('lan_interface'),
    /** Name and address folded to lower case without accents, for the search by similarity. */
    searchText: text('search_text').notNull(),
    /** Digits of the phones, with spaces between them. */
    searchPhones: text('search_phones').notNull(),
    /** Digits of the document; only those who may see it search by it. */
    searchDocument: text('search_document').notNull(),
    /** The words of the name by their sound, with a space before each; see `soundOf`. */
    searchSounds: text('search_sounds').notNull().default(''),
    /** The name alone, folded: as many words of the search text as there are sounds. */
    searchName: text('search_name')
      .notNull()
      .generatedAlwaysAs(
        sql`btrim(substring(search_text from '^(?:[^ ]+ ?){' || least(length(search_sounds) - length(replace(search_sounds, ' ', '')), 200) || '}'))`,
      ),
    /** What the search puts first: 0 active, 1 suspended, 2 any other word for the account, 3 no longer listed. */
    standing: smallint('standing')
      .notNull()
      .generatedAlwaysAs(
        sql`case when vanished_at is not null then 3 when lower(btrim(status)) in ('activo', 'ativo', 'active', 'gratis') then 0 when lower(btrim(status)) in ('suspendido', 'suspenso') then 1 else 2 end`,
      ),
    /** Names of the nodes, for the filters. */
    zoneName: text('zone_name').generatedAlwaysAs(sql`zone ->> 'name'`),
    routerName: text('router_name').generatedAlwaysAs(sql`router ->> 'name'`),
    sectorName: text('sector_name').generatedAlwaysAs(sql`sector ->> 'name'`),
    syncedAt: moment('synced_at').notNull(),
    /** When WispHub no longer listed it. The record stays, because its history does. */
    vanishedAt: moment('vanished_at'),
  },
  (t) => [
    check('services_id_is_positive', sql`${t.serviceId} > 0`),
    index('services_name_words_idx').using('gin', wordsOf('search_name')),
    index('services_sounds_idx').using('gin', wordsOf('search_sounds')),
    index('services_words_idx').using('gin', wordsOf('search_text')),
    index('services_name_order_idx').on(t.standing, sql`(left(search_name, 100) collate "C")`, t.serviceId),
    index('services_id_prefix_idx').on(sql`(service_id::text) text_pattern_ops`),
    index('services_ip_prefix_idx').on(t.ip.op('text_pattern_ops')),
    index('services_mac_digits_idx').on(sql`(translate(lower(mac), ':-. ', '')) text_pattern_ops`),
    index('services_document_idx').on(t.searchDocument),
    index('services_zone_idx').on(t.zoneName),
    index('services_router_idx').on(t.routerName),
    index('services_sector_idx').on(t.sectorName),
    index('services_synced_at_idx').on(t.syncedAt),
    index('services_search_text_idx').using('gin', t.searchText.op('gin_trgm_ops')),
    index('services_search_phones_idx').using('gin', t.searchPhones.op('gin_trgm_ops')),
    index('services_search_document_idx').using('gin', t.searchDocument.op('gin_trgm_ops')),
    index('services_ip_idx').on(t.ip),
  ],
);

/**
 * Every word that a customer's name has had, so that a typo is compared with words and not with customers. A trigger on
 * `services` fills it. Without a key, because those who bring one new word at once would wait for each other until the
 * longest of their transactions ends; a word that so stands here twice does no harm.
 */
export const searchWords = pgTable(
  'search_words',
  {
    word: text('word').notNull(),
    sound: text('sound').notNull(),
  },
  (t) => [
    index('search_words_word_idx').on(t.word.op('text_pattern_ops')),
    index('search_words_word_end_idx').on(sql`(reverse(word)) text_pattern_ops`),
    index('search_words_sound_idx').on(t.sound.op('text_pattern_ops')),
    index('search_words_sound_end_idx').on(sql`(reverse(sound)) text_pattern_ops`),
  ],
);

/** The one table that matters. */
export const pings = pgTable(
  'pings',
  {
    id: uuid('id').primaryKey(),
    serviceId: integer('service_id').notNull(),
    state: text('state').notNull(),
    verdict: text('verdict'),
    certainty: jsonb('certainty'),
    failure: jsonb('failure'),
    rulesVersion: smallint('rules_version'),
    requested: smallint('requested').notNull(),
    planned: smallint('planned').notNull(),
    extend: text('extend').notNull(),
    stopAsked: boolean('stop_asked').notNull().default(false),
    source: text('source').notNull(),
    reason: text('reason'),
    frozen: jsonb('frozen').notNull(),
    ipShared: boolean('ip_shared').notNull(),
    round: smallint('round').notNull(),
    roundPackets: smallint('round_packets').notNull(),
    phase: text('phase').notNull(),
    upstreamTaskId: text('upstream_task_id'),
    launches: smallint('launches').notNull(),
    launchUncertain: boolean('launch_uncertain').notNull(),
    turnAt: moment('turn_at'),
    launchedAt: moment('launched_at'),
    unfinishedAt: moment('unfinished_at'),
    looks: smallint('looks').notNull(),
    refusals: smallint('refusals').notNull(),
    packets: jsonb('packets'),
    createdAt: moment('created_at').notNull(),
    deadlineAt: moment('deadline_at').notNull(),
    dueAt: moment('due_at').notNull(),
    finishedAt: moment('finished_at'),
    wrongCustomerAt: moment('wrong_customer_at'),
    wrongCustomerBy: uuid('wrong_customer_by'),
    /** Codes of the remarks that the thresholds of that day made. */
    remarks: text('remarks').array().notNull().default([]),
    /** Who asked first; everybody who asked stands in `ping_requests`. */
    starterId: uuid('starter_id'),
    starterName: text('starter_name'),
    /** What history counts by: the verdict, or `failed`, or `running`. */
    outcome: text('outcome')
      .notNull()
      .generatedAlwaysAs(sql`coalesce(verdict, state)`),
    zoneName: text('zone_name').generatedAlwaysAs(sql`frozen -> 'zone' ->> 'name'`),
    routerName: text('router_name').generatedAlwaysAs(sql`frozen -> 'router' ->> 'name'`),
    sectorName: text('sector_name').generatedAlwaysAs(sql`frozen -> 'sector' ->> 'name'`),
    /** Quarter hours since 1970, so that charts of any time zone are sums of slots. */
    slot: integer('slot')
      .notNull()
      .generatedAlwaysAs(sql`floor(extract(epoch from (created_at at time zone 'UTC')) / 900)::integer`),
    /** Milliseconds from acceptance to the end; null while it runs. */
    tookMs: integer('took_ms').generatedAlwaysAs(
      // Without the case, least() would pass over the null of a ping that still runs.
      sql`case when finished_at is not null then least(extract(epoch from (finished_at - created_at)) * 1000, 2147483647)::integer end`,
    ),
    /** What a customer says on the phone to find this ping again; see `caseCodeOf`. */
    caseCode: text('case_code'),
    /** The fencing token: it rises with every claim, and a write under an older one touches no row. */
    fence: bigint('fence', { mode: 'number' }).notNull().default(0),
    leaseUntil: moment('lease_until'),
    leaseOwner: text('lease_owner'),
    /** Steps that threw in a row; such a row is pushed away and not retried in a loop. */
    stumbles: smallint('stumbles').notNull().default(0),
  },
  (t) => [
    uniqueIndex('pings_one_running_a_service')
      .on(t.serviceId)
      .where(sql`${t.state} = 'running'`),
    index('pings_due_idx')
      .on(t.dueAt)
      .where(sql`${t.state} = 'running'`),
    // Ascending, because read backwards they are what "order by … desc" asks for; an index that says desc says "nulls
    // last" with it, and then no such order is found in it.
    index('pings_service_order_idx').on(t.serviceId, t.createdAt, t.id),
    index('pings_case_code_idx').on(t.caseCode),
    index('pings_order_idx').on(t.createdAt, t.id),
    index('pings_outcome_order_idx').on(t.outcome, t.createdAt, t.id),
    index('pings_zone_order_idx').on(t.zoneName, t.createdAt, t.id),
    index('pings_router_order_idx').on(t.routerName, t.createdAt, t.id),
    index('pings_sector_order_idx').on(t.sectorName, t.createdAt, t.id),
    index('pings_slowness_idx').on(sql`(coalesce(took_ms, -1))`, t.id),
    // One for each remark: the pings of a rare one would otherwise be looked for among all pings.
    index('pings_slow_idx')
      .on(t.createdAt, t.id)
      .where(sql`remarks @> '{slow}'`),
    index('pings_jittery_idx')
      .on(t.createdAt, t.id)
      .where(sql`remarks @> '{jittery}'`),
    index('pings_link_only_idx')
      .on(t.createdAt, t.id)
      .where(sql`remarks @> '{link_only}'`),
    index('pings_path_alive_idx')
      .on(t.createdAt, t.id)
      .where(sql`remarks @> '{path_alive}'`),
    index('pings_ttl_varies_idx')
      .on(t.createdAt, t.id)
      .where(sql`remarks @> '{ttl_varies}'`),
    index('pings_duplicates_idx')
      .on(t.createdAt, t.id)
      .where(sql`remarks @> '{duplicates}'`),
    check('pings_state_is_known', sql`${t.state} in ('running', 'finished', 'failed')`),
    check('pings_verdict_is_known', sql`${t.verdict} in ('stable', 'intermittent', 'no_internet')`),
    check('pings_finished_has_a_verdict', sql`(${t.state} = 'finished') = (${t.verdict} is not null)`),
    check('pings_failed_has_a_failure', sql`(${t.state} = 'failed') = (${t.failure} is not null)`),
    check('pings_final_has_an_end', sql`(${t.state} = 'running') = (${t.finishedAt} is null)`),
    check('pings_requested_range', sql`${t.requested} between 1 and 100`),
    check('pings_at_most_two_launches', sql`${t.launches} between 0 and 2`),
    check('pings_source_is_known', sql`${t.source} in ('desk', 'api')`),
  ],
);

/**
 * The last ping of each service, without those that were made for the wrong customer: looked for among all pings, the
 * oldest of them lie behind thousands that others replaced. Triggers on `pings` keep it.
 */
export const lastPings = pgTable(
  'last_pings',
  {
    serviceId: integer('service_id').primaryKey(),
    pingId: uuid('ping_id').notNull(),
    /** When that ping was accepted. */
    createdAt: moment('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('last_pings_ping_idx').on(t.pingId),
    index('last_pings_order_idx').on(t.createdAt, t.pingId),
  ],
);

/** Everybody who asked for a ping, those who joined a running one included. */
export const pingRequests = pgTable(
  'ping_requests',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    pingId: uuid('ping_id')
      .notNull()
      .references(() => pings.id, { onDelete: 'cascade' }),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    reason: text('reason'),
    requestedAt: moment('requested_at').notNull(),
    /** When the ping was accepted, so that one person's pings are read in order. */
    pingAt: moment('ping_at').notNull(),
    /** True for those who asked when somebody else's ping was running already. */
    joined: boolean('joined').notNull().default(false),
    /** When this person went on without it; a ping ends early only when everybody who asked has gone on. */
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [
    index('ping_requests_ping_id_idx').on(t.pingId),
    index('ping_requests_actor_idx').on(t.actorId, t.requestedAt),
    index('ping_requests_order_idx').on(t.actorId, t.pingAt, t.pingId),
    index('ping_requests_joined_idx')
      .on(t.pingAt)
      .where(sql`${t.joined}`),
    check('ping_requests_actor_kind_is_known', sql`${t.actorKind} in ('user', 'token')`),
  ],
);

/** The upstream's answer of each round, as it came. */
export const pingBodies = pgTable(
  'ping_bodies',
  {
    pingId: uuid('ping_id')
      .notNull()
      .references(() => pings.id, { onDelete: 'cascade' }),
    round: smallint('round').notNull(),
    body: text('body').notNull(),
    receivedAt: moment('received_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pingId, t.round] }), index('ping_bodies_received_idx').on(t.receivedAt)],
);

/** Which ping an Idempotency-Key stands for. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actorId: uuid('actor_id').notNull(),
    key: text('key').notNull(),
    request: text('request').notNull(),
    pingId: uuid('ping_id')
      .notNull()
      .references(() => pings.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actorId, t.key] }), index('idempotency_keys_ping_idx').on(t.pingId)],
);

/** Every request to WispHub of the last minute, over all instances: the sliding window of the rate. */
export const upstreamRequests = pgTable(
  'upstream_requests',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    kind: text('kind').notNull(),
  },
  (t) => [index('upstream_requests_at_idx').on(t.at)],
);

/** What all instances must know of the upstream. One row. */
export const upstreamState = pgTable(
  'upstream_state',
  {
    id: smallint('id').primaryKey(),
    blockedUntil: moment('blocked_until'),
    syncStartedAt: moment('sync_started_at'),
    syncHeartbeatAt: moment('sync_heartbeat_at'),
    syncSeen: integer('sync_seen').notNull().default(0),
    syncExpected: integer('sync_expected'),
    syncFinishedAt: moment('sync_finished_at'),
    syncError: text('sync_error'),
    /** Where a load that was cut off goes on, and in which look: the first over all, or the second. */
    syncOffset: integer('sync_offset').notNull().default(0),
    syncLook: smallint('sync_look').notNull().default(1),
  },
  (t) => [check('upstream_state_is_one_row', sql`${t.id} = 1`)],
);

/** When a router may next be given a launch. */
export const launchTurns = pgTable('launch_turns', {
  routerKey: text('router_key').primaryKey(),
  nextAt: moment('next_at').notNull(),
});

/**
 * How long upstream tasks take: what was seen of the ends of the last ones, the newest first, for each router and number
 * of packets, and for all routers together under an empty key. Nothing here tells of a customer.
 */
export const taskTimes = pgTable(
  'task_times',
  {
    routerKey: text('router_key').notNull(),
    packets: smallint('packets').notNull(),
    /** True of lines that were not expected to answer: a lost packet takes longer than one that comes back. */
    silent: boolean('silent').notNull().default(false),
    /** Milliseconds from the launch at which the task was last seen unfinished, and first seen done. */
    afterMs: integer('after_ms').array().notNull(),
    byMs: integer('by_ms').array().notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.routerKey, t.packets, t.silent] }),
    check('task_times_are_pairs', sql`cardinality(${t.afterMs}) = cardinality(${t.byMs})`),
  ],
);

/** Services that a person opened lately, for the desk's list of recent ones. */
export const serviceViews = pgTable(
  'service_views',
  {
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    serviceId: integer('service_id').notNull(),
    viewedAt: moment('viewed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.serviceId] }),
    index('service_views_recent_idx').on(t.userId, t.viewedAt.desc()),
  ],
);

/** What the operator changed from the defaults. One row. */
export const settings = pgTable(
  'settings',
  {
    id: smallint('id').primaryKey(),
    value: jsonb('value').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => users.id, { onDelete: 'set null' }),
  },
  (t) => [check('settings_is_one_row', sql`${t.id} = 1`)],
);

/**
 * Lines that work but never answer ping, as an agent heard from the customer. A mark ends with the first reply, with a
 * change of address, or when somebody takes it back.
 */
export const quietLines = pgTable('quiet_lines', {
  serviceId: integer('service_id').primaryKey(),
  ip: text('ip'),
  markedAt: moment('marked_at').notNull(),
  markedBy: uuid('marked_by').references(() => users.id, { onDelete: 'set null' }),
  markedByName: text('marked_by_name').notNull(),
});

/** What agents write down about a service for whoever answers next. */
export const serviceNotes = pgTable(
  'service_notes',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    serviceId: integer('service_id').notNull(),
    /** The ping it speaks of, if any. */
    pingId: uuid('ping_id').references(() => pings.id, { onDelete: 'set null' }),
    text: text('text').notNull(),
    authorId: uuid('author_id').references(() => users.id, { onDelete: 'set null' }),
    authorName: text('author_name').notNull(),
    writtenAt: moment('written_at').notNull(),
    /** The text in lower case without accents, for the search by words. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(
        sql`translate(lower(text), 'ÁÀÂÃÄáàâãäÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÕÖóòôõöÚÙÛÜúùûüÑñÇç', 'aaaaaaaaaaeeeeeeeeiiiiiiiioooooooooouuuuuuuunncc')`,
      ),
  },
  (t) => [
    index('service_notes_service_idx').on(t.serviceId, t.writtenAt),
    index('service_notes_ping_idx').on(t.pingId),
    index('service_notes_search_idx').using('gin', t.searchText.op('gin_trgm_ops')),
    check('service_notes_text_length', sql`length(${t.text}) between 1 and 2000`),
  ],
);

/** Exports that are made in the background, with the filter they were asked for. */
export const exports = pgTable(
  'exports',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    format: text('format').notNull(),
    filter: jsonb('filter').notNull(),
    state: text('state').notNull(),
    rowsDone: integer('rows_done').notNull().default(0),
    rowsExpected: integer('rows_expected').notNull(),
    /** Where the next piece begins: the place of the last ping written; null before the first. */
    place: jsonb('place'),
    error: text('error'),
    createdAt: moment('created_at').notNull(),
    finishedAt: moment('finished_at'),
    expiresAt: moment('expires_at').notNull(),
  },
  (t) => [
    index('exports_owner_idx').on(t.ownerId, t.createdAt.desc()),
    check('exports_format_is_known', sql`${t.format} in ('csv', 'jsonl')`),
    check('exports_state_is_known', sql`${t.state} in ('queued', 'running', 'done', 'failed')`),
  ],
);

/** The file of an export in pieces, so that any instance can serve it. */
export const exportPieces = pgTable(
  'export_pieces',
  {
    exportId: uuid('export_id')
      .notNull()
      .references(() => exports.id, { onDelete: 'cascade' }),
    piece: integer('piece').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.exportId, t.piece] })],
);

/** A file of services that somebody brought: first checked row by row, then taken over as a whole or not at all. */
export const imports = pgTable(
  'imports',
  {
    id: uuid('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    encoding: text('encoding').notNull(),
    separator: text('separator').notNull(),
    /** The columns of the file, in order. */
    header: text('header').array().notNull(),
    state: text('state').notNull(),
    rows: integer('rows').notNull().default(0),
    rejected: integer('rejected').notNull().default(0),
    /** Rows that became services so far, while it is being taken over. */
    taken: integer('taken').notNull().default(0),
    /** Why it could not be taken over the last time. */
    error: text('error'),
    createdAt: moment('created_at').notNull(),
    takenOverAt: moment('taken_over_at'),
  },
  (t) => [
    index('imports_owner_idx').on(t.ownerId, t.createdAt.desc()),
    check('imports_state_is_known', sql`${t.state} in ('reading', 'checked', 'taking_over', 'taken_over')`),
  ],
);

/** One row of such a file: as a record, or as it came with what is wrong with it. */
export const importRows = pgTable(
  'import_rows',
  {
    importId: uuid('import_id')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    serviceId: integer('service_id'),
    record: jsonb('record'),
    cells: text('cells').array(),
    /** Column and what is wrong with it. */
    errors: jsonb('errors'),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.line] }),
    index('import_rows_rejected_idx')
      .on(t.importId, t.line)
      .where(sql`${t.errors} is not null`),
  ],
);

/** Counts of pings that were deleted because of their age, so that totals survive them. */
export const pingTotals = pgTable(
  'ping_totals',
  {
    slot: integer('slot').notNull(),
    outcome: text('outcome').notNull(),
    source: text('source').notNull(),
    zoneName: text('zone_name').notNull(),
    routerName: text('router_name').notNull(),
    sectorName: text('sector_name').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [
    primaryKey({
      name: 'ping_totals_pk',
      columns: [t.slot, t.outcome, t.source, t.zoneName, t.routerName, t.sectorName],
    }),
    check('ping_totals_count_is_positive', sql`${t.count} > 0`),
  ],
);

/** Up to when all days of the past are closed: their pings have ended, and what is read of them may be kept. One row. */
export const historyState = pgTable(
  'history_state',
  {
    id: smallint('id').primaryKey(),
    closedUntil: moment('closed_until').notNull(),
  },
  (t) => [check('history_state_is_one_row', sql`${t.id} = 1`)],
);

/** How often a closed day, counted in UTC since 1970, was changed all the same. A trigger on `pings` counts. */
export const historyDays = pgTable('history_days', {
  day: integer('day').primaryKey(),
  version: integer('version').notNull(),
});
