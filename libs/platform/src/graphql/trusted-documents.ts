import { Injectable } from '@nestjs/common';

/** The operations of our own panel, by the SHA-256 of their text. In production nothing else runs without a key. */
@Injectable()
export class TrustedDocuments {
  private readonly texts = new Map<string, string>();

  /** `documents`: text by hash, as the panel's build wrote them. */
  trust(documents: Readonly<Record<string, string>>): void {
    for (const [hash, text] of Object.entries(documents)) this.texts.set(hash, text);
  }

  textOf(hash: string): string | null {
    return this.texts.get(hash) ?? null;
  }
}
