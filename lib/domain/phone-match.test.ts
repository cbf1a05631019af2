import { describe, expect, it } from 'vitest';
import { isSamePhone, nationalDigits } from './phone-match';

describe('one phone written in two ways', () => {
  it.each([
    ['Colombia, with the code and without', '573001234567', '3001234567'],
    ['Mexico, with the old 1 of mobiles', '5215512345678', '5512345678'],
    ['Brazil', '5511987654321', '11987654321'],
    ['Panama, whose numbers have eight digits', '50761234567', '61234567'],
    ['a landline, with the area and without', '6044445566', '4445566'],
    ['a landline, with country and area', '576044445566', '4445566'],
    ['a zero in front', '03001234567', '573001234567'],
  ])('is told for %s', (_what, a, b) => {
    expect(isSamePhone(a, b)).toBe(true);
    expect(isSamePhone(b, a)).toBe(true);
  });

  it.each([
    ['another number', '3001234567', '3001234568'],
    ['only the end of one', '234567', '3001234567'],
    ['a document that ends alike', '99999993001234567', '3001234567'],
    ['nothing', '', ''],
  ])('is not seen in %s', (_what, a, b) => {
    expect(isSamePhone(a, b)).toBe(false);
  });
});

describe('the digits without the country code', () => {
  it.each([
    ['+57 300 123 4567', '57', '3001234567'],
    ['57 300 123 4567', '57', '3001234567'],
    ['0057 300 123', '57', '300123'],
    ['+57 300', '57', '300'],
    ['57300', '57', '300'],
    ['300 123 4567', '57', '3001234567'],
    ['0300 123 4567', '57', '3001234567'],
    ['+55 11 98765-4321', '57', '11987654321'],
    ['+351 912 345 678', '55', '912345678'],
    ['+507 6123 4567', '57', '61234567'],
    ['52 55 1234 5678', '57', '525512345678'],
    ['', '57', ''],
  ])('of %j with %s are %j', (typed, countryCode, digits) => {
    expect(nationalDigits(typed, countryCode)).toBe(digits);
  });
});
