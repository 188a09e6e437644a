import { difference } from './difference.js';

describe('what an audit entry keeps', () => {
  it('is, of a change, the columns that differ', () => {
    const before = { name: 'Sala A', capacity: 40, opensAt: new Date('2025-06-20T14:00:00Z') };
    expect(difference(before, { ...before, capacity: 60 })).toEqual({
      before: { capacity: 40 },
      after: { capacity: 60 },
    });
  });

  it('is, of a new or removed row, every column that is filled', () => {
    const row = { name: 'Sala A', note: '', room: null, opensAt: new Date('2025-06-20T14:00:00Z') };
    const kept = { name: 'Sala A', opensAt: '2025-06-20T14:00:00.000Z' };
    expect([difference(null, row), difference(row, null)]).toEqual([{ after: kept }, { before: kept }]);
  });

  it('shows what was empty before as null', () => {
    expect(difference({}, { phone: '+51 900 000 000' })).toEqual({
      before: { phone: null },
      after: { phone: '+51 900 000 000' },
    });
  });

  it('is nothing of a row that stayed as it was', () => {
    expect(difference({ at: new Date(5) }, { at: new Date(5) })).toEqual({ before: {}, after: {} });
  });
});
