import type { Language } from '#kernel';
import type { ComponentChildren } from 'preact';
import { ErrorSummary, type FormFault, type Typed } from '../frame/form.js';
import { Page } from '../frame/page.js';

export interface StepProps {
  readonly language: Language;
  readonly typed?: Typed;
  readonly faults?: readonly FormFault[];
}

interface FrameProps extends StepProps {
  readonly title: string;
  /** Path of the step, to which its form is sent. */
  readonly path: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

/** A narrow sheet of paper for one step: what it is for, what went wrong, and the form. */
const style = `
.sheet{max-width:30rem;margin:1.5rem auto;background:var(--card);border:1px solid var(--line);border-top:4px solid var(--cochineal);padding:1.25rem 1.25rem 1.5rem}
.sheet h1{font-size:1.6rem}.sheet .wide{width:100%;margin-right:0;text-align:center}.sheet button{width:100%;margin-right:0;text-align:center}
#passkey form+p:empty{display:none}#passkey{border-bottom:1px solid var(--line);padding-bottom:1.25rem;margin-bottom:.5rem}
.qr{display:block;width:100%;max-width:15rem;margin:1rem auto;background:#fff;border:1px solid var(--line)}.qr svg{display:block;width:100%;height:auto}
.key{font-family:ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;background:var(--paper);padding:.5rem .6rem;display:block}
.codes{columns:2;list-style:none;padding:.75rem 1rem;margin:1rem 0;background:var(--paper);border:1px solid var(--line);font:1.05rem/1.9 ui-monospace,Menlo,Consolas,monospace}
#code{font-size:1.35rem;letter-spacing:.15em}
`.replace(/\n/g, '');

export function inLanguage(path: string, language: Language): string {
  return `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
}

/** The address of a step, with where to go in the end. */
export function leadingTo(path: string, to: string): string {
  return to === '/panel' ? path : `${path}?${new URLSearchParams({ to }).toString()}`;
}

export function SignInFrame({ title, path, lead, language, faults = [], children }: FrameProps) {
  const other = language === 'es' ? 'en' : 'es';
  return (
    <Page
      title={title}
      language={language}
      otherLanguageHref={inLanguage(path, other)}
      extraStyle={style}
      displayFont
      isPrivate
    >
      <div class="wrap">
        <div class="sheet">
          <h1>{title}</h1>
          <p class="soft">{lead}</p>
          <ErrorSummary faults={faults} language={language} />
          {children}
        </div>
      </div>
    </Page>
  );
}
