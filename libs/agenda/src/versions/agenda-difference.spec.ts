import type { AgendaContent, AgendaSession } from './agenda-content.js';
import { agendaDifference } from './agenda-difference.js';

const session = (id: string, change: Partial<AgendaSession> = {}): AgendaSession => ({
  id,
  kind: 'talk',
  title: 'Agua segura',
  summary: '',
  startsAt: '2025-06-20T14:00:00Z',
  endsAt: '2025-06-20T15:00:00Z',
  from: '09:00',
  to: '10:00',
  room: 'Sala Qosqo',
  block: null,
  speakers: [],
  ...change,
});

const agenda = (...sessions: AgendaSession[]): AgendaContent => ({
  event: {
    id: 'e',
    slug: 'ii-encuentro-2025',
    name: 'II Encuentro',
    city: 'Cusco',
    country: 'PE',
    zone: 'America/Lima',
    startsOn: '2025-06-20',
    endsOn: '2025-06-21',
    isDemonstration: true,
    organizers: [{ name: 'Instituto', shortName: null, role: 'organiser' }],
    venues: [],
  },
  blocks: [],
  days: [
    { date: '2025-06-20', sessions },
    { date: '2025-06-21', sessions: [] },
  ],
});

describe('what the next publication changes', () => {
  it('is nothing when the agenda stands as it was published', () => {
    expect(agendaDifference(agenda(session('a')), agenda(session('a')))).toEqual({ changes: [], sessions: [] });
  });

  it('is every session when nothing was published', () => {
    const { changes, sessions } = agendaDifference(null, agenda(session('a')));
    expect(changes).toEqual([]);
    expect(sessions).toEqual([
      {
        sessionId: 'a',
        fate: 'added',
        title: 'Agua segura',
        day: '2025-06-20',
        from: '09:00',
        to: '10:00',
        changes: [],
      },
    ]);
  });

  it('names what reads differently in a session, before and after', () => {
    const speaker = { name: 'Rosa Quispe', role: 'ponente', position: 'Alcaldesa', institution: null } as const;
    const moved = session('a', { from: '11:00', to: '12:00', room: null, speakers: [speaker] });
    const [difference] = agendaDifference(agenda(session('a')), agenda(moved)).sessions;
    expect(difference).toMatchObject({ fate: 'changed', from: '11:00' });
    expect(difference.changes).toEqual([
      { aspect: 'time', before: ['2025-06-20 09:00–10:00'], after: ['2025-06-20 11:00–12:00'] },
      { aspect: 'room', before: ['Sala Qosqo'], after: [] },
      { aspect: 'speakers', before: [], after: ['Rosa Quispe · ponente · Alcaldesa'] },
    ]);
  });

  it('stands by hour, with those that are gone among the others', () => {
    const before = agenda(session('gone', { from: '10:00', title: 'Cae' }), session('stays', { from: '12:00' }));
    const after = agenda(session('stays', { from: '12:00', title: 'Riego' }), session('new', { from: '09:00' }));
    expect(agendaDifference(before, after).sessions.map(({ fate, from }) => [from, fate])).toEqual([
      ['09:00', 'added'],
      ['10:00', 'removed'],
      ['12:00', 'changed'],
    ]);
  });

  it('names what changes in the event itself', () => {
    const before = agenda(session('a'));
    const after = { ...before, event: { ...before.event, city: 'Puno', endsOn: '2025-06-20' } };
    expect(agendaDifference(before, after).changes).toEqual([
      { aspect: 'place', before: ['Cusco · PE'], after: ['Puno · PE'] },
      { aspect: 'days', before: ['2025-06-20 – 2025-06-21 · America/Lima'], after: ['2025-06-20 · America/Lima'] },
    ]);
  });
});
