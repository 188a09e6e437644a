export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface Mail {
  /** Stable for the message's whole life: a second copy carries the same one. Without angle brackets. */
  readonly messageId: string;
  readonly from: Address;
  readonly to: Address;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The Date header. */
  readonly date: Date;
  readonly headers?: Readonly<Record<string, string>>;
  /** An iCalendar object and its METHOD, sent as an alternative part. */
  readonly calendar?: { readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; readonly content: string };
}
