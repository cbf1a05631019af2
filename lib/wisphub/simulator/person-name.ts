import { fractionOf, pick } from './random';

const spanishFirst = words(`
  José María Ángela Óscar Lucía Andrés Begoña Íngrid Martín Sofía Julián Catalina Héctor Yamile
  Ramón Nubia Álvaro Inés Fabián Rocío Germán Noelia Tomás Zoraida Sebastián Milagros Adrián
  Concepción Efraín Mónica
`);
const spanishLast = words(`
  Núñez Peña Ibáñez Muñoz Castaño Londoño Ordóñez Gutiérrez Ramírez Acuña Quiñones Pérez Zúñiga
  Cárdenas Marín Bolaños Rincón Vargas Suárez Cataño Mejía Niño Patiño Güiza Holguín Chacón Rojas
  Ávila Estupiñán Ocampo
`);
const portugueseFirst = words(`
  João Conceição Antônio Luísa Estêvão Beatriz Fábio Graça Vinícius Tainá Caetano Lourdes Inácio
  Thaís Otávio Simão
`);
const portugueseLast = words(`
  Gonçalves Conceição Araújo Assunção Magalhães Simões Guimarães Brandão Falcão Mendonça Queirós
  Antunes Galvão França Leitão Bragança
`);

/** One in five is Portuguese; some have two first names, most have two surnames. */
export function personNameOf(key: string | number): string {
  const portuguese = fractionOf(key, 'language') < 0.2;
  const first = portuguese ? portugueseFirst : spanishFirst;
  const last = portuguese ? portugueseLast : spanishLast;
  const names = [pick(first, key, 'first')];
  if (fractionOf(key, 'two first names') < 0.3) names.push(pick(first, key, 'second'));
  const surnames = [pick(last, key, 'last')];
  if (fractionOf(key, 'two surnames') < 0.85) surnames.push(pick(last, key, 'mother'));
  return [...new Set(names), ...surnames].join(' ');
}

/** Small letters without accents, for a user name. */
export function toUserName(fullName: string): string {
  const plain = fullName.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z]+/g, '.');
}

function words(text: string): [string, ...string[]] {
  const [first = '', ...others] = text.trim().split(/\s+/);
  return [first, ...others];
}
