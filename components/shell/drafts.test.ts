import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The storage of a browser's tab, as far as drafts use it. */
function tabStorage(): Storage {
  const kept: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => void (kept[key] = value),
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(methods as Storage, {
    get: (target, key) => Reflect.get(target, key) ?? kept[String(key)],
    ownKeys: () => Object.keys(kept),
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}

/** The module as a page has it that was just loaded in this tab. */
async function freshPage() {
  vi.resetModules();
  return import('./drafts');
}

beforeEach(() => vi.stubGlobal('window', { sessionStorage: tabStorage() }));
afterEach(() => vi.unstubAllGlobals());

const typed = (text: string) => ({ text, savedFor: null });

describe('what somebody typed and did not save', () => {
  it('outlives a reload of the page, with all its lines', async () => {
    (await freshPage()).writeDraft('ticket:1', typed('uno\ndos\n'));
    expect((await freshPage()).readDraft('ticket:1')).toEqual(typed('uno\ndos\n'));
  });

  it('belongs to one field of one customer', async () => {
    const drafts = await freshPage();
    drafts.writeDraft('ticket:1', typed('uno'));
    expect(drafts.readDraft('ticket:2')).toEqual(typed(''));
    expect(drafts.readDraft('note:1')).toEqual(typed(''));
  });

  it('remembers with which ping it was saved', async () => {
    const saved = { text: 'uno', savedFor: '3f0c9a52-6d1e-4b7a-9a55-0b6f3f1d2c10' };
    (await freshPage()).writeDraft('ticket:1', saved);
    expect((await freshPage()).readDraft('ticket:1')).toEqual(saved);
  });

  it('is gone from the tab when the field was emptied', async () => {
    const drafts = await freshPage();
    drafts.writeDraft('ticket:1', typed('uno'));
    drafts.writeDraft('ticket:1', typed(''));
    expect(Object.keys(window.sessionStorage)).toEqual([]);
  });

  it('is gone when the person signs out, and what others keep in the tab is not', async () => {
    const drafts = await freshPage();
    window.sessionStorage.setItem('something else', 'stays');
    drafts.writeDraft('ticket:1', typed('uno'));
    drafts.clearDrafts();
    expect(drafts.readDraft('ticket:1')).toEqual(typed(''));
    expect(Object.keys(window.sessionStorage)).toEqual(['something else']);
  });

  it('is not found by another person who signs in to this tab, and is by the same one', async () => {
    const before = await freshPage();
    before.keepDraftsOf('ana@example.com');
    before.writeDraft('ticket:1', typed('uno'));
    const same = await freshPage();
    same.keepDraftsOf('ana@example.com');
    expect(same.readDraft('ticket:1')).toEqual(typed('uno'));
    const other = await freshPage();
    other.keepDraftsOf('luis@example.com');
    expect(other.readDraft('ticket:1')).toEqual(typed(''));
  });

  it('is kept until the page is left where the browser refuses to store anything', async () => {
    vi.stubGlobal('window', {
      get sessionStorage(): Storage {
        throw new DOMException('', 'SecurityError');
      },
    });
    const drafts = await freshPage();
    drafts.keepDraftsOf('ana@example.com');
    drafts.writeDraft('ticket:1', typed('uno'));
    drafts.keepDraftsOf('ana@example.com');
    expect(drafts.readDraft('ticket:1')).toEqual(typed('uno'));
    drafts.keepDraftsOf('luis@example.com');
    expect(drafts.readDraft('ticket:1')).toEqual(typed(''));
  });
});
