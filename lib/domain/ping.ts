import { z } from 'zod';
import { certaintySchema } from './certainty';
import { failureSchema } from './failure';
import { packetSchema } from './packet';
import { remarkCodeSchema } from './remark-code';
import { serviceIdSchema } from './service';
import { verdictSchema } from './verdict';

export const REASONS = ['no_browsing', 'slow', 'drops', 'technician', 'other'] as const;
export const reasonSchema = z.enum(REASONS);
export type Reason = z.infer<typeof reasonSchema>;

const named = z.object({ id: z.number().int().nullable(), name: z.string() }).nullable();

/** What the directory said of the service at launch; statistics use this and not today's record. */
export const frozenSchema = z.object({
  zone: named,
  router: named,
  sector: named,
  plan: named,
  status: z.string().nullable(),
  ip: z.string().nullable(),
});

export type Frozen = z.infer<typeof frozenSchema>;

export type Requester = {
  kind: 'user' | 'token';
  id: string;
  name: string;
  reason: Reason | null;
  requestedAt: Date;
  /** True when they went on without the ping while it ran. */
  withdrawn?: boolean | undefined;
};

/** A ping without its requesters: all that the state machine needs. Times are absolute; null means "not yet". */
export const pingSchema = z.object({
  id: z.uuid(),
  serviceId: serviceIdSchema,
  state: z.enum(['running', 'finished', 'failed']),
  verdict: verdictSchema.nullable(),
  certainty: certaintySchema.nullable(),
  failure: failureSchema.nullable(),
  rulesVersion: z.number().int().nullable(),
  /** What the thresholds of the day it ended had to remark; empty while it runs. */
  remarks: z.array(remarkCodeSchema),
  /** Packets asked for. */
  requested: z.number().int().min(1).max(100),
  /** Packets that the rounds so far and to come add up to; an extension raises it. */
  planned: z.number().int().min(1),
  extend: z.enum(['off', 'auto']),
  stopAsked: z.boolean(),
  source: z.enum(['desk', 'api']),
  reason: reasonSchema.nullable(),
  frozen: frozenSchema,
  ipShared: z.boolean(),
  /** The round under way, from 1, and its packets. */
  round: z.number().int().min(1),
  roundPackets: z.number().int().min(1),
  phase: z.enum(['launch', 'read']),
  upstreamTaskId: z.string().nullable(),
  /** Launches of this round that WispHub may have received. */
  launches: z.number().int().min(0),
  launchUncertain: z.boolean(),
  /** The turn reserved at the router for the launch of this round; null before one is reserved. */
  turnAt: z.date().nullable(),
  launchedAt: z.date().nullable(),
  /** The last moment of this round at which WispHub was asked and said that its task was not done. */
  unfinishedAt: z.date().nullable(),
  looks: z.number().int().min(0),
  refusals: z.number().int().min(0),
  /** Packets of the rounds that ended; null with an upstream that shows none. */
  packets: z.array(packetSchema).nullable(),
  createdAt: z.date(),
  deadlineAt: z.date(),
  /** When the runner should next do something; also the hint for whoever waits. */
  dueAt: z.date(),
  finishedAt: z.date().nullable(),
  wrongCustomerAt: z.date().nullable(),
});

export type Ping = z.infer<typeof pingSchema>;

/** The one predicate that stops the runner and the browser alike. */
export const isFinal = (ping: { state: Ping['state'] }) => ping.state !== 'running';
