import type { Language } from '#kernel';
import { Page } from '../frame/page.js';

interface PanelProps {
  readonly language: Language;
  /** Who is signed in; null for nobody. */
  readonly name: string | null;
  readonly hasExplorer: boolean;
}

const words = {
  es: {
    title: 'Panel de organizadores',
    soon: 'El panel todavía no tiene pantallas. Todo lo que hará ya se puede hacer por la API GraphQL con su sesión.',
    signedInAs: (name: string) => `Sesión iniciada: ${name}.`,
    signIn: 'Iniciar sesión',
    signOut: 'Cerrar sesión',
    explorer: 'Abrir el explorador de la API',
    events: 'Ver los eventos públicos',
  },
  en: {
    title: "Organisers' panel",
    soon: 'The panel has no screens yet. All that it will do can already be done through the GraphQL API with your session.',
    signedInAs: (name: string) => `Signed in: ${name}.`,
    signIn: 'Sign in',
    signOut: 'Sign out',
    explorer: 'Open the API explorer',
    events: 'See the public events',
  },
} as const;

export function PanelPage({ language, name, hasExplorer }: PanelProps) {
  const text = words[language];
  const query = language === 'es' ? '' : '?lang=en';
  return (
    <Page
      title={text.title}
      language={language}
      otherLanguageHref={language === 'es' ? '/panel?lang=en' : '/panel?lang=es'}
      isPrivate
    >
      <div class="wrap narrow">
        <h1>{text.title}</h1>
        <p>{text.soon}</p>
        {name && <p class="done">{text.signedInAs(name)}</p>}
        <p>
          {!name && (
            <a class="button" href={`/entrar${query}`}>
              {text.signIn}
            </a>
          )}
          {hasExplorer && (
            <a class="button" href="/graphiql">
              {text.explorer}
            </a>
          )}
        </p>
        {name && (
          <form method="post" action={`/salir${query}`}>
            <button class="quiet">{text.signOut}</button>
          </form>
        )}
        <p>
          <a class="alone" href={`/${query}`}>
            {text.events}
          </a>
        </p>
      </div>
    </Page>
  );
}
