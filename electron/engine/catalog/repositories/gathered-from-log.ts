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
   * @param known what all entries up to a number say, where they were just read: the log may have gone on since
   */
  constructor(
    log: Pick<LogRepository, 'get' | 'newest'>,
    gather: (after: number, before: T | null) => T,
    known: { upTo: number; value: T } | null = null,
  ) {
    this.#log = log;
    this.#gather = gather;
    if (known !== null) this.#keep(known.value, log.get(known.upTo));
  }

  /** What the log says now. */
  now(): T {
    const kept = this.#kept;
    const newest = this.#log.newest();
    if (kept === null || this.#log.get(kept.seq)?.leaf_hash !== kept.hash)
      return this.#keep(this.#gather(0, null), newest);
    return newest?.seq === kept.seq ? kept.value : this.#keep(this.#gather(kept.seq, kept.value), newest);
  }

  /** @param upTo the entry that the value was gathered up to, looked up before it was */
  #keep(value: T, upTo: ReturnType<LogRepository['get']>): T {
    this.#kept = upTo === undefined ? null : { seq: upTo.seq, hash: upTo.leaf_hash, value };
    return value;
  }
}
