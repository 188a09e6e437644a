import { Lifecycle } from './lifecycle.js';

const door = new Lifecycle<'open' | 'shut' | 'walled up'>({
  open: ['shut'],
  shut: ['open', 'walled up'],
  'walled up': [],
});

describe('a lifecycle', () => {
  it('allows the moves of its table and no other', () => {
    expect(door.allows('open', 'shut')).toBe(true);
    expect(door.allows('open', 'walled up')).toBe(false);
    expect(door.allows('open', 'open')).toBe(false);
  });

  it('knows where it ends and how one gets there', () => {
    expect(door.states.filter((state) => door.isFinal(state))).toEqual(['walled up']);
    expect(door.before('walled up')).toEqual(['shut']);
  });
});
