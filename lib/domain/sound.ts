import { fold } from './fold';

/**
 * Spellings that sound alike, rewritten in order. Capitals are sounds that a later rule must not read as spelling: J is
 * j, x and soft g; Y is ll and the consonant y; G is hard g; K is k, q and hard c; C is ch and sh. Sources: seseo, yeísmo
 * and the silent h of American Spanish; ç, lh and nh of Portuguese; and how registries write what they hear (Jhon,
 * Yeison, Stiven, Güilmer). The key needs to be alike, not to be read: "nieto" and "neto" may share one.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // Folding took the cedilla away; in these places a c before a or o had one.
  [/c(?=ao$|oes$)|(?<=gon)c(?=al)|(?<=louren)c(?=o$)/g, 's'],
  [/(?<=mendon|bragan|fran|gra|valen|proen)c(?=a$)/g, 's'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/tz/g, 's'],
  [/gh/g, 'G'],
  [/[cs]h/g, 'C'],
  [/[ck]s/g, 'x'],
  [/nh/g, 'n'],
  [/lh/g, 'Y'],
  [/(?<=^|[aeiou])hu(?=[aeio])|(?<=^|[aeiou])w(?=[aeiou])/g, 'gu'],
  [/(?<=s)w/g, 'b'],
  [/w/g, 'u'],
  [/gu(?=[eiy])/g, 'G'],
  [/ll(?=[aeou]|i(?![aeou]))/g, 'Y'],
  [/h/g, ''],
  [/j|g(?=[eiy])|x(?=[aeiouy])/g, 'J'],
  [/x|z|c(?=[eiy])/g, 's'],
  [/qu(?=[eiy])|[cqk]/g, 'K'],
  [/v/g, 'b'],
  // "Yojana", "Johana" and "Joana"; "Mejía" and "Mehía".
  [/(?<=[aeiouy])J(?=[aeiouy])/g, ''],
  // "Muñoz" and "Munyoz", "Ángela" and "Anyela", "Sonia" and "Sonya".
  [/(?<=n)[JYy](?=[aeiou])|(?<=n)[iy](?=[aeou])/g, ''],
  [/(?<=^|[aeiou])y(?=[aeiou])|(?<=^|[aeou])i(?=[aeou])/g, 'Y'],
  [/y/g, 'i'],
  [/(?<=[JY])i(?=[aeou])/g, ''],
  [/n(?=[bp])/g, 'm'],
  [/m$/g, 'n'],
  [/^s(?=[bdfgklmnprtGKY])/g, 'es'],
];

const REPEATED = /(\p{Letter})\1+/gu;

/** How a word sounds to somebody who speaks Spanish or Portuguese: words that are easily confused have one key. */
export function soundOf(text: string): string {
  const word = fold(text).replaceAll(' ', '');
  const sound = RULES.reduce((key, [spelling, sign]) => key.replace(spelling, sign), word);
  return sound.replaceAll(/[JY]/g, 'y').toLowerCase().replace(REPEATED, '$1') || word;
}

/** What may follow a beginning and change how its last letters sound: "c" may become "ch", "ce" or "cao". */
const CONTINUATIONS = 'a e i o u b h l n s t y z x ua ue ui ia ha ao al sa so'.split(' ');

function commonBeginning(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/** The part of the sound that stands already, however the word goes on: the sound of every longer word begins with it. */
export function soundOfBeginning(text: string): string {
  const word = fold(text).replaceAll(' ', '');
  return CONTINUATIONS.map((end) => soundOf(word + end)).reduce(commonBeginning, soundOf(word));
}
