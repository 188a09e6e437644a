import type { Language, Words } from '#kernel';
import type { ComponentChildren } from 'preact';
import { Page } from './page.js';

interface NoticeProps {
  readonly language: Language;
  readonly title: Words;
  readonly message: Words;
  readonly children?: ComponentChildren;
}

/** A page that only says one thing: not found, expired, not allowed, come back later. */
export function NoticePage({ language, title, message, children }: NoticeProps) {
  return (
    <Page title={title[language]} language={language} isPrivate>
      <div class="wrap narrow">
        <h1>{title[language]}</h1>
        <p>{message[language]}</p>
        {children}
      </div>
    </Page>
  );
}
