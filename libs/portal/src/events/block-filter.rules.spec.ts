import { blockKey, byHour, wantedBlock } from './block-filter.rules.js';

test('a block stands in an address without accents or spaces', () => {
  expect(blockKey('Gestión económica: ñandúes & más')).toBe('gestion-economica-nandues-mas');
});

test('an address asks for a block of the event, or for the whole agenda', () => {
  const blocks = [{ name: 'Innovación' }, { name: 'Gobernanza compartida' }];
  expect(wantedBlock(blocks, 'gobernanza-compartida')).toBe(blocks[1]);
  expect([wantedBlock(blocks, 'otro'), wantedBlock(blocks, undefined)]).toEqual([null, null]);
});

test('sessions are grouped by the hour at which they start, in order', () => {
  const [a, b, c] = [{ from: '09:00' }, { from: '09:00' }, { from: '10:00' }];
  expect(byHour([a, b, c])).toEqual([
    { from: '09:00', sessions: [a, b] },
    { from: '10:00', sessions: [c] },
  ]);
});
