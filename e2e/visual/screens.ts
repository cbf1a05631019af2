import type { Role } from '@/lib/domain/role';

/** A page to photograph: who looks at it, and what stands there once it is complete. */
export type Screen = { name: string; role: Role; path: string; sign: string };

export const SCREENS: readonly Screen[] = [
  { name: 'desk', role: 'agent', path: '/', sign: '[data-state=finished]' },
  { name: 'card', role: 'agent', path: '/?service=12345', sign: '[data-testid=neighbours]' },
  { name: 'service', role: 'supervisor', path: '/services/1002', sign: '[data-testid=neighbours]' },
  { name: 'history', role: 'supervisor', path: '/history', sign: '[data-chart]' },
  { name: 'settings', role: 'admin', path: '/settings', sign: '[data-testid=settings]' },
  { name: 'status', role: 'admin', path: '/status', sign: '[data-testid=status-signs]' },
  { name: 'users', role: 'admin', path: '/users', sign: '[data-testid=user]' },
];
