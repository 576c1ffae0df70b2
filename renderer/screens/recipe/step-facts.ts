import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { findOperation } from '#shared/recipe/operations/index.ts';
import { readStep } from '#shared/recipe/read-step.ts';
import { recipeText } from '#shared/text/window/recipe.ts';

const text = recipeText.step;

/** A step over thousands of columns names them all; a row of the list shows two lines. */
const longest = 1000;

/** A step in words: `known` false for an operation of another version of Custos. */
export interface StepWords {
  label: string;
  sentence: string;
  known: boolean;
}

export function stepWords(step: RecipeStep): StepWords {
  const operation = findOperation(step.op);
  if (!operation) return { label: text.unknown, sentence: text.unknownSentence(step.op), known: false };
  const read = readStep(step);
  // A step under construction has no columns yet, which its operation rightly refuses to describe: its problem says
  // what it waits for.
  if (!read.ok) return { label: operation.label, sentence: read.code === 'settings' ? '' : read.sentence, known: true };
  return { label: operation.label, sentence: operation.describe(read.settings).slice(0, longest), known: true };
}

/** Names of the columns that are there when the step at `at` begins. */
export function columnsAt(recipe: Recipe, columns: readonly SourceColumn[], at: number): string[] {
  const gone = new Set<string>();
  for (const step of recipe.steps.slice(0, at)) {
    const read = step.enabled ? readStep(step) : null;
    if (read?.ok) for (const name of read.operation.effect(read.settings).drops) gone.add(name);
  }
  return columns.map(({ name }) => name).filter((name) => !gone.has(name));
}
