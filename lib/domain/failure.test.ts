import { describe, expect, it } from 'vitest';
import { APP_ERRORS } from './app-error';
import { failure, FAILURE_CODES, failureSchema } from './failure';
import { failureError } from './failure-error';

describe('a failure', () => {
  it.each(FAILURE_CODES)('%s has a message of whole sentences', (code) => {
    const why = failureSchema.parse(failure('upstream', code));
    expect(why.message).toMatch(/^[A-Z][^\n]+\.$/);
  });

  it('no failure speaks of the line as being down', () => {
    for (const code of FAILURE_CODES) {
      expect(failure('upstream', code).message).not.toMatch(
        /no internet|is down|line is|does not answer ping/i,
      );
    }
  });
});

describe('a failure as the answer to whoever asked for the ping', () => {
  it.each([
    ['service_unknown', 'service_unknown', 404],
    ['upstream_auth', 'upstream_auth', 502],
    ['upstream_network', 'upstream_network', 502],
    ['upstream_timeout', 'upstream_timeout', 502],
    ['upstream_html', 'upstream_html', 502],
    ['upstream_bad_json', 'upstream_bad_json', 502],
    ['upstream_bad_shape', 'upstream_bad_shape', 502],
    ['upstream_rejected', 'upstream_rejected', 502],
    ['upstream_rate_limited', 'upstream_rate_limited', 502],
    ['upstream_server', 'upstream_server', 502],
    ['upstream_too_large', 'upstream_too_large', 502],
    ['upstream_ping_failed', 'upstream_ping_failed', 502],
    ['upstream_unavailable', 'upstream_unavailable', 503],
    ['queue_deadline', 'queue_full', 503],
  ] as const)('%s is %s with status %i, as ping_failed', (code, expected, status) => {
    const error = failureError(failure('upstream', code));
    expect(error.code).toBe(expected);
    expect(APP_ERRORS[error.code]).toEqual({ status, action: 'ping_failed' });
  });

  it('WispHub refusing our key never looks like the session of the person having ended', () => {
    for (const code of FAILURE_CODES) {
      expect([401, 403]).not.toContain(APP_ERRORS[failureError(failure('upstream', code)).code].status);
    }
  });
});
