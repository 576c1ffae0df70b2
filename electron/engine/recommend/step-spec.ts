import type { SourceColumn } from '#shared/domain/intake.ts';

/** What to do with one column: an operation with its settings but for the columns. */
export interface StepSpec {
  op: string;
  settings: Record<string, unknown>;
}

/** One rung of a ladder; `null` keeps the column as it is, `drop` leaves it out. `loss`: 0 nothing lost … 1 everything. */
export interface Level {
  step: StepSpec | 'drop' | null;
  loss: number;
}

/** What is proposed for one column and why. A ladder's levels go from fine to coarse, each a function of the one before; the last one drops. */
export type Choice =
  | { kind: 'fixed'; column: SourceColumn; step: StepSpec | 'drop' | null; reason: string }
  | { kind: 'ladder'; column: SourceColumn; levels: Level[]; reason: string };

export const spec = (op: string, settings: Record<string, unknown> = {}): StepSpec => ({ op, settings });
