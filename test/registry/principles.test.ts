import { expect, it } from 'vitest';
import { guardrails } from '#shared/guardrails/index.ts';
import { controlIds, controlOfRule } from '#shared/register/principles/controls.ts';
import { rules } from '#shared/register/rules/index.ts';

it('shows every guardrail as a principle, in the order of the guardrails, and every rule of law under one', () => {
  expect(controlIds).toEqual(guardrails.map(({ id }) => id));
  expect(Object.keys(controlOfRule).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
});
