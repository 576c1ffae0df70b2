import type { LogRepository } from './log.ts';

/**
 * What is gathered from all entries of a log, for as long as the log is open: read once, then only what was added. What
 * was gathered stands while the log still has the entry it was gathered up to; a transaction that was taken back, or
 * another log in its place, has another one there.
 */
export class GatheredFromLog<T> {
  readonly #log: Pick<LogRepository, 'get' | 'newest'>;
  readonly #gather: (after: number, before: T | null) => T;
  #kept: { seq: number; hash: string; value: T } | null = null;

  /**
   * @param gather what all entries that follow a number say, beside what those before said (null: nothing was read)
   * @param known the answer for now, where it was just read
   */
  constructor(
    log: Pick<LogRepository, 'get' | 'newest'>,
    gather: (after: number, before: T | null) => T,
    known: T | null = null,
  ) {
    this.#log = log;
    this.#gather = gather;
    if (known !== null) this.#keep(known);
  }

  /** What the log says now. */
  now(): T {
    const kept = this.#kept;
    if (kept === null || this.#log.get(kept.seq)?.leaf_hash !== kept.hash) return this.#keep(this.#gather(0, null));
    return this.#log.newest()?.seq === kept.seq ? kept.value : this.#keep(this.#gather(kept.seq, kept.value));
  }

  #keep(value: T): T {
    const newest = this.#log.newest();
    this.#kept = newest === undefined ? null : { seq: newest.seq, hash: newest.leaf_hash, value };
    return value;
  }
}
