import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { ask } from '../app/api.js';
import type { ResultOf } from '../app/graphql.js';
import { changeLanguage } from '../app/language.js';
import { matches } from '../app/matching.js';
import { menuOf, type MenuPlace } from '../app/screen-list.js';
import { useTerms } from '../app/terms.js';
import { chooseTheme } from '../app/theme.js';
import { useLanguage, useWords } from '../app/words.js';
import { useFocusReturn } from '../design/focus-return.js';
import { useSettled } from '../design/settled.js';
import { addressOf } from './found-address.js';
import { searchQuery } from './palette.queries.js';
import { paletteWords } from './palette.words.js';

interface PaletteProps {
  readonly slug: string | undefined;
  readonly eventId: string | undefined;
  readonly close: () => void;
  readonly showKeys: () => void;
}

type Found = ResultOf<typeof searchQuery>['search'][number];
interface Entry {
  readonly label: string;
  readonly act: () => void;
}

const places: readonly MenuPlace[] = ['event', 'directory', 'platform'];
const kinds = ['event', 'session', 'person', 'institution'] as const;

/** Finds whatever one can name, and goes there: by keyboard alone, from anywhere. */
export default function Palette(props: PaletteProps) {
  const t = useWords(paletteWords);
  const term = useTerms();
  const focus = useFocusReturn();
  const [text, setText] = useState('');
  const search = useSettled(text.trim(), 120);
  const { eventId, close } = props;
  const found = useQuery({
    queryKey: ['search', search, eventId],
    queryFn: async ({ signal }) =>
      (await ask(searchQuery, { text: search, eventId: eventId ?? null }, { signal })).search,
    enabled: search.length >= 2,
    placeholderData: (before) => (search.length >= 2 ? before : undefined),
  });
  const { screens, actions, open } = useEntries(props);
  const named = (entries: readonly Entry[]) => entries.filter(({ label }) => matches(label, text));
  const rows = text.trim().length >= 2 ? (found.data ?? []) : [];
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil" />
        <Dialog.Content className="dialog palette" aria-describedby={undefined} {...focus}>
          <Dialog.Title className="hidden-text">{t('title')}</Dialog.Title>
          <Command shouldFilter={false} label={t('title')} loop>
            <Command.Input className="palette-input" value={text} onValueChange={setText} placeholder={t('hint')} />
            <Command.List className="palette-list" label={t('title')}>
              {kinds.map((kind) => (
                <FoundGroup
                  key={kind}
                  heading={term('FoundKind', kind)}
                  rows={rows.filter((row) => row.kind === kind)}
                  open={open}
                />
              ))}
              <EntryGroup heading={t('go')} entries={named(screens)} />
              <EntryGroup heading={t('actions')} entries={named(actions)} />
              <Command.Empty className="palette-none">
                {t(found.isError ? 'failed' : found.isFetching ? 'searching' : 'none', { text })}
              </Command.Empty>
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function useEntries({ slug, close, showKeys }: PaletteProps) {
  const t = useWords(paletteWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const go = (to: string) => {
    close();
    void navigate({ to });
  };
  const screens = places
    .filter((place) => place !== 'event' || slug)
    .flatMap((place) => menuOf(place))
    .map(({ path, title }): Entry => ({ label: title[language], act: () => go(path.replace('$slug', slug ?? '')) }));
  const after = (deed: () => void) => () => {
    close();
    deed();
  };
  const actions: Entry[] = [
    { label: t('otherLanguage'), act: after(() => void changeLanguage(language === 'es' ? 'en' : 'es')) },
    { label: t('light'), act: after(() => chooseTheme('light')) },
    { label: t('dark'), act: after(() => chooseTheme('dark')) },
    { label: t('system'), act: after(() => chooseTheme('system')) },
    { label: t('print'), act: after(() => setTimeout(() => window.print(), 100)) },
    { label: t('keys'), act: after(showKeys) },
    ...(slug ? [{ label: t('publicPage'), act: () => location.assign(`/e/${slug}`) }] : []),
  ];
  return { screens, actions, open: (row: Found) => go(addressOf(row)) };
}

function FoundGroup(props: {
  readonly heading: string;
  readonly rows: readonly Found[];
  readonly open: (row: Found) => void;
}) {
  if (props.rows.length === 0) return null;
  return (
    <Command.Group heading={props.heading}>
      {props.rows.map((row) => (
        <Command.Item key={row.id} value={row.id} className="menu-item" onSelect={() => props.open(row)}>
          <span>{row.title}</span> <small className="soft">{row.detail}</small>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function EntryGroup({ heading, entries }: { readonly heading: string; readonly entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {entries.map(({ label, act }) => (
        <Command.Item key={label} value={label} className="menu-item" onSelect={act}>
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
