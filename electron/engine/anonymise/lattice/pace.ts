import { breathe, throwIfCancelled } from '#engine/jobs/cancelled.ts';

/** Milliseconds for which a search reckons before other work has its turn. */
const turn = 20;

/** How long a search may take, and when it lets other work, a Cancel among it, have its turn. */
export class Pace {
  readonly #begun = performance.now();
  readonly #signal: AbortSignal | undefined;
  readonly #onTurn: () => void;
  #last = this.#begun;

  /** @throws Failure JOB_CANCELLED */
  constructor(signal: AbortSignal | undefined, onTurn: () => void = () => undefined) {
    throwIfCancelled(signal);
    this.#signal = signal;
    this.#onTurn = onTurn;
  }

  /** Seconds since it began. */
  get seconds(): number {
    return (performance.now() - this.#begun) / 1000;
  }

  /** To be asked often. @throws Failure JOB_CANCELLED */
  async step(): Promise<void> {
    if (performance.now() - this.#last < turn) return;
    this.#onTurn();
    await breathe(this.#signal);
    this.#last = performance.now();
  }
}
