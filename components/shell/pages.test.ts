import { expect, it } from 'vitest';
import { isCurrentPage, pagesOf } from './pages';

it.each([
  ['technician', ['desk', 'tokens']],
  ['agent', ['desk', 'history', 'tokens']],
  ['supervisor', ['desk', 'history', 'tokens']],
  ['admin', ['desk', 'history', 'directory', 'users', 'settings', 'tokens', 'audit', 'status']],
] as const)('a %s is shown the way to exactly the pages of this role', (role, names) => {
  expect(pagesOf(role).map(({ name }) => name)).toEqual(names);
});

it('a page is current at its address and below it, the desk only at its own', () => {
  expect(isCurrentPage('/', '/')).toBe(true);
  expect(isCurrentPage('/', '/history')).toBe(false);
  expect(isCurrentPage('/history', '/history')).toBe(true);
  expect(isCurrentPage('/directory', '/directory/import')).toBe(true);
  expect(isCurrentPage('/history', '/historyx')).toBe(false);
});
