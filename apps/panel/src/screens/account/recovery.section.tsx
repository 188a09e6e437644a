import { useState } from 'react';
import { useDeed } from '../../app/ask-hooks.js';
import { useWords } from '../../app/words.js';
import { Button, Confirm } from '../../design/index.js';
import { Section } from './account-card.js';
import { renewRecoveryCodesMutation } from './account.queries.js';
import { accountWords } from './account.words.js';
import { RecoveryCodes } from './recovery-codes.js';

interface RecoveryProps {
  readonly left: number;
  readonly email: string;
}

export function RecoverySection({ left, email }: RecoveryProps) {
  const t = useWords(accountWords);
  const renew = useDeed(renewRecoveryCodesMutation, 'account');
  const [isAsking, setAsking] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const make = async () => setCodes((await renew.mutateAsync({})).renewRecoveryCodes.codes);
  return (
    <Section title={t('codes')} text={t('codesText')}>
      <p>{t('codesLeft', { count: left })}</p>
      <Button look={left === 0 ? 'main' : 'plain'} onClick={() => (left === 0 ? void make() : setAsking(true))}>
        {t('codesRenew')}
      </Button>
      <Confirm
        title={t('codesRenewTitle')}
        text={<p>{t('codesRenewText')}</p>}
        confirm={t('codesRenew')}
        look="main"
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={make}
      />
      <RecoveryCodes codes={codes} email={email} close={() => setCodes(null)} />
    </Section>
  );
}
