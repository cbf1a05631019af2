/** Letters and digits that nobody confuses, aloud or in writing: without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
const ALPHABET = '34679ACDEFGHJKMNPQRTWXY';
const LENGTH = 6;

/**
 * The case code of a ping: six unambiguous characters derived from its random id, so that a customer can say it on the
 * phone. Two pings may share one; a search by code then finds both.
 */
export function caseCodeOf(pingId: string): string {
  let number = Number.parseInt(pingId.replaceAll('-', '').slice(0, 12), 16);
  let code = '';
  for (let index = 0; index < LENGTH; index += 1) {
    code += ALPHABET[number % ALPHABET.length];
    number = Math.floor(number / ALPHABET.length);
  }
  return code;
}

/** A typed text as a case code, or null: case and separators do not matter. */
export function toCaseCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}
