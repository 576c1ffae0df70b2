import { expect, it } from 'vitest';
import { bound, call, choose, column, number, text, type Expression } from '#shared/plan/expression.ts';
import { partsOfScript } from './script-parts.ts';
import { formula } from './spark/formula.ts';

const plain = call('trim', call('nfc', column('mail')));

it('finds the largest part that stands in two places, and not what it is made of', () => {
  expect(partsOfScript([call('concat', plain, plain), call('is-null', plain)])).toEqual([[plain]]);
  expect(partsOfScript([plain])).toEqual([]);
});

it('puts a part that another needs into an earlier layer', () => {
  const lower = call('lower', plain);
  expect(partsOfScript([lower, call('sha256', lower), call('left', plain, number(2))])).toEqual([[plain], [lower]]);
});

it('leaves what may fail, or costs nothing, where a condition guards it', () => {
  const large = call('format-number', call('parse-number', plain, text('.')), number(0));
  const guarded: Expression = choose([{ when: call('is-null', plain), then: large }], large);
  expect(partsOfScript([guarded])).toEqual([[plain]]);
  const cheap = call('is-null', column('mail'));
  expect(partsOfScript([cheap, call('not', cheap)])).toEqual([]);
});

it('keeps parts of what a change reads apart from those of columns', () => {
  const read = call('lower', bound);
  expect(partsOfScript([read, call('sha256', read)])).toEqual([]);
  expect(partsOfScript([read, call('sha256', read)], true)).toEqual([[read]]);
});

it('names a value once in Spark, by a name that its arguments do not have', () => {
  const twice = formula(['x', 'y'], (x, y) => `${x} + ${x} * ${y}`);
  expect(twice('a', "'x'")).toBe("a + a * 'x'");
  expect(twice('f(y)', 'x').replaceAll(/\s+/g, ' ')).toBe('transform(array(f(y)), x2 -> x2 + x2 * x)[0]');
  expect(twice('f(y)', 'g(x)').replaceAll(/\s+/g, ' ')).toBe(
    'transform(array(f(y)), x2 -> transform(array(g(x)), y2 -> x2 + x2 * y2)[0])[0]',
  );
});
