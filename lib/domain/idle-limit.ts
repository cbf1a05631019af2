import type { Role } from './role';
import type { Settings } from './settings';

const MINUTE_MS = 60_000;

/** However active somebody is, a session ends after this. */
export const SESSION_SECONDS = 12 * 3600;

/** How finely activity is written down: a session is touched at most this often. */
export const ACTIVITY_STEP_MS = MINUTE_MS;

export type IdleLimits = Pick<Settings, 'idleDeskMinutes' | 'idleTechnicianMinutes'>;

/** Milliseconds without anything that the person did, after which a session of this role has ended. */
export const idleLimitMs = (role: Role, limits: IdleLimits): number =>
  (role === 'technician' ? limits.idleTechnicianMinutes : limits.idleDeskMinutes) * MINUTE_MS;
