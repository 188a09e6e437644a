/** Hash of each operation of this build, by its name; put in by the build. Empty while the panel is developed. */
declare const trustedDocuments: Readonly<Record<string, string>>;

/** How the operation is named to the server: by its hash, which is all that production takes, or by its text where no build made one. */
export function operation(text: string): { documentId: string } | { query: string } {
  const name = /\b(?:query|mutation)\s+(\w+)/.exec(text)?.[1] ?? '';
  const documentId = trustedDocuments[name];
  return documentId === undefined ? { query: text } : { documentId };
}
