const MARKS = /\p{Mark}+/gu;
const SEPARATORS = /[^\p{Letter}\p{Number}]+/gu;

/** A text reduced to what a search compares: lower case, no accents, single spaces. "José  NÚÑEZ" is "jose nunez". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(SEPARATORS, ' ').trim();
}

export const digitsOf = (text: string) => text.replace(/\D+/g, '');
