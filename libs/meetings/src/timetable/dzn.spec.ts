import { DznFault, readDzn } from './dzn.js';

const lines = [
  'nBusiness = 3;',
  'nMeetings = 2;',
  'nTables = 1;',
  'nTotalSlots = 4;',
  'nMorningSlots = 2;',
  'requested = [|1, 2, 3,',
  '|1, 3, 1, |];',
  'forbidden = [{0},{0, 3},{}];',
  'fixed = [0, 1];',
  'precedences = [{2},{}];',
];

function withLine(number: number, text: string): string {
  return lines.map((line, i) => (i + 1 === number ? text : line)).join('\n');
}

function faultOf(text: string): { line: number; fault: string } {
  try {
    readDzn(text);
  } catch (error) {
    if (error instanceof DznFault) return { line: error.line, fault: error.fault };
    throw error;
  }
  throw new Error('it was read');
}

describe('reading a published instance', () => {
  it('turns numbers from 1 into meetings with their rules', () => {
    const problem = readDzn(lines.join('\n'));
    expect(problem.meetings).toEqual([
      { id: '1', sides: [{ party: '1' }, { party: '2' }], after: ['2'] },
      { id: '2', sides: [{ party: '1' }, { party: '3' }], half: 'morning', fixedSlot: 0 },
    ]);
    expect(problem.parties.map((party) => party.unavailable)).toEqual([[], [2], []]);
    expect(problem.slots.map((slot) => slot.half)).toEqual(['morning', 'morning', 'afternoon', 'afternoon']);
    expect(problem.zones.map((zone) => zone.tables)).toEqual([1]);
  });

  it.each([
    [3, 'nTables = many;', 3, 'nTables must be a whole number, found "many"'],
    [7, '|1, 4, 1, |];', 7, 'requested holds 4, expected 1 to 3'],
    [7, '|];', 6, 'requested holds 3 numbers, expected 3 for each of 2 meetings'],
    [7, '|1, x, 1, |];', 7, 'requested holds "x"'],
    [8, 'forbidden = [{0},{9},{}];', 8, 'forbidden holds 9, the greatest is 4'],
    [9, 'fixed = [0];', 9, 'fixed holds 1 slots, expected 2'],
    [10, 'precedences = {2},{};', 10, 'precedences must stand between [ and ]'],
    [4, 'nTotalSlots = 4', 4, 'nTotalSlots does not end with a semicolon'],
    [4, '', 1, 'nTotalSlots is missing'],
    [2, 'nBusiness = 3;', 2, 'nBusiness is given twice'],
  ])('names the line and the fault when line %i reads "%s"', (number, text, line, fault) => {
    expect(faultOf(withLine(number, text))).toEqual({ line, fault });
  });

  it('refuses a file that is no such data at all', () => {
    expect(faultOf('hello there').fault).toBe('expected "name = value", found "hello there"');
  });
});
