export { AgendaModule } from './agenda.module.js';
