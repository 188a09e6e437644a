/** A stream that one reader at a time may follow: only the newest item waits for a slow reader. */
export class Stream<T> implements AsyncIterable<T> {
  private newest?: { readonly item: T };
  private ended = false;
  private wake: () => void = () => undefined;

  push(item: T): void {
    this.newest = { item };
    this.wake();
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  async *[Symbol.asyncIterator](): AsyncIterator<T> {
    for (;;) {
      const { newest } = this;
      this.newest = undefined;
      if (newest) yield newest.item;
      else if (this.ended) return;
      else await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
