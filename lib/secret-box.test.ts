import { describe, expect, it } from 'vitest';
import { secretBox } from './secret-box';

const box = secretBox('a secret that is long enough, really', 'totp');

describe('a secret box', () => {
  it('opens what it sealed, for the same owner, and for nobody else', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'ana');
    expect(box.open(sealed, 'ana')).toBe('JBSWY3DPEHPK3PXP');
    expect(box.open(sealed, 'eva')).toBeNull();
  });

  it('says neither the text nor the same thing twice', () => {
    const [first, second] = [box.seal('JBSWY3DPEHPK3PXP', 'ana'), box.seal('JBSWY3DPEHPK3PXP', 'ana')];
    expect(first).not.toContain('JBSW');
    expect(first).not.toBe(second);
  });

  it('stays shut under another secret and for another purpose', () => {
    const sealed = box.seal('x', 'ana');
    expect(secretBox('another secret that is long enough', 'totp').open(sealed, 'ana')).toBeNull();
    expect(secretBox('a secret that is long enough, really', 'other').open(sealed, 'ana')).toBeNull();
  });

  it('stays shut, without throwing, when a single letter was changed or half of it is missing', () => {
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'ana');
    for (let place = 0; place < sealed.length; place += 1) {
      const letter = sealed[place] === 'A' ? 'B' : 'A';
      const changed = sealed.slice(0, place) + letter + sealed.slice(place + 1);
      // The last letter of base64 holds bits that mean nothing.
      const isSame = changed.split('.').every((part, index) => {
        const bytes = (text: string | undefined) => Buffer.from(text ?? '', 'base64url').toString('hex');
        return index > 0 ? bytes(part) === bytes(sealed.split('.')[index]) : part === 'v1';
      });
      if (!isSame) expect(box.open(changed, 'ana')).toBeNull();
      expect(box.open(sealed.slice(0, place), 'ana')).toBeNull();
    }
    for (const text of ['', '..', 'v1..', 'v1.AAAA.AAAA', 'x'.repeat(1000)])
      expect(box.open(text, 'ana')).toBeNull();
  });
});
