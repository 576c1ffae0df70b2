import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import type { Operation } from './operation.ts';
import { findOperation } from './operations/index.ts';

export type ReadStep = { ok: true; operation: Operation; settings: object } | { ok: false; setting: string | null; code: string; sentence: string };

/** A stored step with its settings read strictly, older settings upgraded; or why it cannot run. */
export function readStep(step: RecipeStep): ReadStep {
  const operation = findOperation(step.op);
  if (operation === undefined) return { ok: false, setting: null, code: 'unknown-operation', sentence: 'This version of Custos does not know the operation. Remove the step or update Custos.' };
  if (step.version > operation.version) {
    return { ok: false, setting: null, code: 'operation-from-future', sentence: `The step was made by a newer version of Custos (settings version ${step.version}, known: ${operation.version}). Update Custos.` };
  }
  let stored = step.settings;
  for (let version = step.version; version < operation.version; version += 1) stored = operation.upgrade[version]?.(stored) ?? stored;
  const read = operation.settings.safeParse(stored);
  if (read.success) return { ok: true, operation, settings: read.data };
  const issue = read.error.issues[0];
  const setting = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? null) : issue?.path[0] === undefined ? null : String(issue.path[0]);
  const what = issue?.code === 'unrecognized_keys' ? 'is not a setting of this operation' : 'has a value this operation cannot use';
  return { ok: false, setting, code: 'settings', sentence: setting === null ? 'The settings cannot be read.' : `“${setting.slice(0, 60)}” ${what}. Correct it in the form.` };
}
