import { useAsk } from '../../app/ask-hooks.js';
import { changeLanguage } from '../../app/language.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Fault, Notice, Screen, SelectField, Skeleton } from '../../design/index.js';
import { Section } from './account-card.js';
import { accountQuery } from './account.queries.js';
import { accountWords } from './account.words.js';
import { AuthenticatorSection } from './authenticator.section.js';
import { PasskeySection } from './passkey.section.js';
import { PasswordSection } from './password.form.js';
import { RecoverySection } from './recovery.section.js';
import { SessionSection } from './session.section.js';
import './account.css';

export default function AccountScreen() {
  const t = useWords(accountWords);
  const query = useAsk('account', accountQuery, {});
  if (query.error) return <Fault error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={8} />;
  const account = query.data.myAccount;
  const isProtected = account.hasAuthenticator || account.passkeys.length > 0;
  return (
    <Screen title={t('title')} lead={t('lead', { name: account.name, email: account.email })}>
      {!isProtected && <Notice tone="waiting">{t('unprotected')}</Notice>}
      <div className="account">
        <PasskeySection passkeys={account.passkeys} />
        <AuthenticatorSection isOn={account.hasAuthenticator} email={account.email} />
        {isProtected && <RecoverySection left={account.recoveryCodesLeft} email={account.email} />}
        <SessionSection sessions={account.sessions} />
        {account.hasPassword && <PasswordSection />}
        <LanguageSection />
      </div>
    </Screen>
  );
}

function LanguageSection() {
  const t = useWords(accountWords);
  const language = useLanguage();
  const options = [
    { value: 'es', label: 'Español' },
    { value: 'en', label: 'English' },
  ];
  return (
    <Section title={t('language')} text={t('languageText')}>
      <SelectField
        name="language"
        label={t('language')}
        value={language}
        error={undefined}
        onChange={(value) => void changeLanguage(value === 'en' ? 'en' : 'es')}
        options={options}
        width="short"
      />
    </Section>
  );
}
