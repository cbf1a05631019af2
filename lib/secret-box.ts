// This module makes keys of NEXTAUTH_SECRET. Neither a key nor what is sealed under it reaches a message or a log.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const VERSION = 'v1';
const TAG_BYTES = 16;

export type SecretBox = {
  /** The text encrypted, to be opened for the same owner only. */
  seal(text: string, owner: string): string;
  /** Null when it was sealed under another secret or for another owner, or is no longer whole. */
  open(sealed: string, owner: string): string | null;
};

/** Encrypts what the database must not hold in clear. Each purpose has a key of its own, made of the one secret. */
export function secretBox(secret: string, purpose: string): SecretBox {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `pulso ${purpose} ${VERSION}`, 32));
  return {
    seal(text, owner) {
      const iv = randomBytes(12);
      const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [VERSION, iv.toString('base64url'), body.toString('base64url')].join('.');
    },
    open(sealed, owner) {
      const [version, iv, body] = sealed.split('.');
      if (version !== VERSION || iv === undefined || body === undefined) return null;
      try {
        const bytes = Buffer.from(body, 'base64url');
        const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), {
          authTagLength: TAG_BYTES,
        });
        decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
        return decipher.update(bytes.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        return null;
      }
    },
  };
}
