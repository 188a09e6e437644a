import { describe, expect, it } from '@jest/globals';
import { overlaps } from '#kernel';
import fc from 'fast-check';
import { faultOfBlock, refuseOutside, slotsOfBlock, type BlockShape } from './meeting-block.rules.js';

const at = (time: string): Date => new Date(`2025-06-20T${time}:00Z`);

const block = (startsAt: string, endsAt: string, slotMinutes: number, breakMinutes = 0): BlockShape => ({
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  slotMinutes,
  breakMinutes,
});

const times = (shape: BlockShape): string[] =>
  slotsOfBlock(shape).map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(11, 16)}-${endsAt.toISOString().slice(11, 16)}`,
  );

describe('the slots of a meeting block', () => {
  it('follow one another without a gap', () => {
    expect(times(block('14:00', '15:00', 20))).toEqual(['14:00-14:20', '14:20-14:40', '14:40-15:00']);
  });

  it('leave the break between them, and none after the last', () => {
    expect(times(block('14:00', '15:10', 20, 5))).toEqual(['14:00-14:20', '14:25-14:45', '14:50-15:10']);
  });

  it('fit whole into the block', () => {
    expect(times(block('14:00', '14:50', 20))).toEqual(['14:00-14:20', '14:20-14:40']);
  });

  it('never overlap, last as long as said, and one more would not fit', () => {
    const lengths = fc.record({
      minutes: fc.integer({ min: 5, max: 600 }),
      slot: fc.integer({ min: 5, max: 240 }),
      pause: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(lengths, ({ minutes, slot, pause }) => {
        const startsAt = at('14:00');
        const shape = {
          startsAt,
          endsAt: new Date(startsAt.getTime() + minutes * 60_000),
          slotMinutes: slot,
          breakMinutes: pause,
        };
        const slots = slotsOfBlock(shape);
        const clash = slots.some((one, index) => slots.slice(index + 1).some((other) => overlaps(one, other)));
        const lengthsRight = slots.every((one) => one.endsAt.getTime() - one.startsAt.getTime() === slot * 60_000);
        expect({ clash, lengthsRight, count: slots.length }).toEqual({
          clash: false,
          lengthsRight: true,
          count: Math.floor((minutes + pause) / (slot + pause)),
        });
      }),
    );
  });
});

describe('a meeting block is refused', () => {
  const cases: [string, BlockShape, string | null][] = [
    ['when it ends before it starts', block('15:00', '14:00', 20), 'BLOCK_ENDS_BEFORE_START'],
    ['when it ends as it starts', block('15:00', '15:00', 20), 'BLOCK_ENDS_BEFORE_START'],
    ['when its meetings are too short', block('14:00', '15:00', 4), 'BLOCK_SLOT_LENGTH'],
    ['when its meetings are no whole minutes', block('14:00', '15:00', 12.5), 'BLOCK_SLOT_LENGTH'],
    ['when no meeting fits', block('14:00', '14:15', 20), 'BLOCK_WITHOUT_SLOTS'],
    [
      'when it lasts for months',
      { ...block('14:00', '15:00', 5), endsAt: new Date('2025-09-20T14:00:00Z') },
      'BLOCK_TOO_MANY_SLOTS',
    ],
    ['never, when all fits', block('14:00', '15:00', 20, 10), null],
  ];
  it.each(cases)('%s', (_, shape, code) => {
    expect(faultOfBlock(shape)?.code ?? null).toBe(code);
  });
});

describe('a block within the days of its event', () => {
  const event = { zone: 'America/Lima', startsOn: '2025-06-20', endsOn: '2025-06-21' };
  const within = (startsAt: string, endsAt: string) =>
    refuseOutside({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }, event)?.field ?? null;

  it('may last from its first midnight to its last', () => {
    expect(within('2025-06-20T05:00:00Z', '2025-06-22T05:00:00Z')).toBeNull();
  });

  it('may not begin the day before, nor end the day after, in the zone of the event', () => {
    expect(within('2025-06-20T04:59:00Z', '2025-06-20T15:00:00Z')).toBe('startsAt');
    expect(within('2025-06-21T15:00:00Z', '2025-06-22T05:01:00Z')).toBe('endsAt');
  });
});
