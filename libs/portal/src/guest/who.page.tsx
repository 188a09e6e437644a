import type { Guest } from '#guests';
import type { Language } from '#kernel';
import { inLanguage } from '../frame/in-language.js';
import { GuestFrame } from './guest-frame.js';
import { guestWords } from './guest-words.js';

interface WhoPageProps {
  readonly guest: Guest;
  readonly language: Language;
}

/** `/mi/quien`: of the people who share an address or let its reader act for them, which one. */
export function WhoPage({ guest, language }: WhoPageProps) {
  const text = guestWords[language];
  const path = '/mi/quien';
  return (
    <GuestFrame title={text.whoTitle} language={language} path={path}>
      <p>{text.who}</p>
      <form method="post" action={inLanguage(path, language)}>
        {guest.people.map(({ personId, name, assistant }) => (
          <p>
            <button name="persona" value={personId} class={assistant ? 'quiet' : undefined}>
              {assistant ? text.asAssistant(name) : text.asSelf(name)}
            </button>
          </p>
        ))}
      </form>
    </GuestFrame>
  );
}
