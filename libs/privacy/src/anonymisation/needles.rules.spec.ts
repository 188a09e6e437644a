import { needlesOf, patternOf, type Identity } from './needles.rules.js';

const rosa: Identity = {
  givenNames: 'Rosa',
  familyNames: "Quispe O'Higgins",
  email: 'rosa@muni.example',
  phone: '+51 984 000 111',
  documentNumber: '17801146-0',
};
const nothingShared = { name: false, email: false, phone: false };

describe('what tells who somebody is', () => {
  it('is the whole name in its orders, the address, the phone and the document, with and without signs', () => {
    expect(needlesOf(rosa, nothingShared)).toEqual([
      "Rosa Quispe O'Higgins",
      "Quispe O'Higgins Rosa",
      "Quispe O'Higgins, Rosa",
      'rosa@muni.example',
      '+51 984 000 111',
      '51984000111',
      '17801146-0',
      '17801146',
    ]);
  });

  it('is also the name without its accents', () => {
    const needles = needlesOf({ ...rosa, givenNames: 'Íñigo' }, { ...nothingShared, email: true, phone: true });
    expect([needles[0], needles.includes("Inigo Quispe O'Higgins")]).toEqual(["Íñigo Quispe O'Higgins", true]);
  });

  it('is not what somebody else has as well', () => {
    expect(needlesOf(rosa, { name: true, email: true, phone: true })).toEqual(['17801146-0', '17801146']);
  });

  it.each([
    ["Estimada Rosa  Quispe\nO'Higgins:", 'Estimada x:'],
    ['<b>Rosa Quispe O&#39;Higgins</b>', '<b>x</b>'],
    ['tel. +51 984 000 111.', 'tel. x.'],
    ['Rosa Quispe', 'Rosa Quispe'],
  ])('is found in %j', (text, without) => {
    const pattern = new RegExp(patternOf(needlesOf(rosa, nothingShared)), 'gi');
    expect(text.replace(pattern, 'x')).toBe(without);
  });
});
