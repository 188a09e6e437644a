import { useDeed } from '../../app/ask-hooks.js';
import { instantText } from '../../app/dates.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Badge, Button, toast } from '../../design/index.js';
import { Section } from './account-card.js';
import { endOtherSessionsMutation, endSessionMutation } from './account.queries.js';
import { accountWords } from './account.words.js';

interface SessionRow {
  readonly id: string;
  readonly device: string | null;
  readonly address: string | null;
  readonly startedAt: string;
  readonly lastSeenAt: string;
  readonly isCurrent: boolean;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function SessionSection({ sessions }: { readonly sessions: readonly SessionRow[] }) {
  const t = useWords(accountWords);
  const language = useLanguage();
  const end = useDeed(endSessionMutation, 'account');
  const endOthers = useDeed(endOtherSessionsMutation, 'account');
  const date = (instant: string) => instantText(instant, zone, language);
  return (
    <Section title={t('sessions')} text={t('sessionsText')}>
      <ul className="account-rows">
        {sessions.map(({ id, device, address, startedAt, lastSeenAt, isCurrent }) => (
          <li key={id}>
            <span className="grow">
              <strong>{device ?? t('unknownDevice')}</strong> {isCurrent && <Badge tone="info">{t('thisOne')}</Badge>}
              <small>{t('session', { address: address ?? '?', from: date(startedAt), seen: date(lastSeenAt) })}</small>
            </span>
            {!isCurrent && (
              <Button
                size="small"
                aria-label={t('endLabel', { device: device ?? t('unknownDevice') })}
                onClick={() => void end.mutateAsync({ id }).then(() => toast(t('ended')))}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button onClick={() => void endOthers.mutateAsync({}).then(() => toast(t('othersEnded')))}>
          {t('endOthers')}
        </Button>
      )}
    </Section>
  );
}
