import { whyClosed } from './signed-link.rules.js';

const now = new Date('2025-06-06T14:00:00Z');
const open = { expiresAt: new Date('2025-06-06T14:00:01Z'), revokedAt: null, replacedById: null };

describe('a signed link', () => {
  it('opens until the instant at which it expires', () => {
    expect(whyClosed(open, now)).toBeNull();
    expect(whyClosed({ ...open, expiresAt: now }, now)?.code).toBe('LINK_EXPIRED');
  });

  it('says that it was revoked, also after its expiry', () => {
    expect(whyClosed({ ...open, revokedAt: now }, now)?.code).toBe('LINK_REVOKED');
    expect(whyClosed({ ...open, revokedAt: now, expiresAt: now }, now)?.code).toBe('LINK_REVOKED');
  });

  it('says that a newer one was sent in its place', () => {
    expect(whyClosed({ ...open, revokedAt: now, replacedById: 'newer' }, now)?.code).toBe('LINK_REPLACED');
  });
});
