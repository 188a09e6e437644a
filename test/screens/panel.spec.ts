import { inspectScreens } from './panel-inspection.js';

inspectScreens('the panel', (route) => !route.startsWith('/e/'));
