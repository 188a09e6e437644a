import { Link } from '@tanstack/react-router';
import { menuOf, type MenuPlace } from '../app/screen-list.js';
import { useLanguage, useWords } from '../app/words.js';
import { shellWords } from './shell.words.js';

const places: readonly MenuPlace[] = ['event', 'directory', 'platform'];

interface NavigationProps {
  readonly slug: string | undefined;
  readonly isOpen: boolean;
}

/** The domain's nouns, in the order in which an event is prepared. */
export function Navigation({ slug, isOpen }: NavigationProps) {
  const t = useWords(shellWords);
  const language = useLanguage();
  return (
    <nav id="navigation" className="navigation no-print" data-open={isOpen} aria-label={t('navigation')}>
      {places.map((place) => {
        const entries = place === 'event' && !slug ? [] : menuOf(place);
        if (entries.length === 0) return null;
        return (
          <div key={place}>
            <h2 className="navigation-head">{t(place)}</h2>
            <ul>
              {entries.map(({ path, title }) => (
                <li key={path}>
                  <Link to={path} params={{ slug }} activeOptions={{ exact: path === '/' || path === '/e/$slug' }}>
                    {title[language]}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
