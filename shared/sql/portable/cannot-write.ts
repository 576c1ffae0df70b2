/** What one engine's SQL cannot say with the same result as DuckDB's; `what` names the function and what of it. */
export class CannotWrite extends Error {
  readonly what: CannotWriteWhat;

  constructor(what: CannotWriteWhat) {
    super(what.kind);
    this.what = what;
  }
}

export type CannotWriteWhat =
  /** Format-preserving encryption is done by the engine's own code. */
  | { kind: 'encrypt-format' }
  /** What a token stands for is kept by the engine, in the workspace. */
  | { kind: 'token' }
  | { kind: 'date-format'; format: string }
  | { kind: 'pattern'; pattern: string }
  /** A query of the script has so many columns. */
  | { kind: 'width'; columns: number; most: number }
  /** A NUL in a text of the recipe. */
  | { kind: 'nul' };
