import { vouched } from './oidc.rules.js';

it.each([
  ['verified', { email: 'rosa@organiza.example', email_verified: true }, 'rosa@organiza.example'],
  ['not verified', { email: 'rosa@organiza.example', email_verified: false }, null],
  ['said to be verified by a text', { email: 'rosa@organiza.example', email_verified: 'true' }, null],
  ['not said to be verified', { email: 'rosa@organiza.example' }, null],
  ['missing', { email_verified: true }, null],
])('an address that is %s', (_, claims, verifiedEmail) => {
  expect(vouched('https://login.example', { sub: 's', ...claims })).toEqual({
    issuer: 'https://login.example',
    subject: 's',
    verifiedEmail,
  });
});
