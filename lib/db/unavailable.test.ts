import { expect, it } from 'vitest';
import { isDatabaseUnavailable } from './unavailable';

const coded = (code: string) => Object.assign(new Error('x'), { code });

it.each([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a server that is being stopped', coded('57P01')],
  ['too many connections', coded('53300')],
  ['a query without an answer in time', new Error('Query read timeout')],
  ['a pool that a shutdown has closed', new Error('Cannot use a pool after calling end on the pool')],
  ['a connection that was cut before', new Error('Client was closed and is not queryable')],
  ['any of them inside another error', new Error('Failed query', { cause: coded('08006') })],
])('%s means that the database is unavailable', (_name, error) => {
  expect(isDatabaseUnavailable(error)).toBe(true);
});

it.each([
  ['a violated rule', coded('23505')],
  ['a wrong query', coded('42601')],
  ['an error of ours', new TypeError('x is not a function')],
  ['no error at all', 'ECONNREFUSED'],
])('%s does not', (_name, error) => {
  expect(isDatabaseUnavailable(error)).toBe(false);
});
