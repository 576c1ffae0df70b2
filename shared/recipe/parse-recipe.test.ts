import { describe, expect, it } from 'vitest';
import { parseRecipe } from './parse-recipe.ts';
import { serialiseRecipe } from './serialise-recipe.ts';

const good = {
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'P1',
  release: 'anonymised',
  referenceDate: '2026-11-23',
  target: { k: 5, suppression: 0.05 },
  steps: [{ op: 'drop-columns', version: 1, settings: { columns: ['name'] }, reason: 'No need.' }],
};
const better = {
  ...good,
  formatVersion: 2,
  target: { models: [{ model: 'k-anonymity', settings: { k: 5 } }], suppression: 0.05 },
};
const refusal = (value: unknown): { code: string; message: string } => {
  try {
    parseRecipe(typeof value === 'string' ? value : JSON.stringify(value));
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('It was not refused.');
};

describe('a recipe file', () => {
  it('reads what recommend writes, and steps without reason and switch', () => {
    const { steps } = parseRecipe(
      `\uFEFF${JSON.stringify({ ...good, steps: [{ op: 'drop-columns', version: 1, settings: {} }] })}`,
    );
    expect(steps).toEqual([{ op: 'drop-columns', version: 1, settings: {}, reason: '', enabled: true }]);
  });

  it('keeps a step from the future as it is', () => {
    const step = {
      op: 'levitate',
      version: 7,
      settings: { height: { metres: 2 } },
      reason: '',
      enabled: true,
      colour: 'blue',
    };
    expect(parseRecipe(serialiseRecipe(parseRecipe(JSON.stringify({ ...good, steps: [step] })))).steps).toEqual([step]);
  });

  it.each([
    ['no JSON', '{"format": ', 'RECIPE_INVALID', 'not JSON'],
    ['a list', [], 'RECIPE_INVALID', 'not a JSON object'],
    ['another format', { ...good, format: 'recipe' }, 'RECIPE_INVALID', '“format”'],
    ['a newer format', { ...good, formatVersion: 3, extra: true }, 'RECIPE_FROM_FUTURE', 'version 3'],
    ['a format that is none', { ...good, formatVersion: 'two' }, 'RECIPE_INVALID', '“formatVersion”'],
    [
      'a model without settings',
      { ...better, target: { models: [{ model: 'k-anonymity' }], suppression: 0 } },
      'RECIPE_INVALID',
      '“target.models[1].settings”',
    ],
    [
      'a role there is not',
      { ...better, roles: [{ column: 'name', role: 'secret' }] },
      'RECIPE_INVALID',
      '“roles[1].role”',
    ],
    ['a field of format 1 in format 2', { ...better, protect: ['name'] }, 'RECIPE_INVALID', '“protect”'],
    ['a field of format 2 in format 1', { ...good, roles: [] }, 'RECIPE_INVALID', '“roles”'],
    ['an unknown field', { ...good, author: 'Ada' }, 'RECIPE_INVALID', '“author”'],
    ['a missing field', { ...good, target: { k: 5 } }, 'RECIPE_INVALID', '“target.suppression”'],
    ['a k of text', { ...good, target: { k: '5', suppression: 0 } }, 'RECIPE_INVALID', '“target.k”'],
    ['a day that is none', { ...good, referenceDate: '2026-02-30' }, 'RECIPE_INVALID', '“referenceDate”'],
    [
      'a step without settings',
      { ...good, steps: [{ op: 'redact', version: 1 }] },
      'RECIPE_INVALID',
      '“steps[1].settings”',
    ],
    ['an unknown release', { ...good, release: 'public' }, 'RECIPE_INVALID', '“release”'],
  ])('refuses %s and names the field', (_name, value, code, words) => {
    const { code: given, message } = refusal(value);
    expect(given).toBe(code);
    expect(message).toContain(words);
  });
});
