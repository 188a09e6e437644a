import type { Language } from '#kernel';
import type { ComponentChildren } from 'preact';
import { Page } from '../frame/page.js';
import { guestWords } from './guest-words.js';

interface GuestFrameProps {
  readonly title: string;
  readonly language: Language;
  /** `/mi/entrar`, without the language. */
  readonly path: string;
  readonly hasFaults?: boolean;
  readonly isDemonstration?: boolean;
  readonly extraStyle?: string;
  readonly children: ComponentChildren;
}

/** The frame of the pages under `/mi`. */
export function GuestFrame(props: GuestFrameProps) {
  const { title, language, path, hasFaults } = props;
  const text = guestWords[language];
  const other = language === 'es' ? 'en' : 'es';
  return (
    <Page
      title={`${hasFaults ? text.errorTitle : ''}${title}`}
      language={language}
      otherLanguageHref={`${path}${path.includes('?') ? '&' : '?'}lang=${other}`}
      isDemonstration={props.isDemonstration}
      extraStyle={props.extraStyle}
      isPrivate
    >
      <div class="wrap narrow">
        {title !== text.over && <p class="over">{text.over}</p>}
        <h1>{title}</h1>
        {props.children}
      </div>
    </Page>
  );
}
