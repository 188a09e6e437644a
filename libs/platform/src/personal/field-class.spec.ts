import { masked, personalClassOf } from './field-class.js';

describe('a personal value that somebody may not see', () => {
  it.each([
    ['email', 'rosa@muni.example', 'r***@muni.example'],
    ['email', 'not an address', 'n***'],
    ['document', '87654321', '****4321'],
    ['document', '123', '****'],
    ['phone', '+51 987 654 321', '****4321'],
    ['note', 'alergia al maní', '****'],
    ['mention', '550 5.1.1 <rosa@muni.example>: rejected', '550 5.1.1 <r***@muni.example>: rejected'],
    ['mention', '421 try again later', '421 try again later'],
    ['secret', 'tk_abc', '****'],
  ] as const)('of class %s is shown as its mask: %s', (fieldClass, value, shown) => {
    expect(masked(fieldClass, value)).toBe(shown);
  });

  it('is known by its name where the entity is not at hand', () => {
    expect(
      ['email', 'toAddress', 'phone', 'documentNumber', 'note', 'tokenHash', 'state'].map(personalClassOf),
    ).toEqual(['email', 'email', 'phone', 'document', 'note', 'secret', null]);
  });
});
