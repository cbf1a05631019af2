import { describe, expect, it } from 'vitest';
import { COMMON_PASSWORDS } from './common-passwords';
import { passwordProblem, type PasswordProblem } from './password-rules';

const owner = { email: 'ana.torres@fibranandu.example', name: 'Ana Torres Núñez' };

describe('a password', () => {
  it.each([
    'correct horse battery',
    'la vaca come pasto 7',
    'xK9#mQ2$vL5p',
    'ñandú-volador-azulado',
    '  spaces at its ends  ',
    'dragon sunshine tractor mesa',
    '🐄🐄 pasto verde hoy',
    'ana compró 7 mangos',
    'T'.padEnd(64, 'abcdefgzyxwv!9'),
  ])('%s is taken, whatever it is made of', (password) => {
    expect(passwordProblem(password, owner)).toBeNull();
  });

  const refused: [string, PasswordProblem][] = [
    ['', 'short'],
    ['elevenchars', 'short'],
    ['x'.repeat(129), 'long'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabc', 'repeated'],
    ['12341234123412', 'repeated'],
    ['            ', 'repeated'],
    ['123456789012', 'common'],
    ['098765432109', 'common'],
    ['abcdefghijklm', 'common'],
    ['qwertyuiopas', 'common'],
    ['1q2w3e4r5t6y', 'common'],
    ['password1234', 'common'],
    ['Password-2024!', 'common'],
    ['p@ssw0rd2024', 'common'],
    ['p@$$w0rd!!!!', 'common'],
    ['contraseña123', 'common'],
    ['CONTRASENHA.1', 'common'],
    ['bienvenido2026', 'common'],
    ['iloveyou-iloveyou', 'common'],
    ['adminpassword1', 'common'],
    ['Colombia 2026', 'common'],
    ['1qaz2wsx3edc', 'common'],
    ['ana.torres@fibranandu.example', 'personal'],
    ['AnaTorresNunez', 'personal'],
    ['anatorres2026', 'personal'],
    ['Fibranandu-123', 'personal'],
    ['pulsopulso12', 'personal'],
    ['WispHub-2026!', 'personal'],
  ];
  it.each(refused)('%s is refused: %s', (password, problem) => {
    expect(passwordProblem(password, owner)).toBe(problem);
  });

  it('of 128 characters is taken', () => {
    expect(passwordProblem(`${'lorem ipsum dolor '.repeat(8)}`.slice(0, 128), owner)).toBeNull();
  });

  it('is compared with at least two hundred that everybody guesses first, in the form they are compared in', () => {
    expect(COMMON_PASSWORDS.size).toBeGreaterThan(200);
    expect(
      [...COMMON_PASSWORDS].filter((word) => !/^[a-z0-9]{3,}$/.test(word) && word !== 'p@ssw0rd'),
    ).toEqual([]);
  });
});
