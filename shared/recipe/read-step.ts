import type { z } from 'zod';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import type { Operation } from './operation.ts';
import { findOperation } from './operations/index.ts';

const text = recipeFileText.step;

export type ReadStep =
  | { ok: true; operation: Operation; settings: object }
  | { ok: false; setting: string | null; code: string; sentence: string };

/** A stored step with its settings read strictly, older settings upgraded; or why it cannot run. */
export function readStep(step: RecipeStep): ReadStep {
  const operation = findOperation(step.op);
  if (operation === undefined)
    return { ok: false, setting: null, code: 'unknown-operation', sentence: text.unknownOperation };
  if (step.version > operation.version) {
    return {
      ok: false,
      setting: null,
      code: 'operation-from-future',
      sentence: text.fromFuture(step.version, operation.version),
    };
  }
  let stored = step.settings;
  for (let version = step.version; version < operation.version; version += 1)
    stored = operation.upgrade[version]?.(stored) ?? stored;
  const read = operation.settings.safeParse(stored);
  if (read.success) return { ok: true, operation, settings: read.data };
  const issue = read.error.issues[0];
  const setting =
    issue?.code === 'unrecognized_keys'
      ? (issue.keys[0] ?? null)
      : issue?.path[0] === undefined
        ? null
        : String(issue.path[0]);
  return { ok: false, setting, code: 'settings', sentence: wrong(setting?.slice(0, 60) ?? null, issue) };
}

/** What is wrong with a setting; of one with a list of choices, what they are. */
function wrong(setting: string | null, issue: z.core.$ZodIssue | undefined): string {
  if (setting === null) return text.settingsUnreadable;
  if (issue?.code === 'unrecognized_keys') return text.unknownSetting(setting);
  if (issue?.code === 'invalid_value' && issue.path.length === 1)
    return text.wrongChoice(setting, issue.values.map(String));
  const [least, most] = boundsOf(issue);
  return least === null && most === null ? text.wrongSetting(setting) : text.outOfBounds(setting, least, most);
}

/** What a number may be, as far as the failed check says. */
function boundsOf(issue: z.core.$ZodIssue | undefined): [least: number | null, most: number | null] {
  if (issue?.path.length !== 1) return [null, null];
  if (issue.code === 'too_small' && issue.origin === 'number') return [Number(issue.minimum), null];
  return issue.code === 'too_big' && issue.origin === 'number' ? [null, Number(issue.maximum)] : [null, null];
}
