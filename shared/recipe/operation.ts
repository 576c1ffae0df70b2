import type { z } from 'zod';
import type { Plan } from '#shared/plan/plan-node.ts';

/**
 * What is left of a source value in an output column. Perturbed: a value of the same kind stands there, moved, exchanged
 * or drawn, and may be the source's own.
 */
export type Treatment =
  | 'kept'
  | 'perturbed'
  | 'generalised'
  | 'masked'
  | 'redacted'
  | 'hashed-keyed'
  | 'hashed-unkeyed';

/** The type every text of an output column can be read as without loss. */
export type OutputType = 'text' | 'integer' | 'decimal' | 'date';

/** Which columns an operation touches; checked against the plan's lineage by the registry test. */
export interface Effect {
  reads: string[];
  drops: string[];
  changes: { column: string; treatment: Treatment; valueType: OutputType }[];
}

/** What a step may know beside its settings. */
export interface StepContext {
  /** Index of the step in its recipe, 0-based. */
  step: number;
  /** YYYY-MM-DD: the day ages and recency count from. */
  referenceDate: string;
  /** Name of the key that a keyed hash without a name of its own uses: the recipe's purpose. */
  keyName: string;
  /** Smallest class the recipe aims at. */
  k: number;
}

export interface SettingProblem {
  setting: string;
  code: string;
  sentence: string;
}

/**
 * One field of an operation's form, as data. `columns` picks from the step's input columns; `edges` is an ascending
 * list of numbers; `mapping` pairs of texts; `measures` columns of numbers with the bounds of what one person adds.
 */
export interface FormField {
  setting: string;
  label: string;
  control: 'columns' | 'choice' | 'number' | 'text' | 'switch' | 'edges' | 'mapping' | 'values' | 'measures';
  help: string;
  options?: { value: string; label: string }[];
  minimum?: number;
  maximum?: number;
}

/**
 * Rows of text cells; a `context` overrides the defaults of the registry test (reference date 2026-11-23, key `p1`, k
 * 2).
 */
export interface Example<Settings> {
  name: string;
  settings: Settings;
  columns: string[];
  before: (string | null)[][];
  /** Absent where rows are drawn by chance. */
  after?: { columns: string[]; rows: (string | null)[][] };
  context?: Partial<StepContext>;
}

/** Settings that must be refused: by the schema (`code: 'settings'`) or by `check`. */
export interface ProblemExample {
  name: string;
  settings: unknown;
  columns: string[];
  code: string;
}

/** The one shape of an operation: settings are what a person chose; everything else follows from them. */
export interface Operation<Settings extends object = object, Id extends string = string> {
  /** Name in recipe files, for ever; also the file's name. */
  id: Id;
  /** Version of the settings' shape. */
  version: number;
  label: string;
  /** One sentence for the list of operations. */
  summary: string;
  settings: z.ZodType<Settings>;
  effect(settings: Settings): Effect;
  check(settings: Settings, columns: readonly string[]): SettingProblem[];
  plan(settings: Settings, from: Plan, context: StepContext): Plan;
  /** One sentence for history, certificate and register; names each column it changes. */
  describe(settings: Settings): string;
  form: FormField[];
  rename(settings: Settings, rename: (column: string) => string): Settings;
  /** Settings of version n → version n + 1, under key n. */
  upgrade: Record<number, (settings: Record<string, unknown>) => Record<string, unknown>>;
  /** What it does to how well a person can be found. */
  risk: 'none' | 'weakens' | 'removes' | 'reversible-with-key' | 'reversible-by-guessing';
  /** False for an operation whose second run on its own output would change it again. */
  repeatable: boolean;
  examples: Example<Settings>[];
  problems: ProblemExample[];
}

/** Takes an operation's settings type from its schema, and from nowhere else; its id is kept as a literal. */
export const defineOperation = <Schema extends z.ZodType<object>, const Id extends string>(
  operation: Omit<Operation<z.infer<Schema>, Id>, 'settings'> & { settings: Schema },
): Operation<z.infer<Schema>, Id> => operation as unknown as Operation<z.infer<Schema>, Id>;
