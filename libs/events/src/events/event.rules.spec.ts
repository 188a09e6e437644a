import { daysOf, refuseEvent, shownName, slugOf } from './event.rules.js';

const fit = {
  slug: 'ii-encuentro-2025',
  editionNumber: 2,
  zone: 'America/Lima',
  startsOn: '2025-06-20',
  endsOn: '2025-06-21',
  country: 'PE',
};

describe('an event', () => {
  test('on days in order, in a known zone, is accepted', () => {
    expect(refuseEvent(fit)).toBeNull();
    expect(refuseEvent({ ...fit, endsOn: fit.startsOn })).toBeNull();
  });

  test('that ends before it starts is refused with both days', () => {
    expect(refuseEvent({ ...fit, endsOn: '2025-06-19' })).toMatchObject({
      code: 'EVENT_ENDS_BEFORE_START',
      details: { startsOn: '2025-06-20', endsOn: '2025-06-19' },
      field: 'endsOn',
    });
  });

  test.each([
    ['a day that the calendar lacks', { startsOn: '2025-02-29' }, 'DAY_DOES_NOT_EXIST', 'startsOn'],
    ['a day in another notation', { endsOn: '21/06/2025' }, 'DAY_DOES_NOT_EXIST', 'endsOn'],
    ['a mistyped year', { endsOn: '2052-06-21' }, 'EVENT_TOO_LONG', 'endsOn'],
    ['a zone by its offset name', { zone: 'Hora de Perú' }, 'ZONE_UNKNOWN', 'zone'],
    ['a country in words', { country: 'Perú' }, 'EVENT_COUNTRY_UNKNOWN', 'country'],
    ['no edition', { editionNumber: 0 }, 'EDITION_NUMBER_UNFIT', 'editionNumber'],
    ['half an edition', { editionNumber: 1.5 }, 'EDITION_NUMBER_UNFIT', 'editionNumber'],
    ['a slug with a slash', { slug: '../admin' }, 'SLUG_UNFIT', 'slug'],
    ['a slug with an accent', { slug: 'perú-2025' }, 'SLUG_UNFIT', 'slug'],
  ])('with %s is refused', (_, change, code, field) => {
    expect(refuseEvent({ ...fit, ...change })).toMatchObject({ code, field });
  });

  test('is named with its number in front, as its documents do', () => {
    const event = { name: 'Encuentro Nacional', editionNumber: 2 };
    expect(shownName(event, { editionStyle: 'roman' })).toBe('II Encuentro Nacional');
    expect(shownName({ name: 'Reunión', editionNumber: 31 }, { editionStyle: 'ordinal_feminine' })).toBe(
      '31.ª Reunión',
    );
    expect(shownName(event, { editionStyle: 'unnumbered' })).toBe('Encuentro Nacional');
  });

  test('gets an address of its name and year that is always fit', () => {
    expect(slugOf('31.ª Reunión de Ñuñoa', '2025-09-01')).toBe('31-reunion-de-nunoa-2025');
    const slug = slugOf(`II ${'Mancomunidad '.repeat(30)}`, '2025-09-01');
    expect(refuseEvent({ ...fit, slug })).toBeNull();
  });

  test('has its days in order, across a month', () => {
    expect(daysOf({ startsOn: '2025-06-29', endsOn: '2025-07-01' })).toEqual([
      '2025-06-29',
      '2025-06-30',
      '2025-07-01',
    ]);
  });
});
