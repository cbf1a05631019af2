import { describe, expect, it } from 'vitest';
import { lateAnswer, needsNoDatabase } from './late-answer';

const NUMBER = 'cbbf3a34-8d9b-4a5c-9c39-2d3c7d9a1c11';

describe('what whoever asks in the last moment is told', () => {
  it('is the envelope with a number and a time for a program', () => {
    const headers = { 'x-pulso-request': NUMBER };
    const { status, headers: told, body } = lateAnswer({ url: '/api/v1/services/?q=ana', headers });
    expect(status).toBe(503);
    expect(told).toMatchObject({ 'retry-after': '5', 'content-type': 'application/json' });
    expect(JSON.parse(body)).toMatchObject({
      ...{ ok: false, type: 'error', action: 'unavailable', data: null },
      meta: { code: 'shutting_down', request_id: NUMBER },
    });
  });

  it.each([
    ['es', 'Pulso se está reiniciando'],
    ['pt-BR', 'O Pulso está reiniciando'],
    ['en', 'Pulso is restarting'],
  ])('is a page in %s for a person, which tries again by itself', (language, words) => {
    const { status, headers, body } = lateAnswer({ url: '/', headers: { 'accept-language': language } });
    expect(status).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '5', 'content-type': 'text/html; charset=utf-8' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(body).toContain(words);
    expect(body).toContain('http-equiv="refresh"');
  });

  it.each(['/_next/static/a.js', '/favicon.ico', '/api/health/live', '/api/health/ready'])(
    '%s asks no database and is answered as ever',
    (url) => expect(needsNoDatabase(url)).toBe(true),
  );

  it.each(['/', '/history?period=today', '/api/v1/ping/x/', '/api/auth/session'])('%s is not', (url) =>
    expect(needsNoDatabase(url)).toBe(false),
  );
});
