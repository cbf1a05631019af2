import { describe, expect, it } from 'vitest';
import { requestLocale } from './request-locale';

const localeOf = (headers: Record<string, string>, lang: string | null = null) =>
  requestLocale(new Headers(headers), lang);

describe('the language of a request', () => {
  it.each([
    ['es', 'es'],
    ['pt', 'pt-BR'],
    ['pt-BR', 'pt-BR'],
    ['EN-us', 'en'],
    ['fr', 'es'],
  ])('is the one that it names: %s', (lang, expected) => {
    expect(localeOf({}, lang)).toBe(expected);
  });

  it('is the one chosen on the pages, before that of the browser', () => {
    const headers = { cookie: 'theme=dark; pulso-locale=pt-BR', 'accept-language': 'en' };
    expect(localeOf(headers)).toBe('pt-BR');
    expect(localeOf(headers, 'en')).toBe('en');
    expect(localeOf({ ...headers, cookie: 'not-pulso-locale=pt-BR' })).toBe('en');
  });

  it.each([
    ['en', 'en'],
    ['pt-PT,pt;q=0.9,en;q=0.8', 'pt-BR'],
    ['fr, en;q=0.5', 'en'],
    ['en;q=0.3, es-MX;q=0.7', 'es'],
    ['en;q=0, pt;q=0.1', 'pt-BR'],
    ['*', 'es'],
    ['', 'es'],
    [';q=x,,;', 'es'],
  ])('is what its program wants most: %s', (header, expected) => {
    expect(localeOf({ 'accept-language': header })).toBe(expected);
  });
});
