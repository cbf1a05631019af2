import type { Scope } from '@/lib/domain/role';

/** The messages that say what a scope opens. */
export const SCOPE_WORDS = {
  'ping:write': 'ping_write',
  'ping:read': 'ping_read',
  'services:read': 'services_read',
  'history:read': 'history_read',
} as const satisfies Record<Scope, string>;
