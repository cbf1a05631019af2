import { afterEach, describe, expect, it } from 'vitest';
import { databaseAwayPage, isDatabaseAway } from './database-away-page';

const KEY = Symbol.for('pulso.database');
const shared = globalThis as { [key: symbol]: unknown };
const keep = (query: () => Promise<unknown>) => {
  shared[KEY] = { $client: { query } };
};

afterEach(() => {
  delete shared[KEY];
});

describe('the database of this process', () => {
  it('is away when it does not answer, and not before anybody has used one', async () => {
    expect(await isDatabaseAway()).toBe(false);
    keep(() => Promise.resolve());
    expect(await isDatabaseAway()).toBe(false);
    keep(() => Promise.reject(new Error('Query read timeout')));
    expect(await isDatabaseAway()).toBe(true);
  });
});

describe('the page that stands for all others meanwhile', () => {
  it.each([
    ['es', 'La base de datos'],
    ['pt-BR', 'O banco de dados'],
    ['en', 'database'],
  ])('says so in %s, with a status that programs understand', async (language, words) => {
    const answer = databaseAwayPage(new Headers({ 'accept-language': language }));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    const html = await answer.text();
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(words);
    expect(html).not.toMatch(/<script|<style/);
  });
});
