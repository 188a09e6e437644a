/** Random numbers that repeat for a seed, on every machine (xorshift, 32 bits). */
export class Random {
  private state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not give neighbouring sequences, and zero would stay zero for ever.
    this.state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13)) | 0 || 0x1234567;
    for (let i = 0; i < 8; i++) this.bits();
  }

  /** From 0 up to and without `limit`, which is at most 2^31. */
  below(limit: number): number {
    return Math.floor((this.bits() / 4294967296) * limit);
  }

  /** From 0 up to and without 1. */
  fraction(): number {
    return this.bits() / 4294967296;
  }

  shuffle(list: Int32Array): Int32Array {
    for (let i = list.length - 1; i > 0; i--) {
      const other = this.below(i + 1);
      const kept = list[i];
      list[i] = list[other];
      list[other] = kept;
    }
    return list;
  }

  private bits(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x >>> 0;
  }
}
