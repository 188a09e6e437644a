declare global {
  /** Where the libraries of the kit look for the nonce of the style sheets that they make. */
  var __webpack_nonce__: string | undefined;
}

/** Lets an open dialog hold the page still: its small style sheet carries the nonce that the server gave this page, and no other may. */
export function passNonceToDialogs(): void {
  globalThis.__webpack_nonce__ = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.nonce || undefined;
}
