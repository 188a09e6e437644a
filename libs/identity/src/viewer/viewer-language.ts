import { languages, type Language } from '#kernel';

/** Where a request may say its language, the strongest wish first. */
export interface LanguageWishes {
  readonly query: unknown;
  readonly cookie: string | undefined;
  readonly acceptLanguage: string | undefined;
}

/** The first language that was wished for and is spoken; Spanish otherwise. */
export function languageOf({ query, cookie, acceptLanguage }: LanguageWishes): Language {
  return known(query) ?? known(cookie) ?? accepted(acceptLanguage) ?? 'es';
}

function known(text: unknown): Language | null {
  return languages.find((language) => language === text) ?? null;
}

/** `en-GB;q=0.8, es;q=0.9` -> `es`. */
function accepted(header = ''): Language | null {
  const wishes = header.split(',').map((part) => {
    const [tag, quality] = part.trim().split(';q=');
    return { language: known(tag.slice(0, 2).toLowerCase()), quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = wishes.filter((wish) => wish.language && wish.quality > 0).sort((a, b) => b.quality - a.quality);
  return best[0]?.language ?? null;
}
