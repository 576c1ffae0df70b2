import type { OperationId } from '#shared/recipe/operations/index.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Finding } from '#shared/domain/finding.ts';

/** What to do with one column: an operation with its settings but for the columns. */
export interface StepSpec {
  op: OperationId;
  settings: Record<string, unknown>;
}

/**
 * One rung of a ladder; `null` keeps the column as it is, `drop` leaves it out. `loss`: 0 nothing lost … 1 everything.
 */
export interface Level {
  step: StepSpec | 'drop' | null;
  loss: number;
}

/**
 * What the rungs of a ladder are made of, where each is a choice of bounds or of values shown by themselves: any choice
 * is a level, so that one more bound or value can be tried by itself. `rungs`: the choice of each rung of the ladder
 * that has one, by the rung's place.
 */
export type Parts =
  | {
      kind: 'edges';
      edges: number[];
      labels: string[];
      stepOf(edges: number[]): StepSpec;
      rungs: Map<number, number[]>;
    }
  | {
      kind: 'values';
      values: string[];
      rest: string;
      stepOf(values: string[]): StepSpec;
      rungs: Map<number, number[]>;
    };

/**
 * What is proposed for one column and why. A ladder's levels go from fine to coarse, each a function of the one before;
 * the last one drops.
 */
export type Choice =
  | { kind: 'fixed'; column: SourceColumn; step: StepSpec | 'drop' | null; reason: string }
  | {
      kind: 'ladder';
      column: SourceColumn;
      finding: Finding;
      levels: Level[];
      parts?: Parts | undefined;
      reason: string;
    };

export type Ladder = Choice & { kind: 'ladder' };

export const spec = (op: OperationId, settings: Record<string, unknown> = {}): StepSpec => ({ op, settings });
