import { isId } from '#kernel';
import { declareExport, Exporter, NotFound, requireMay, type ExportQuery, type Viewer } from '#platform';
import { Injectable } from '@nestjs/common';
import type { Message } from './message.entity.js';
import { MessageRepository } from './message.repository.js';
import { messageStateTerms } from './message.terms.js';

const messageStates = Object.keys(messageStateTerms) as (keyof typeof messageStateTerms)[];

/** What became of each mail. What the mails say stays here: they hold links. */
const messageExport = declareExport<Message>({
  kind: 'messages',
  title: { es: 'Mensajes', en: 'Messages' },
  isPersonal: true,
  columns: [
    { label: { es: 'En cola desde (UTC)', en: 'Queued at (UTC)' }, text: ({ queuedAt }) => queuedAt.toISOString() },
    { label: { es: 'Para', en: 'To' }, text: ({ toName }) => toName },
    { label: { es: 'Correo', en: 'E-mail' }, text: ({ toAddress }) => toAddress },
    { label: { es: 'Asunto', en: 'Subject' }, text: ({ subject }) => subject },
    { label: { es: 'Estado', en: 'State' }, text: ({ state }, { language }) => messageStateTerms[state][language] },
    { label: { es: 'Intentos', en: 'Attempts' }, text: ({ attempts }) => String(attempts) },
    { label: { es: 'Enviado (UTC)', en: 'Sent at (UTC)' }, text: ({ sentAt }) => sentAt?.toISOString() ?? '' },
    {
      label: { es: 'Lo último que respondió el servidor', en: 'Last answer of the server' },
      text: ({ lastResponse }) => lastResponse ?? '',
    },
  ],
});

/** The mails of one event, with the filters of the list. */
@Injectable()
export class MessageExporter extends Exporter<Message> {
  readonly kind = messageExport;

  constructor(private readonly messages: MessageRepository) {
    super();
  }

  requireMayExport(viewer: Viewer, { eventId = '' }: ExportQuery): void {
    if (!isId(eventId)) throw new NotFound('event');
    requireMay(viewer, 'personal.export', eventId);
  }

  async *rows(_: Viewer, query: ExportQuery): AsyncIterable<readonly Message[]> {
    const { eventId = '', search, mail } = query;
    const wanted = query['state']?.split(',') ?? [];
    const states = messageStates.filter((state) => wanted.includes(state));
    let after: string | undefined;
    do {
      const page = await this.messages.ofEvent(eventId, { states, mail, search }, { first: 200, after });
      yield page.rows;
      after = page.hasNext ? page.cursor(page.rows[page.rows.length - 1]) : undefined;
    } while (after);
  }
}
