import { declareJob } from '#platform';
import { MessageQueued } from '../messages/message.events.js';

/** Talks to the mail server, so its marks are the message's own states and not the job's. */
export const deliverMessage = declareJob('deliver-message', MessageQueued, { transactional: false });
