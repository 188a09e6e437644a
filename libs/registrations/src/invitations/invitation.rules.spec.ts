import { invitationEnd, invitationLifecycle, isAnswerable, notAnswerable } from './invitation.rules.js';

describe('an invitation', () => {
  const now = new Date('2025-06-06T14:00:00Z');
  const later = new Date('2025-06-20T05:00:00Z');
  const answerOf = (state: (typeof invitationLifecycle.states)[number], end: Date) =>
    notAnswerable(state, end, now)?.code ?? 'open';

  it('can be answered while it is on its way, until its end', () => {
    expect(invitationLifecycle.states.filter((state) => isAnswerable(state, later, now))).toEqual([
      'draft',
      'queued',
      'sent',
      'bounced',
    ]);
    expect(answerOf('sent', now)).toBe('INVITATION_EXPIRED');
  });

  it('says why it cannot be answered', () => {
    expect(answerOf('accepted', later)).toBe('INVITATION_ANSWERED');
    expect(answerOf('declined', later)).toBe('INVITATION_ANSWERED');
    expect(answerOf('delegated', later)).toBe('INVITATION_ANSWERED');
    expect(answerOf('accepted_other_way', later)).toBe('INVITATION_ANSWERED');
    expect(answerOf('revoked', later)).toBe('INVITATION_REVOKED');
  });

  it('ends when the event starts or, shortly before that, when the event ends', () => {
    const end = new Date('2025-06-22T05:00:00Z');
    expect(invitationEnd(now, later, end)).toEqual(later);
    expect(invitationEnd(new Date('2025-06-19T20:00:00Z'), later, end)).toEqual(end);
    expect(invitationEnd(end, later, end)).toBeNull();
  });
});
