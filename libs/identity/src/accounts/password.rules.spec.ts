import { passwordFault } from './password.rules.js';

const owner = { email: 'rosa.quispe@mancomunidad.example', name: 'Rosa Quispe Huamán' };
const common = new Set(['password', 'qwertyuiop', 'unbelievable']);
const codeOf = (password: string) => passwordFault(password, owner, common)?.code ?? null;

describe('a new password', () => {
  it.each([
    ['a phrase', 'el río baja crecido'],
    ['twelve characters', 'doce letras!'],
    ['two hundred', 'siete llamas cruzan la puna de noche '.repeat(5).concat('y vuelven al alba')],
    ['what a manager makes', 'hT7#pq2Zr!vK'],
    ['a phrase in which the own name stands', 'Rosa canta huaynos al amanecer'],
  ])('may be %s', (_, password) => {
    expect(codeOf(password.slice(0, 200))).toBeNull();
  });

  it.each([
    ['eleven characters', 'once letras', 'PASSWORD_WRONG_LENGTH'],
    ['two hundred and one', 'x'.repeat(201), 'PASSWORD_WRONG_LENGTH'],
    ['on the list of breached ones', 'qwertyuiop[]', 'PASSWORD_TOO_COMMON'],
    ['on it in capitals', 'UNBELIEVABLE', 'PASSWORD_TOO_COMMON'],
    ['a common word with digits and signs', 'password2025!', 'PASSWORD_TOO_COMMON'],
    ['a piece over and over', 'sol-sol-sol-sol-', 'PASSWORD_TOO_COMMON'],
    ['a run', '123456789012', 'PASSWORD_TOO_COMMON'],
    ['a run of letters', 'abcdefghijklm', 'PASSWORD_TOO_COMMON'],
    ['four characters in turn', 'xyxyzzxyxyzwyx', 'PASSWORD_TOO_COMMON'],
    ['the own name', 'RosaQuispe1980', 'PASSWORD_ABOUT_YOU'],
    ['the own name without its accent', 'quispehuaman!!', 'PASSWORD_ABOUT_YOU'],
    ['the own e-mail', 'rosa.quispe@mancomunidad.example', 'PASSWORD_ABOUT_YOU'],
    ['the name of the product', 'Tinkuy-2025-06', 'PASSWORD_ABOUT_YOU'],
  ])('is refused when it is %s', (_, password, code) => {
    expect(codeOf(password)).toBe(code);
  });
});
