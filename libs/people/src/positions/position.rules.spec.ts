import { isHeldOn, positionFault, tidiedPosition, type PositionDraft } from './position.rules.js';

const draft: PositionDraft = { personId: 'p', institutionId: 'i', title: ' Alcaldesa ', startsOn: '2023-01-01' };
const judged = (change: Partial<PositionDraft>) => {
  const fault = positionFault(tidiedPosition({ ...draft, ...change }));
  return fault && [fault.code, fault.field];
};

describe('a position', () => {
  it.each([
    ['may last', {}, null],
    ['may last one day', { endsOn: '2023-01-01' }, null],
    ['does not end before it starts', { endsOn: '2022-12-31' }, ['POSITION_ENDS_BEFORE_START', 'endsOn']],
    ['needs a title', { title: ' ' }, ['POSITION_TITLE_WRONG', 'title']],
    ['starts on a day that the calendar has', { startsOn: '2023-02-29' }, ['POSITION_DAY_WRONG', 'startsOn']],
    ['starts on a day written as such', { startsOn: '01/01/2023' }, ['POSITION_DAY_WRONG', 'startsOn']],
    ['ends on a day written as such', { endsOn: 'mañana' }, ['POSITION_DAY_WRONG', 'endsOn']],
  ])('%s', (_, change, fault) => {
    expect(judged(change)).toEqual(fault);
  });

  it.each([
    ['2022-12-31', false],
    ['2023-01-01', true],
    ['2026-12-31', true],
    ['2027-01-01', false],
  ])('from 2023 to 2026 is held on %s: %s', (day, isHeld) => {
    expect(isHeldOn({ startsOn: '2023-01-01', endsOn: '2026-12-31' }, day)).toBe(isHeld);
  });

  it('that lasts is held on any later day', () => {
    expect(isHeldOn({ startsOn: '2023-01-01', endsOn: null }, '2099-01-01')).toBe(true);
  });
});
