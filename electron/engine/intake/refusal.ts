import type { FailureCode } from '#shared/contract/failure.ts';

/**
 * Thrown where a file is refused away from the engine's thread; the engine's own `Failure` brings the whole contract
 * with it, which a reader does without.
 */
export class Refusal extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}
