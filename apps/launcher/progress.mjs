const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Prints each step with the time it took, while it works. */
export class Progress {
  #started = performance.now();

  constructor(out = process.stdout) {
    this.out = out;
  }

  /** `work` may return a word on how it went ("nothing to do"), which is printed after the time. */
  async step(title, work) {
    const since = performance.now();
    const live = this.out.isTTY;
    if (live) this.out.write(`  ... ${title}`);
    try {
      const outcome = await work();
      const word = typeof outcome === 'string' ? ` (${outcome})` : '';
      this.out.write(`${live ? '\r\x1b[K' : ''}  ${seconds(since).padStart(7)}  ${title}${word}\n`);
      return outcome;
    } catch (error) {
      if (live) this.out.write('\n');
      throw error;
    }
  }

  total() {
    return seconds(this.#started);
  }
}
