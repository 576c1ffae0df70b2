import type { Finding } from '#shared/domain/finding.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import type { Unanswered } from '#shared/facts/fact.ts';
import type { PolicyInForce } from '#shared/policy/index.ts';
import type { PolicyRuling } from '#shared/policy/policy-in-force.ts';
import type { CompiledOutput } from '#shared/recipe/compile-recipe.ts';
import type { ValuesOnce } from '../written-values/values-once.ts';
import type { KeptRows } from './kept-rows.ts';
import type { LedgerLookup } from './ledger-lookup.ts';
import type { SuppressedLookup } from './suppressed-lookup.ts';

/** What is known of a release before a row of it is transformed. */
export interface FactContext {
  release: ReleaseKind;
  /** Whether its purpose rests on consent. */
  onConsent: boolean;
  /** The consent ledger, where it has events for the purpose; `not-linked`: it knows nobody by a column of this source. */
  ledger?: LedgerLookup | 'not-linked' | undefined;
  /** Rows about people on the suppression list; absent where nobody is on it, or no column names people. */
  suppressed?: SuppressedLookup | undefined;
  /** The file is judged as it is: nothing is written, so what cannot be read is told rather than refused. */
  asItStands?: boolean | undefined;
  /** YYYY-MM-DD that ages and limits count from. */
  referenceDate: string;
  /** Source columns: what each is, and the SQL of its text. */
  columns: readonly { finding: Finding; sql: string }[];
  outputs: readonly Pick<CompiledOutput, 'treatment' | 'sources'>[];
  /** What a row has to say to be in the segment that the recipe chooses; absent or empty where it chooses none. */
  segment?: readonly { column: string; value: string; or?: readonly string[]; sql: string }[];
  /** Ages and days that hold on the reference date. */
  policy: PolicyInForce;
}

/** A column of the engine's own, computed of a source row and carried beside its outputs; no output contains it. */
export interface RowColumn {
  sql: string;
  /** What several of them read, computed once a row; `sql` has it under this name, which begins with `x_`. */
  shared?: { name: string; sql: string };
}

/** The rows that may be written, and how their outputs lie in the table. */
export interface KeptOutputs {
  rows: KeptRows;
  /** Their different values. */
  values: ValuesOnce;
  /** How many rows may be written. */
  rowsOut: number;
  outputs: readonly Pick<CompiledOutput, 'name' | 'physical' | 'treatment'>[];
  /** Physical names of those that k counts. */
  counted: ReadonlySet<string>;
  /** Physical names of those that are hashed when they are written and not before. */
  deferred: ReadonlySet<string>;
}

/** Decides which rows may leave, so it is asked whether a guardrail wants to know or not. */
interface LeavesOut<Value> {
  way: 'leaves-out';
  /** SQL over the source's columns: true for a row that may leave. */
  mayLeave: string[];
  /**
   * Lists rows that may not be written as gone.
   * @param names of its columns in the table
   * @returns what it found, and how many rows went for which reason
   * @throws Failure TARGET_MISSED where it cannot be told which rows may be written
   */
  leaveOut(
    kept: KeptRows,
    names: readonly string[],
  ): Promise<{ value: Value; excluded: { why: string; rows: number }[] }>;
}

/** Counts the rows that may be written, in one reading with everything else that counts. */
interface Counts<Value> {
  way: 'counts';
  /** @returns SQL aggregates over the table, and what their numbers say in the same order; none where none is needed */
  count(
    kept: KeptOutputs,
    names: readonly string[],
  ): { aggregates: readonly string[]; value(numbers: readonly number[]): Value };
}

/** Empties cells that may not be written, before anything is counted of them; what it did is counted with the others. */
interface Empties<Value> {
  way: 'empties';
  /** @param outputs of the rows; @param names of its columns in the table */
  empty(kept: KeptRows, outputs: KeptOutputs['outputs'], names: readonly string[]): Promise<void>;
  count: Counts<Value>['count'];
}

/** Reads the rows that may be written itself, because no aggregate tells: every such fact costs a scan. */
interface Looks<Value> {
  way: 'looks';
  look(kept: KeptOutputs, names: readonly string[]): Promise<Value>;
}

/** A fact that is asked of a release: what it adds to the rows before they are transformed, and how it is read then. */
export type AskedFact<Value> = {
  state: 'asked';
  columns: readonly RowColumn[];
  /** Rulings of the policy that decide what is found; a certificate names them. */
  goesBy?: readonly PolicyRuling[];
} & (LeavesOut<Value> | Empties<Value> | Counts<Value> | Looks<Value>);

/** How one fact is found. */
export interface FactProvider<Value> {
  /** `not-asked` where this release asks nothing of the kind, `not-told` where no column of the source tells. */
  ask(context: FactContext): AskedFact<Value> | Unanswered;
}
