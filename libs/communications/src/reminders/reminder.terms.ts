import { declareTerms } from '#kernel';

declareTerms('ReminderState', {
  scheduled: { es: 'Programado', en: 'Scheduled' },
  fired: { es: 'Enviado', en: 'Sent' },
  moved: { es: 'Reemplazado por otro', en: 'Replaced by another' },
  skipped: { es: 'Omitido', en: 'Skipped' },
  cancelled: { es: 'Anulado', en: 'Cancelled' },
});
