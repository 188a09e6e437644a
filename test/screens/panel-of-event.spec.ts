import { inspectScreens } from './panel-inspection.js';

inspectScreens('the panel, within an event', (route) => route.startsWith('/e/'));
