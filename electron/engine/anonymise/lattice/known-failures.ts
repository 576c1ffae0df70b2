/** Whether no level of `a` is above that of `b`. */
export const isBelow = (a: Uint8Array, b: Uint8Array): boolean => {
  for (let at = 0; at < a.length; at += 1) if (a[at]! > b[at]!) return false;
  return true;
};

/** So many failures above a node are weighed against each other at most. */
const mostWeighed = 24;

/** Levels at which firm rules failed, so that they fail at all finer ones, too: of each the coarsest that is known. */
export class KnownFailures {
  #coarsest: Uint8Array[] = [];

  /** Whether these levels are known to fail. */
  has(levels: Uint8Array): boolean {
    for (let at = this.#coarsest.length - 1; at >= 0; at -= 1) if (isBelow(levels, this.#coarsest[at]!)) return true;
    return false;
  }

  add(levels: Uint8Array): void {
    if (this.has(levels)) return;
    this.#coarsest = this.#coarsest.filter((known) => !isBelow(known, levels));
    this.#coarsest.push(levels);
  }

  /** Failures that these levels lie below; none where nothing is known of them. The newest first. */
  above(levels: Uint8Array): Uint8Array[] {
    const found: Uint8Array[] = [];
    for (let at = this.#coarsest.length - 1; at >= 0 && found.length < mostWeighed; at -= 1)
      if (isBelow(levels, this.#coarsest[at]!)) found.push(this.#coarsest[at]!);
    return found;
  }
}
