import { declareRefusals } from '#kernel';

export const seriesRefusals = declareRefusals({
  SERIES_NAME_TAKEN: {
    es: 'Ya existe una serie llamada «{name}». Use esa, o escriba otro nombre.',
    en: 'There is a series called “{name}” already. Use that one, or write another name.',
  },
});
