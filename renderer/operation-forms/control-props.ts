import type { FormField } from '#shared/recipe/operation.ts';

/** What every control of an operation's form gets. `value` is as stored, so it may be anything. */
export interface ControlProps {
  field: FormField;
  value: unknown;
  /** Names of the columns that are there at this step. */
  columns: readonly string[];
  /** A sentence, or null where the setting can be used. */
  problem: string | null;
  disabled: boolean;
  /**
   * Columns of the step whose values are masked; what names their values is shown once `onReveal` was asked for them.
   */
  hidden: readonly string[];
  onReveal(): void;
  onChange(value: unknown): void;
}
