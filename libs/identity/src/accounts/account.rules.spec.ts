import { accountFault, tidiedAccount } from './account.rules.js';

const draft = { email: ' Rosa@Organiza.EXAMPLE ', name: '  Rosa   Quispe ', password: 'una frase bien larga' };
const faultOf = (change: Partial<typeof draft>) => {
  const fault = accountFault(tidiedAccount({ ...draft, ...change }));
  return fault && [fault.code, fault.field];
};

describe('a new account', () => {
  it('is tidied: outer space gone, the domain in lower case, no administrator unless said', () => {
    const { email, name, isAdministrator } = tidiedAccount(draft);
    expect({ email, name, isAdministrator }).toEqual({
      email: 'Rosa@organiza.example',
      name: 'Rosa Quispe',
      isAdministrator: false,
    });
  });

  it.each([
    ['is right as it is', {}, null],
    ['needs one e-mail address', { email: 'a@b.example, c@d.example' }, ['EMAIL_INVALID', 'email']],
    ['needs a name', { name: '  ' }, ['ACCOUNT_NAME_WRONG', 'name']],
    ['has a name of one line', { name: 'Rosa\u2028Quispe\u0007' }, ['ACCOUNT_NAME_WRONG', 'name']],
  ])('%s', (_, change, fault) => {
    expect(faultOf(change)).toEqual(fault);
  });
});
