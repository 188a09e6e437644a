import { consentPurposes, currentText, textOfVersion } from './consent.texts.rules.js';

it.each(consentPurposes)('%s: the last version is asked for, and every version can be read again', (purpose) => {
  const { version, words } = currentText(purpose);
  expect(textOfVersion(purpose, version)).toEqual(words);
  expect(() => textOfVersion(purpose, version + 1)).toThrow('No version');
});
