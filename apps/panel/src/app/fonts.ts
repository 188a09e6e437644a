const key = 'tinkuy.fonts';

/** The two fonts are half as heavy as everything else, and every text can be read without them. */
export function loadFonts(): void {
  void import('../design/fonts.css').then(() => localStorage.setItem(key, 'kept'));
}

/** Whoever was here before has them in the cache: their first screen has its face at once. */
export function loadKeptFonts(): void {
  if (localStorage.getItem(key) !== null) loadFonts();
}
