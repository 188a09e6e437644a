import i18next from 'i18next';

export type Language = 'es' | 'en';

/** The same word that the server's pages keep, so that its refusals come in the language of the screen. */
function keep(language: Language): void {
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`;
}

function kept(): string | undefined {
  return /(?:^|; )lang=(\w+)/.exec(document.cookie)?.[1];
}

function firstLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  return (asked ?? kept() ?? navigator.language).startsWith('en') ? 'en' : 'es';
}

export async function startLanguage(): Promise<void> {
  const language = firstLanguage();
  keep(language);
  document.documentElement.lang = language;
  await i18next.init({
    lng: language,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    returnNull: false,
  });
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'es';
}

export async function changeLanguage(language: Language): Promise<void> {
  keep(language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
