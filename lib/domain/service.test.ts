import { describe, expect, it } from 'vitest';
import { accountStanding, isStaleRecord, owesMoney, serviceIdSchema } from './service';
import { serviceItemSchema, toServiceItem } from './service-item';
import { atMs, testService } from './test-ping';

describe('a service id', () => {
  it.each([1, 1042, 2_147_483_647])('%i is one', (id) => {
    expect(serviceIdSchema.safeParse(id).success).toBe(true);
  });

  it.each([0, -1, 2_147_483_648, 1.5, '1042', null, NaN, Infinity])('%s is none', (id) => {
    expect(serviceIdSchema.safeParse(id).success).toBe(false);
  });
});

describe('the word for an account', () => {
  it.each([
    ['Activo', 'active'],
    ['GRATIS', 'active'],
    [' suspendido ', 'suspended'],
    ['Cancelado', 'cancelled'],
    ['Retirado', 'unknown'],
    ['constructor', 'unknown'],
    ['__proto__', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ])('%j is %s, and a word we do not know is never active', (word, standing) => {
    expect(accountStanding(word)).toBe(standing);
  });
});

describe('the age of a record', () => {
  it('leaves no payment to verify within ten minutes, and does so after them', () => {
    expect(isStaleRecord(atMs(0), atMs(600_000))).toBe(false);
    expect(isStaleRecord(atMs(0), atMs(600_001))).toBe(true);
  });
});

describe('debt', () => {
  it.each([
    ['45000.00', true],
    ['0.01', true],
    ['0.00', false],
    ['-20.00', false],
    [null, false],
    ['unreadable', false],
  ])('a balance of %j: %s', (balance, owes) => {
    expect(owesMoney({ balance })).toBe(owes);
  });
});

describe('a service as the API shows it', () => {
  const stored = { ...testService, syncedAt: atMs(0), vanishedAt: null };

  it('fits its schema, with and without money', () => {
    for (const withMoney of [true, false]) {
      expect(serviceItemSchema.strict().parse(toServiceItem(stored, withMoney)).service_id).toBe(1042);
    }
  });

  it('without the right to see money it has no document, balance or billing status at all', () => {
    const item = toServiceItem(stored, false);
    for (const key of ['document', 'balance', 'billing_status']) expect(item).not.toHaveProperty(key);
    expect(toServiceItem(stored, true)).toMatchObject({
      document: '0000000001',
      balance: '0.00',
      billing_status: 'Pagadas',
    });
  });

  it('a general failure of the router and the word of the person who set it are shown', () => {
    const router = { id: 77, name: 'Nodo Norte', outage: true, outageNote: 'Corte de fibra' };
    expect(toServiceItem({ ...stored, router }, false).router).toEqual({
      id: 77,
      name: 'Nodo Norte',
      outage: true,
      outage_note: 'Corte de fibra',
    });
  });
});
