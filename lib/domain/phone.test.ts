import { describe, expect, it } from 'vitest';
import { internationalPhone } from './phone';

describe('a phone for WhatsApp', () => {
  it.each([
    ['300 123 4567', '57', '573001234567'],
    ['(300) 123-4567', '57', '573001234567'],
    ['0300 1234567', '57', '573001234567'],
    ['57 300 123 4567', '57', '573001234567'],
    ['+57 300 123 4567', '57', '573001234567'],
    ['0057 300 123 4567', '57', '573001234567'],
    ['+52 55 1234 5678', '57', '525512345678'],
    ['11 98765-4321', '55', '5511987654321'],
    ['55 98765-4321', '55', '5555987654321'],
    ['55 11 98765-4321', '55', '5511987654321'],
    ['305 555 0123', '1', '13055550123'],
    ['1 305 555 0123', '1', '13055550123'],
    ['987 654 321', '51', '51987654321'],
    ['51 987 654 321', '51', '51987654321'],
    ['56 9 8765 4321', '56', '56987654321'],
    ['7123 4567', '503', '50371234567'],
    ['503 7123 4567', '503', '50371234567'],
    ['507 6123 4567', '507', '50761234567'],
    ['591 7123 4567', '591', '59171234567'],
  ])('%s with the country code %s is %s', (typed, countryCode, full) => {
    expect(internationalPhone(typed, countryCode)).toBe(full);
  });

  it.each(['', '—', 'no tiene', '12345', '000000', '+', '1234567890123456'])('"%s" is none', (typed) => {
    expect(internationalPhone(typed, '57')).toBeNull();
  });

  it('is made of digits only, whatever stands between them', () => {
    expect(internationalPhone('cel. 300.123.4567 (Ana)', '57')).toBe('573001234567');
  });

  it('that was made once stays as it is', () => {
    for (const typed of ['300 123 4567', '+52 55 1234 5678']) {
      const full = internationalPhone(typed, '57') ?? '';
      expect(internationalPhone(full, '57')).toBe(full);
    }
  });
});
