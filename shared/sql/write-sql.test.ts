import { describe, expect, it } from 'vitest';
import {
  bound,
  call,
  choose,
  column,
  functionNames,
  lookup,
  nothing,
  number,
  text,
  type FunctionName,
} from '#shared/plan/expression.ts';
import type { Plan } from '#shared/plan/plan-node.ts';
import { duckDialect } from './duckdb/dialect.ts';
import { quoteIdentifier, quoteText } from './quote.ts';
import { failuresOf, writeSql, type Dialect } from './write-sql.ts';

/** A dialect that writes every function as a call: it keeps the visitor free of DuckDB. */
const toy: Dialect = {
  identifier: quoteIdentifier,
  text: (value) => `T(${value})`,
  number: (value) => `N(${value})`,
  lookup: (value, entries, otherwise) => `LOOKUP(${value}, ${entries.length}, ${otherwise})`,
  functions: Object.fromEntries(
    functionNames.map((name) => [name, (args: string[]) => `${name}(${args.join(', ')})`]),
  ) as Record<FunctionName, (args: string[]) => string>,
};

const source: Plan = {
  kind: 'source',
  columns: [
    { name: 'A "x"', physical: 'c1' },
    { name: 'b', physical: 'c2' },
  ],
};

describe('writing a plan as SQL', () => {
  it('uses physical names only, whatever the headers say', () => {
    expect(writeSql(source, 'r', ['o1', 'o2'], toy)).toBe(
      'SELECT "c1" AS "o1", "c2" AS "o2" FROM (SELECT "c1", "c2" FROM r)',
    );
  });

  it('leaves the words of a function to the dialect', () => {
    const plan: Plan = {
      kind: 'change',
      from: source,
      step: 0,
      changes: [
        {
          column: 'b',
          value: choose(
            [{ when: call('is-null', column('b')), then: text('none') }],
            lookup(column('A "x"'), [['1', 'one']], nothing),
          ),
        },
      ],
    };
    expect(writeSql(plan, 'r', ['o1', 'o2'], toy)).toBe(
      'SELECT "c1" AS "o1", "c2" AS "o2" FROM (SELECT "c1", CASE WHEN is-null("c2") THEN T(none) ELSE LOOKUP("c1", ' +
        '1, NULL) END AS "c2" FROM (SELECT "c1", "c2" FROM r))',
    );
  });

  it('computes what a change reads once, and yields failures only where asked', () => {
    const plan: Plan = {
      kind: 'change',
      from: { kind: 'drop', from: source, step: 0, columns: ['A "x"'] },
      step: 1,
      changes: [
        {
          column: 'b',
          read: call('parse-number', column('b'), text('.')),
          value: call('add', bound, number(1)),
          fails: call('is-null', bound),
        },
      ],
    };
    expect(failuresOf(plan)).toEqual([{ step: 1, column: 'b' }]);
    expect(writeSql(plan, 'r', ['o1'], toy)).not.toContain('is-null');
    expect(writeSql(plan, 'r', ['o1'], toy, { failures: ['f1'] })).toBe(
      'SELECT "c2" AS "o1", "f1" FROM (SELECT add("c2_read", N(1)) AS "c2", is-null("c2_read") AS "f1" FROM ' +
        '(SELECT "c2", parse-number("c2", T(.)) AS "c2_read" FROM (SELECT "c1", "c2" FROM r)))',
    );
  });

  it('computes a part once that changes need several times, before the conditions that guard it', () => {
    const read = call('parse-number', call('blank-to-null', column('b')), text('.'));
    const within = choose([{ when: call('less', read, number(9)), then: read }]);
    const plan: Plan = {
      kind: 'change',
      from: source,
      step: 0,
      changes: [
        {
          column: 'b',
          read: within,
          value: call('add', bound, number(1)),
          fails: call('is-null', call('blank-to-null', column('b'))),
        },
      ],
    };
    const sql = writeSql(plan, 'r', ['o1', 'o2'], toy, { failures: ['f1'] });
    expect(sql.match(/parse-number/g)).toHaveLength(1);
    expect(sql.match(/blank-to-null/g)).toHaveLength(1);
    expect(sql).toContain(
      'SELECT "c1", "c2", "part_1", parse-number("part_1", T(.)) AS "part_2" FROM (SELECT "c1", "c2", ' +
        'blank-to-null("c2") AS "part_1" FROM',
    );
    expect(sql).toContain('CASE WHEN less("part_2", N(9)) THEN "part_2" ELSE NULL END AS "c2_read"');
  });

  it('computes again what a change before has changed', () => {
    const twice = (from: Plan, step: number): Plan => ({
      kind: 'change',
      from,
      step,
      changes: [
        { column: 'b', value: call('concat', call('blank-to-null', column('b')), call('blank-to-null', column('b'))) },
      ],
    });
    const sql = writeSql(twice(twice(source, 0), 1), 'r', ['o1', 'o2'], toy);
    expect(sql.match(/blank-to-null/g)).toHaveLength(2);
  });

  it('refuses a plan that reads a column it does not have', () => {
    expect(() =>
      writeSql({ kind: 'change', from: source, step: 0, changes: [{ column: 'b', value: column('z') }] }, 'r', [], toy),
    ).toThrow('not there');
  });
});

describe('quoting', () => {
  it.each([
    ['plain', '"plain"', "'plain'"],
    ['a"b', '"a""b"', "'a\"b'"],
    ["it's", '"it\'s"', "'it''s'"],
    ['; DROP TABLE x; --', '"; DROP TABLE x; --"', "'; DROP TABLE x; --'"],
  ])('holds %s together', (input, identifier, literal) => {
    expect(quoteIdentifier(input)).toBe(identifier);
    expect(quoteText(input)).toBe(literal);
  });
  it('has a way of writing every function in DuckDB', () => {
    expect(Object.keys(duckDialect.functions).sort()).toEqual([...functionNames].sort());
  });
});
