import type { Language } from '#kernel';
import { eventDays } from '#registrations';
import type { ComponentChildren } from 'preact';
import type { FormFault } from '../frame/form.js';
import { Page } from '../frame/page.js';
import { meetingStyle } from './meeting-style.js';
import type { PartyView } from './meeting-views.js';
import { meetingWords } from './meeting-words.js';

interface PartyFrameProps {
  readonly view: PartyView;
  readonly language: Language;
  /** What the page is about, when it is not the party itself. */
  readonly heading?: string;
  /** Query of this page, without the language: `reunion=…`. */
  readonly query?: string;
  readonly faults?: readonly FormFault[];
  readonly children: ComponentChildren;
}

/** The head that all pages of a party share. */
export function PartyFrame({ view, language, heading, query, faults = [], children }: PartyFrameProps) {
  const { party, card } = view;
  const text = meetingWords[language];
  const other = language === 'es' ? 'en' : 'es';
  const title = `${faults.length > 0 ? text.error : ''}${heading ?? text.over} · ${party.name}`;
  return (
    <Page
      title={title}
      language={language}
      otherLanguageHref={`?${query ? `${query}&` : ''}lang=${other}`}
      isDemonstration={card.event.isDemonstration}
      extraStyle={meetingStyle}
      isPrivate
    >
      <div class={heading ? 'wrap narrow' : 'wrap party'}>
        <p class="over">{heading ? party.name : text.over}</p>
        <h1>{heading ?? party.name}</h1>
        <p>
          {card.name}
          <br />
          <span class="soft">
            {eventDays(card.event, language)} · {card.event.city}
          </span>
        </p>
        {children}
      </div>
    </Page>
  );
}

/** A link that stays in the reader's language. */
export function inLanguage(query: string, language: Language): string {
  return language === 'es' ? `?${query}` : `?${query}&lang=${language}`;
}

export function BackLink({ language, path }: { language: Language; path: string }) {
  return (
    <p class="noprint">
      <a class="alone" href={language === 'es' ? path : `${path}?lang=${language}`}>
        ← {meetingWords[language].back}
      </a>
    </p>
  );
}
