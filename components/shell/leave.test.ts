import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { readDraft, writeDraft } from './drafts';
import { leave } from './leave';

afterEach(() => vi.unstubAllGlobals());

it('what somebody typed does not outlive their way out', async () => {
  const replace = vi.fn();
  vi.stubGlobal('window', { location: { replace } });
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ csrfToken: 'token' })));
  writeDraft('search', { text: 'Johana', savedFor: null });
  await leave();
  expect(readDraft('search').text).toBe('');
  expect(replace).toHaveBeenCalledExactlyOnceWith('/sign-in');
});

it('who cannot leave, because nobody answers, keeps what was typed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no connection')));
  writeDraft('search', { text: 'Johana', savedFor: null });
  await leave();
  expect(readDraft('search').text).toBe('Johana');
});

it('no button signs out by another way', () => {
  const files = readdirSync('components', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .filter((file) => /\bsignOut\(/.test(readFileSync(path.join('components', file), 'utf8')));
  expect(files).toEqual([path.join('shell', 'leave.ts')]);
});
