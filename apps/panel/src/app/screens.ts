import { accountScreens } from '../screens/account/account.routes.js';
import { accountListScreens } from '../screens/accounts/accounts.routes.js';
import { agendaScreens } from '../screens/agenda/agenda.routes.js';
import { auditScreens } from '../screens/audit/audit.routes.js';
import { blockScreens } from '../screens/blocks/blocks.routes.js';
import { delegationScreens } from '../screens/delegations/delegations.routes.js';
import { eventScreens } from '../screens/events/events.routes.js';
import { homeScreens } from '../screens/home/home.routes.js';
import { importScreens } from '../screens/import/import.routes.js';
import { institutionScreens } from '../screens/institutions/institutions.routes.js';
import { invitationScreens } from '../screens/invitations/invitations.routes.js';
import { keyScreens } from '../screens/keys/keys.routes.js';
import { meetingScreens } from '../screens/meetings/meetings.routes.js';
import { messageScreens } from '../screens/messages/messages.routes.js';
import { organizationScreens } from '../screens/organizations/organizations.routes.js';
import { organizerScreens } from '../screens/organizers/organizers.routes.js';
import { peopleScreens } from '../screens/people/people.routes.js';
import { privacyScreens } from '../screens/privacy/privacy.routes.js';
import { queueScreens } from '../screens/queue/queue.routes.js';
import { registrationScreens } from '../screens/registrations/registrations.routes.js';
import { reminderScreens } from '../screens/reminders/reminders.routes.js';
import { roomScreens } from '../screens/rooms/rooms.routes.js';
import { seriesScreens } from '../screens/series/series.routes.js';
import { sessionScreens } from '../screens/sessions/sessions.routes.js';
import { staffScreens } from '../screens/staff/staff.routes.js';
import type { PanelScreen } from './screen-list.js';

/** Every screen of the panel: one line per noun. */
export const screens: readonly PanelScreen[] = [
  // In the order of the alphabet; their place in the menu is their own.
  ...accountListScreens,
  ...accountScreens,
  ...agendaScreens,
  ...auditScreens,
  ...blockScreens,
  ...delegationScreens,
  ...eventScreens,
  ...homeScreens,
  ...importScreens,
  ...institutionScreens,
  ...invitationScreens,
  ...keyScreens,
  ...meetingScreens,
  ...messageScreens,
  ...organizationScreens,
  ...organizerScreens,
  ...peopleScreens,
  ...privacyScreens,
  ...queueScreens,
  ...registrationScreens,
  ...reminderScreens,
  ...roomScreens,
  ...seriesScreens,
  ...sessionScreens,
  ...staffScreens,
];
