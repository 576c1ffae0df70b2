import { z } from 'zod';
import { blankToNull, call, choose, column, number, text, type Expression } from '#shared/plan/expression.ts';
import { operationsText } from '#shared/text/operations.ts';
import { choiceField } from './choice-field.ts';

/** Which sign separates the decimals; the other one, spaces and apostrophes group digits. */
export const decimalMark = z.enum(['.', ',']);

export const decimalMarkField = choiceField('decimalMark', decimalMark.options, operationsText.common.decimalMark);

/** The column's text read as a number, NULL where it is none. */
export const numberIn = (name: string, mark: string): Expression =>
  call('parse-number', blankToNull(column(name)), text(mark));

/** Decimal places needed to write a step such as 0.25 exactly, at most 9. */
export function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 9; decimals += 1) if (Number(step.toFixed(decimals)) === step) return decimals;
  return 9;
}

/**
 * The largest multiple of `step` that is not above the value; the small addend undoes binary rounding (48.3 / 0.1 =
 * 482.99…).
 */
export const floorTo = (value: Expression, step: number): Expression =>
  call('multiply', call('floor', call('add', call('divide', value, number(step)), number(1e-9))), number(step));

/** The multiple of `step` nearest to the value. */
export const roundTo = (value: Expression, step: number): Expression =>
  call('multiply', call('round', call('divide', value, number(step))), number(step));

/** A number as text with the decimals its step needs; NULL stays NULL. */
export const written = (value: Expression, step: number): Expression =>
  choose([{ when: call('not', call('is-null', value)), then: call('format-number', value, number(decimalsOf(step))) }]);
