import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { changeLanguage } from '../app/language.js';
import type { Me } from '../app/session.js';
import { chooseTheme, keptTheme, type Theme } from '../app/theme.js';
import { useLanguage, useWords } from '../app/words.js';
import { IconButton } from '../design/button.js';
import { Menu } from '../design/menu.js';
import { shellWords } from './shell.words.js';

const next: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** Signing out is a form, as on the server's pages: it must work when a script of ours does not. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/salir';
  document.body.append(form);
  form.submit();
}

interface AccountMenuProps {
  readonly me: Me;
  readonly showKeys: () => void;
}

export function AccountMenu({ me, showKeys }: AccountMenuProps) {
  const t = useWords(shellWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const [theme, setTheme] = useState(keptTheme);
  const turnTheme = () => {
    chooseTheme(next[theme]);
    setTheme(next[theme]);
  };
  return (
    <Menu
      trigger={<IconButton icon="person" label={t('account', { name: me.name })} />}
      head={me.name}
      actions={[
        { label: t('myAccount'), icon: 'person', onSelect: () => void navigate({ to: '/account' }) },
        { label: t('language'), icon: 'globe', onSelect: () => void changeLanguage(language === 'es' ? 'en' : 'es') },
        { label: t(themeWords[theme]), icon: theme === 'dark' ? 'moon' : 'sun', onSelect: turnTheme },
        { label: t('keys'), onSelect: showKeys },
        null,
        { label: t('signOut'), onSelect: signOut },
      ]}
    />
  );
}
