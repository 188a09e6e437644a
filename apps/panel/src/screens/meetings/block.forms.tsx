import { useAsk, useDeed } from '../../app/ask-hooks.js';
import { dayText } from '../../app/dates.js';
import type { ResultOf } from '../../app/graphql.js';
import { useEvent } from '../../app/session.js';
import { useLanguage, useWords } from '../../app/words.js';
import { Form, SelectField, TextField, toast, useForm } from '../../design/index.js';
import { addTablesMutation, openBlockMutation, roomChoicesQuery, type blocksQuery } from './blocks.queries.js';
import { blockWords } from './blocks.words.js';

export type BlockRow = ResultOf<typeof blocksQuery>['meetingBlocks'][number];

const isTime = (typed: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed);
const isWhole = (typed: string): boolean => /^\d{1,3}$/.test(typed);

function useOpenBlock(close: () => void) {
  const t = useWords(blockWords);
  const event = useEvent();
  const open = useDeed(openBlockMutation, 'meetings');
  const times = { startsAt: '14:30', endsAt: '17:30', slotMinutes: '20', breakMinutes: '0', tables: '4' };
  return useForm({
    initial: { name: '', day: event.startsOn, ...times, roomId: '' },
    check: (typed) => ({
      name: typed.name.trim() ? undefined : t('nameMissing'),
      startsAt: isTime(typed.startsAt) ? undefined : t('timeMissing'),
      endsAt: isTime(typed.endsAt) ? undefined : t('timeMissing'),
      slotMinutes: isWhole(typed.slotMinutes) ? undefined : t('numberWrong'),
      breakMinutes: isWhole(typed.breakMinutes) ? undefined : t('numberWrong'),
      tables: isWhole(typed.tables) ? undefined : t('numberWrong'),
    }),
    send: async ({ name, day, startsAt, endsAt, slotMinutes, breakMinutes, tables, roomId }) => {
      const hours = { startsAt: `${day}T${startsAt}`, endsAt: `${day}T${endsAt}` };
      const numbers = {
        slotMinutes: Number(slotMinutes),
        breakMinutes: Number(breakMinutes),
        tables: Number(tables),
      };
      const input = { eventId: event.id, name, ...hours, ...numbers, roomId: roomId || null };
      return (await open.mutateAsync({ input })).openMeetingBlock;
    },
    done: ({ name }) => {
      toast(t('opened', { name }));
      close();
    },
  });
}

export function OpenBlockForm({ close }: { readonly close: () => void }) {
  const t = useWords(blockWords);
  const language = useLanguage();
  const event = useEvent();
  const form = useOpenBlock(close);
  const venues = useAsk('rooms', roomChoicesQuery, { eventId: event.id }).data?.event?.venues ?? [];
  const rooms = venues.flatMap((venue) => venue.rooms.map(({ id, name }) => ({ value: id, label: name })));
  const days = event.days.map((day) => ({ value: day, label: dayText(day, language) }));
  return (
    <Form form={form} submit={t('add')} onCancel={close}>
      <TextField {...form.field('name')} label={t('name')} hint={t('nameHint')} maxLength={100} />
      <SelectField {...form.field('day')} label={t('day')} options={days} />
      <div className="row">
        <TextField {...form.field('startsAt')} label={t('from')} type="time" width="short" />
        <TextField {...form.field('endsAt')} label={t('to')} type="time" width="short" />
      </div>
      <TextField
        {...form.field('slotMinutes')}
        label={t('slot')}
        hint={t('slotHint')}
        inputMode="numeric"
        width="short"
      />
      <TextField
        {...form.field('breakMinutes')}
        label={t('pause')}
        hint={t('pauseHint')}
        inputMode="numeric"
        width="short"
      />
      <TextField
        {...form.field('tables')}
        label={t('tables')}
        hint={t('tablesHint')}
        inputMode="numeric"
        width="short"
      />
      <SelectField {...form.field('roomId')} label={t('room')} options={rooms} isOptional none={t('noRoom')} />
    </Form>
  );
}

export function AddTablesForm({ row, close }: { readonly row: BlockRow; readonly close: () => void }) {
  const t = useWords(blockWords);
  const add = useDeed(addTablesMutation, 'meetings');
  const form = useForm({
    initial: { count: '1' },
    check: ({ count }) => ({ count: isWhole(count) ? undefined : t('numberWrong') }),
    send: async ({ count }) => (await add.mutateAsync({ blockId: row.id, count: Number(count) })).addMeetingTables,
    done: ({ name, tables }) => {
      toast(t('tablesAdded', { name, count: tables.length }));
      close();
    },
  });
  return (
    <Form form={form} submit={t('addTables')} onCancel={close}>
      <TextField {...form.field('count')} label={t('howMany')} inputMode="numeric" width="short" />
    </Form>
  );
}
