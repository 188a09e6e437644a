import { languages } from '#kernel';
import { registerEnumType } from '@nestjs/graphql';

/** The languages as the API names them. */
export const languageEnum = Object.fromEntries(languages.map((language) => [language, language]));
registerEnumType(languageEnum, {
  name: 'Language',
  description: 'Languages of screens and mails: Spanish or English.',
});
