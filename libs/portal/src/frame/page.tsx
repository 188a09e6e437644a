import type { Language } from '#kernel';
import type { ComponentChildren } from 'preact';
import { ActingBanner } from './acting.js';
import { scriptPath } from './assets.js';
import { displayFont, style } from './style.js';

export interface PageProps {
  readonly title: string;
  readonly language: Language;
  /** Path and query of this page in the other language; absent where the page has only one. */
  readonly otherLanguageHref?: string;
  /** Whether what is shown is demonstration data, which every page then says. */
  readonly isDemonstration?: boolean;
  /** Headings in Andada Pro; pages with forms leave it off. */
  readonly displayFont?: boolean;
  /** Rules that only this page needs. */
  readonly extraStyle?: string;
  /** Personal pages stay out of search engines. */
  readonly isPrivate?: boolean;
  /** Shown above the woven edge, full width. */
  readonly header?: ComponentChildren;
  readonly children: ComponentChildren;
}

const words = {
  es: {
    skip: 'Ir al contenido',
    other: 'English',
    demo: 'Datos de demostración: las personas, las mancomunidades y los títulos son ficticios.',
    foot: 'Tinkuy: cumbres y encuentros de instituciones públicas.',
    own: 'Mi Tinkuy y mis datos',
  },
  en: {
    skip: 'Skip to content',
    other: 'Español',
    demo: 'Demonstration data: the people, the associations of municipalities and the titles are fictitious.',
    foot: 'Tinkuy: summits and encounters of public institutions.',
    own: 'My Tinkuy and my data',
  },
} as const;

/** The frame of every public page: works without a script, one request for all it needs. */
export function Page(props: PageProps) {
  const text = words[props.language];
  const otherLanguage = props.language === 'es' ? 'en' : 'es';
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{props.title}</title>
        <meta name="theme-color" content="#faf7f0" />
        {props.isPrivate && <meta name="robots" content="noindex" />}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {/* Nothing of it comes from data. */}
        <style
          dangerouslySetInnerHTML={{
            __html: style + (props.displayFont ? displayFont : '') + (props.extraStyle ?? ''),
          }}
        />
        <script src={scriptPath} defer />
      </head>
      <body>
        <a class="skip" href="#content">
          {text.skip}
        </a>
        <header>
          {props.isDemonstration && (
            <div class="demo">
              <div class="wrap">{text.demo}</div>
            </div>
          )}
          <ActingBanner language={props.language} />
          <div class="wrap top">
            <a class="brand" href={props.language === 'es' ? '/' : '/?lang=en'}>
              Tinkuy
            </a>
            {props.otherLanguageHref && (
              <a href={props.otherLanguageHref} lang={otherLanguage} hreflang={otherLanguage}>
                {text.other}
              </a>
            )}
          </div>
          {props.header && <div class="wrap">{props.header}</div>}
          <div class="weave" aria-hidden="true" />
        </header>
        <main id="content">{props.children}</main>
        <footer class="foot">
          <div class="wrap">
            {text.foot}{' '}
            <a class="alone" href={props.language === 'es' ? '/mi' : '/mi?lang=en'}>
              {text.own}
            </a>
          </div>
        </footer>
      </body>
    </html>
  );
}
