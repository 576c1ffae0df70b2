import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { RecommendedWay } from '#shared/domain/recommended-way.ts';
import type { Recipe, RecipeStep, ReleaseKind } from '#shared/domain/recipe-file.ts';
import { findPurpose } from '#shared/purposes/index.ts';
import { isFreeTextType } from '#shared/guardrails/type-properties.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { openTestDuck } from '#test/support/duck-rows.ts';
import { attackText } from '#shared/text/attack.ts';
import { ranksFirst } from '#test/support/ranks-first.ts';
import { blocksAsSaid, findsTooMuch } from './attacked-reasons.ts';
import {
  hintsOfHints,
  referenceDate,
  k,
  chance,
  mixed,
  skewed,
  dayOf,
  people,
  runCase,
  counts,
  filled,
  small,
  type Case,
  type Column,
} from './recommend-case.ts';

let duck: Duck;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ duck, close } = await openTestDuck());
});
afterAll(async () => close());

const number = (text: string): number => Number(text.replaceAll(',', ''));
const bandOf = (value: number, bands: string[]): string =>
  bands.findLast((band) => band.startsWith('<') || value >= Number.parseFloat(band)) ?? bands[0]!;
const years = (day: string): number =>
  Number(referenceDate.slice(0, 4)) - Number(day.slice(0, 4)) - (referenceDate.slice(5) < day.slice(5) ? 1 : 0);

/** A column in the form that a reason names, made without the engine. */
function inForm(form: string, { type }: Column, values: readonly (string | null)[]): (string | null)[] {
  const each = (make: (value: string) => string): (string | null)[] =>
    values.map((value) => (value === null ? null : make(value)));
  const bands = /^in \d+ groups \((.*)\)$/.exec(form)?.[1]?.split(', ');
  if (bands !== undefined)
    return each((value) => bandOf(type === 'date_of_birth' ? years(value) : Number(value), bands));
  const prefix = /^cut to (\d+) character/.exec(form)?.[1];
  if (prefix !== undefined) return each((value) => value.slice(0, Number(prefix)));
  const unit = /^to the (\w+)$/.exec(form)?.[1];
  if (unit === 'decade') return each((value) => value.slice(0, 3));
  if (unit === 'year') return each((value) => value.slice(0, 4));
  if (unit === 'quarter') return each((value) => `${value.slice(0, 4)} ${Math.ceil(Number(value.slice(5, 7)) / 3)}`);
  if (unit === 'month') return each((value) => value.slice(0, 7));
  const degrees = /^on a grid of (\S+) degrees$/.exec(form)?.[1];
  if (degrees !== undefined) return each((value) => String(Math.floor(Number(value) / Number(degrees) + 1e-9)));
  if (form === recommendText.form.asItIs) return [...values];
  if (form === recommendText.form.network) return each((value) => value.split('.').slice(0, 3).join('.'));
  const many = Number(/^with its (\d+)? ?commonest/.exec(form)?.[1] ?? 1);
  const leading = [...counts(filled(values))]
    .sort((a, b) => b[1] - a[1] || (a[0]! < b[0]! ? -1 : 1))
    .slice(0, many)
    .map(([value]) => value);
  return each((value) => (leading.includes(value) ? value : '*'));
}

type Check = (made: Case, column: Column, said: string[], step: RecipeStep) => void | Promise<void>;

const needs = ({ purpose }: Case, { type }: Column): boolean =>
  purpose.dataNeeded.some(({ types }) => types.includes(type));
const doneBy = ({ recipe }: Case, op: string): string[] =>
  recipe.steps.filter((step) => step.op === op).flatMap(({ settings }) => settings['columns'] as string[]);
const hasOp =
  (op: string): Check =>
  (_, __, ___, step) =>
    expect(step.op).toBe(op);
const hasFlag =
  (...flags: ColumnFlag[]): Check =>
  (_, { flags: has = [] }) =>
    expect(has.some((flag) => flags.includes(flag))).toBe(true);
const notNeeded: Check = (made, column, said) =>
  expect([needs(made, column), said[0]]).toEqual([false, made.purpose.code]);
const isOfType =
  (...types: string[]): Check =>
  (_, { type }) =>
    expect(types).toContain(type);
const told =
  (types: string[]): Check =>
  (made, column, said) => {
    expect([made.outputs.has(said[0]!), made.outputs.has(column.name)]).toEqual([true, false]);
    expect(types).toContain(made.columns.find(({ name }) => name === said[0])?.type);
  };
const leftOut: Check = (made, column, [form, rows, size, allowed]) => {
  const step = made.recipe.steps.find(({ op }) => op === 'suppress-small-classes');
  const qi = ((step?.settings['columns'] ?? []) as string[]).map((name) => made.outputs.get(name)!);
  const found = small([...qi, inForm(form!, column, made.source.get(column.name)!)], made.rows);
  expect([number(size!), number(allowed!)]).toEqual([k, Math.floor(made.rows * 0.05)]);
  expect([column.name, form, number(rows!)]).toEqual([column.name, form, found]);
  expect(found).toBeGreaterThan(made.rows * 0.05);
};
const everyValueShared: Check = (made, column) =>
  expect(Math.max(...counts(made.outputs.get(column.name)!).values())).toBeGreaterThanOrEqual(k);

const standsIn: Check = (made, column, [of, percent]) => {
  const sought = made.columns.find(({ name }) => name === of)!;
  expect([made.release, made.outputs.has(column.name), made.outputs.has(of!)]).toEqual(['targeting', false, false]);
  void hasFlag('religion')(made, sought, [], made.recipe.steps[0]!);
  expect(number(percent!)).toBeGreaterThanOrEqual(77);
};
const standsInAlone: Check = (made, column, [of, percent], step) => {
  void standsIn(made, column, [of!, percent!], step);
  const area = ranksFirst(made.source.get(column.name)!, made.source.get(of!)!);
  expect(100 * area).toBeGreaterThanOrEqual(number(percent!) - 1);
};

/** Largest risk allowed where a case is attacked, in percent. */
const allowedRisk = 2;

const wouldFind: Check = async (made, column, [form, ...told], step) => {
  const source = made.source.get(column.name)!;
  const asIn = (cells: readonly (string | null)[]) => ({ column: column.name, cells, percent: allowedRisk });
  if (form !== recommendText.form.oneMore) return findsTooMuch(made, asIn(inForm(form!, column, source)), told);
  const shown = (step.settings['hierarchy'] as string[][]).map(([value]) => value!);
  const others = [...new Set(filled(source))].filter((value) => !shown.includes(value));
  const tried = others.map((added) =>
    findsTooMuch(
      made,
      asIn(source.map((value) => (value === null || [...shown, added].includes(value) ? value : '*'))),
      told,
    ),
  );
  const outcomes = await Promise.allSettled(tried);
  expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
};

/** How every kind of reason is computed again; a sentence that is new in the catalogue fails here until it has one. */
const checks: Record<string, Check> = {
  matchesByHash: hasOp('platform-hash'),
  oneIdentifierMatches: (made, column) =>
    expect(doneBy(made, 'platform-hash').filter((name) => name !== column.name).length).toBeGreaterThan(0),
  keepsPeopleTogether: hasOp('keyed-hash'),
  sensitiveForTargeting: (made, column, said, step) => {
    expect(made.release).toBe('targeting');
    void hasFlag('religion')(made, column, said, step);
  },
  'standsIn.alone': standsInAlone,
  'standsIn.two': standsIn,
  'standsIn.all': standsIn,
  sensitiveNotNeeded: (made, column, said, step) => {
    void hasFlag('religion')(made, column, said, step);
    void notNeeded(made, column, said, step);
  },
  ownWords: (_, { type }) => expect(isFreeTextType(type)).toBe(true),
  holdsIdentifiers: (made, column, [found]) => {
    const values = new Set(filled(made.source.get(column.name)!));
    expect(isFreeTextType(column.type)).toBe(false);
    if (values.size === 1500)
      expect(found).toContain(
        `${[...values].filter((value) => value.includes('@')).length} of 1,500 different values hold e-mail addresses`,
      );
  },
  networkIsEnough: hasOp('truncate-ip'),
  onlineIdentifier: hasFlag('online_identifier'),
  onlineIdentifierNotNeeded: hasFlag('online_identifier'),
  'alreadyTold.age': told(['date_of_birth', 'age', 'birth_year', 'age_group', 'generation']),
  'alreadyTold.region': told(['postal_code', 'city', 'county', 'state_region']),
  pointsAndNotNeeded: notNeeded,
  numberOfPerson: (made, column) => expect(new Set(made.source.get(column.name)).size).toBe(made.rows),
  secondIdentifier: (made) => expect(doneBy(made, 'keyed-hash').length).toBeGreaterThan(0),
  pointsByItself: (_, column) => expect(column.class).toBe('linked'),
  nameExplainsNothing: isOfType('first_name'),
  standsForEvent: isOfType('order_id'),
  notNeeded,
  undecided: isOfType('unknown'),
  empty: (made, column) => expect(filled(made.source.get(column.name)!)).toEqual([]),
  unreadable: (made, column) =>
    expect(filled(made.source.get(column.name)!).some((value) => /\d/.test(value))).toBe(false),
  coarseEnough: everyValueShared,
  exactDate: hasOp('truncate-date'),
  exactTime: hasOp('truncate-date'),
  exactNumber: hasOp('numeric-bins'),
  nearlyAllTheSame: (made, column) =>
    expect(Math.max(...counts(made.source.get(column.name)!).values())).toBeGreaterThanOrEqual(0.85 * made.rows),
  bandOfMany: hasOp('numeric-bins'),
  rareTogether: (made, column, _, step) => {
    const shown = new Set((step.settings['hierarchy'] as string[][]).map(([value]) => value));
    expect(filled(made.source.get(column.name)!).some((value) => !shown.has(value))).toBe(true);
  },
  rareStandsForPerson: (made, column, _, step) => {
    const shown = new Set((step.settings['hierarchy'] as string[][]).map(([value]) => value));
    const sizes = [...counts(filled(made.source.get(column.name)!))];
    const least = Math.min(...sizes.filter(([value]) => shown.has(value!)).map(([, size]) => size));
    for (const [value, size] of sizes) if (!shown.has(value!)) expect(size).toBeLessThanOrEqual(least);
  },
  manyDifferent: (made, column, [values, rows]) => {
    const there = filled(made.source.get(column.name)!);
    expect([new Set(there).size, there.length]).toEqual([number(values!), number(rows!)]);
  },
  noneShared: (made, column, [rows]) =>
    expect(Math.max(...counts(filled(made.source.get(column.name)!)).values())).toBeLessThan(number(rows!)),
  'leftOut.anonymised': leftOut,
  'leftOut.otherwise': leftOut,
  'leftOut.many': (_, __, [fewest, most, size, allowed]) => {
    expect(number(size!)).toBe(k);
    expect(number(fewest!)).toBeLessThanOrEqual(number(most!));
    expect(number(fewest!)).toBeGreaterThan(number(allowed!));
  },
  sameThroughout: (made, column) => expect(new Set(made.source.get(column.name)).size).toBe(1),
  narrowEnough: (made, _, [columns]) => expect(number(columns!)).toBe(made.outputs.size),
  inferable: hasFlag('financial', 'religion'),
  sharedTogether: (made, _, [size], step) => {
    const columns = (step.settings['columns'] as string[]).map((name) => made.outputs.get(name)!);
    expect([number(size!), small(columns, made.rows) <= made.rows * 0.05]).toEqual([k, true]);
  },
  'attacked.leftOut': async (made, column, said, step) => {
    expect([step.op, made.outputs.has(column.name)]).toEqual(['drop-columns', false]);
    await wouldFind(made, column, said, step);
  },
  'attacked.noFiner': wouldFind,
  // Of so few tables that it cannot be told what the next would have been.
  'attacked.ended': (made, column, [tables]) =>
    expect([made.outputs.has(column.name), number(tables!) >= 2]).toEqual([false, true]),
  'attacked.asFine': async (made, _, [name, risk, low]) => {
    // What k alone allows is what is recommended where nothing is attacked.
    const found = (await made.attacksOn!(await made.unattacked!()))!.results.filter(
      ({ verdict }) => verdict === 'refused',
    );
    const most = found.toSorted((a, b) => b.low! - a.low!)[0]!;
    const { share } = attackText;
    expect([name, risk, low]).toEqual([
      attackText.name(most).replaceAll(/[“”]/g, ''),
      share(most.risk!),
      share(most.low!),
    ]);
  },
  'attacked.moreNoise': (made, _, said, step) => {
    expect([step.op, step.settings['epsilon'], said.at(-1)]).toEqual([
      'synthesise',
      1,
      'Linking two halves of the columns to one row',
    ]);
    expect(said[0]).toContain('ε 1 bounds');
  },
  'ways.counts': (made, _, [size], step) => {
    const columns = step.settings['columns'] as string[];
    const leaves = small(
      columns.map((name) => made.outputs.get(name)!),
      made.rows,
    );
    expect([step.op, step.settings['epsilon'], number(size!)]).toEqual(['count-rows', 0, k]);
    expect([columns, leaves <= made.rows * 0.05]).toEqual([[...made.outputs.keys()], true]);
  },
  'ways.wide': (made, _, [size], step) =>
    expect([step.op, number(size!), step.settings['columns']]).toEqual(['group-rows', k, [...made.outputs.keys()]]),
  'ways.notDrawn': (made, column, [least], step) => {
    expect([step.op, made.outputs.has(column.name)]).toEqual(['drop-columns', false]);
    const often = [...counts(made.source.get(column.name)!).values()].filter((times) => times >= number(least!));
    expect(often.length).toBeLessThan(2);
  },
  'ways.synthetic': (made, _, [epsilon, least], step) => {
    const columns = step.settings['columns'] as string[];
    expect([step.op, step.settings['epsilon'], columns]).toEqual([
      'synthesise',
      number(epsilon!),
      [...made.outputs.keys()],
    ]);
    const listed = step.settings['values'] as [string, string][];
    const often = columns.flatMap((name) =>
      [...counts(filled(made.outputs.get(name)!))].flatMap(([value, times]) =>
        times >= number(least!) ? [`${name}: ${value}`] : [],
      ),
    );
    expect(listed.map(([name, value]) => `${name}: ${value}`).sort()).toEqual(often.sort());
  },
  onlyRowsRemain: (made) => expect([...made.outputs.values()].every((values) => new Set(values).size === 1)).toBe(true),
};

/**
 * Not reasons by themselves: what holds a reason together, the forms inside one, errors. What is said of a whole table
 * is held to its word where the narrow tables are, and what is said of noise where noisy counts are.
 */
const parts = ['neededBut', 'changesNothing', 'fewInAll', 'form', 'tables', 'noise', 'wayRefused'];

/** Kinds that follow another one in the same reason. */
const trailing = ['attacked.noFiner', 'attacked.asFine'];

/** Every sentence of the catalogue by its path, as a pattern of what it says. */
function kinds(catalogue: object, path = ''): [string, RegExp][] {
  return Object.entries(catalogue).flatMap(([key, entry]: [string, unknown]): [string, RegExp][] => {
    if (parts.includes(key)) return [];
    if (typeof entry === 'object' && entry !== null) return kinds(entry, `${path}${key}.`);
    const many = typeof entry === 'function' ? entry.length : 0;
    const marks = Array.from({ length: many }, (_, at) => 7001 + at);
    const sentence = typeof entry === 'function' ? (entry as (...values: number[]) => string)(...marks) : String(entry);
    const pattern = sentence
      .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll(/7,00\d/g, String.raw`([\d,]+)`)
      .replaceAll(/700\d/g, '(.+?)')
      .replaceAll('rows', 'rows?');
    return [[`${path}${key}`, new RegExp(`^${pattern}$`)]];
  });
}

describe('the reasons of a recommended recipe', () => {
  it('are each of a kind that can be computed again', () => {
    expect(Object.keys(checks).sort()).toEqual(
      kinds(recommendText)
        .map(([kind]) => kind)
        .sort(),
    );
  });

  const given = new Set<string>();
  const lean: Purpose = {
    ...findPurpose('P1')!,
    dataNeeded: [
      { types: ['ip_address', 'customer_id', 'total_spent'], detail: 'As it is', why: 'To see what is spent where.' },
    ],
  };
  const facts: readonly SemanticTypeId[] = [
    'total_spent',
    'purchase_count',
    'order_status',
    'payment_method',
    'contract_type',
    'vehicle_type',
    'travel_class',
    'travel_purpose',
    'price',
    'quantity',
    'tenure',
    'recency',
    'usage_metric',
    'usage_time',
    'session_count',
    'product_count',
  ];
  const faith = (value: Column['value']): Column => ({
    name: 'Faith',
    type: 'religion',
    class: 'linkable',
    flags: ['religion'],
    value,
  });
  const group = (name: string, type: SemanticTypeId, value: Column['value']): Column => ({ name, type, value });
  const tables: Record<string, Column[]> = {
    'facts that people know of each other': [
      {
        name: 'Salary',
        type: 'salary_income',
        class: 'linkable',
        value: (row) => String(20_000 + Math.floor(chance(row, 21) * 60_000)),
      },
      {
        name: 'Joined',
        type: 'signup_date',
        class: 'linkable',
        flags: ['timestamp'],
        value: (row) => dayOf(chance(row, 22)),
      },
      { name: 'Job', type: 'occupation', class: 'linkable', value: (row) => `job ${skewed(chance(row, 23), 60)}` },
    ],
    'the same thing many times': facts.map((type, at) => ({
      name: `Fact ${at}`,
      type,
      value: (row) => (row % 2 ? `yes ${at}` : `no ${at}`),
    })),
    'very many figures': Array.from({ length: 75 }, (_, at) => ({
      name: `Figure ${at}`,
      type: 'usage_metric',
      value: (row) => String(Math.floor(mixed(row * 977 + at) * 9000)),
    })),
    'identifiers alone': people.filter(({ name }) => ['Key', 'Name', 'Mail'].includes(name)),
    'addresses of visits': people.filter(({ name }) => ['Key', 'Born', 'ZIP', 'IP', 'Spent'].includes(name)),
    'visits from few networks': [
      people[0]!,
      { name: 'IP', type: 'ip_address', flags: ['online_identifier'], value: (row) => `10.${row % 9}.1.${row % 200}` },
    ],
    'groups of customers': [
      ...people.filter(({ name }) => ['Mail', 'Age'].includes(name)),
      { name: 'Segment', type: 'loyalty_segment', value: (row) => `group ${skewed(chance(row, 24), 90)}` },
      { name: 'Tier', type: 'activity_flag', value: (row) => `tier ${skewed(chance(row, 25), 400)}` },
    ],
    'two groups that tell together': [
      ...people.filter(({ name }) => name === 'Mail'),
      faith((row) => (mixed(row * 977) < 0.5 ? 'a' : 'b')),
      group('Segment', 'loyalty_segment', (row) => (mixed(row * 977 + 1) < 0.5 ? 'x' : 'y')),
      group('Tier', 'activity_flag', (row) => (mixed(row * 977 + 1) < 0.5 === mixed(row * 977) < 0.5 ? 'even' : 'odd')),
    ],
    'many hints that add up': [
      ...people.filter(({ name }) => name === 'Mail'),
      faith((row) => (mixed(row * 977) < 0.5 ? 'a' : 'b')),
      ...Array.from({ length: 12 }, (_, at) =>
        group(`Hint ${at}`, 'loyalty_segment', (row) =>
          mixed(row * 977 + at + 1) < 0.64 === mixed(row * 977) < 0.5 ? 'x' : 'y',
        ),
      ),
    ],
    'few people, well known': people.filter(({ name }) =>
      ['Key', 'Age', 'ZIP', 'City', 'Lat', 'Income', 'Born'].includes(name),
    ),
  };
  const patterns = kinds(recommendText);
  /** What is said in one sentence, or in a few that belong together. */
  const holds = async (made: Case, step: RecipeStep, sentences: string): Promise<void> => {
    const whys = made.purpose.dataNeeded.map(({ why }) => `${why} `);
    const bare = whys.reduce((rest, why) => (rest.startsWith(why) ? rest.slice(why.length) : rest), sentences);
    const [kind, said] = patterns.flatMap(([name, pattern]): [string, string[]][] => {
      const found = pattern.exec(sentences) ?? pattern.exec(bare);
      return found === null ? [] : [[name, found.slice(1)]];
    })[0] ?? ['', []];
    expect(kind, `no kind of reason: ${sentences}`).not.toBe('');
    given.add(kind);
    for (const name of step.settings['columns'] as string[]) {
      const column = made.columns.find((each) => each.name === name)!;
      const words = said.map((each) => each.replaceAll(/[“”]/g, ''));
      await checks[kind]!(made, column, words, step);
    }
  };
  const areTrue = async (made: Case): Promise<void> => {
    for (const step of made.recipe.steps) {
      const blocking = /[\d,]+ of [\d,]+ rows are in groups of fewer than .*$/.exec(step.reason)?.[0];
      if (blocking !== undefined) blocksAsSaid(made, step.settings['columns'] as string[], blocking);
      let rest = step.reason.replace(blocking ?? '', '').trim();
      for (const kind of trailing) {
        const sentence = patterns.find(([name]) => name === kind)![1].source.slice(1, -1);
        const found = new RegExp(`^(.*\\S) (${sentence})$`).exec(rest);
        if (found === null) continue;
        await holds(made, step, found[2]!);
        rest = found[1]!;
      }
      await holds(made, step, rest);
    }
  };

  it.each<[ReleaseKind, string, string[], number]>([
    ['anonymised', 'P1', [], 1500],
    ['anonymised', 'P7', [], 600],
    ['anonymised', 'P1', ['Spent', 'Paid', 'Category', 'Last order', 'City', 'ZIP', 'Tickets'], 800],
    ['anonymised', 'P5', ['Key', 'Name', 'Comment'], 30],
    ['pseudonymised', 'P1', [], 1500],
    ['pseudonymised', 'P5', [], 1500],
    ['targeting', 'P2', [], 1500],
  ])('are true: %s for %s without %j, %i rows', async (release, purpose, without, rows) => {
    const made = await runCase(
      duck,
      release,
      purpose,
      people.filter(({ name }) => !without.includes(name)),
      rows,
    );
    expect(made.recipe.steps.length).toBeGreaterThan(3);
    await areTrue(made);
  });

  it.each<[string, ReleaseKind, string | Purpose, number]>([
    ['facts that people know of each other', 'anonymised', 'P1', 1500],
    ['the same thing many times', 'anonymised', 'P1', 400],
    ['very many figures', 'anonymised', 'P1', 300],
    ['identifiers alone', 'anonymised', 'P1', 100],
    ['addresses of visits', 'pseudonymised', lean, 400],
    ['visits from few networks', 'pseudonymised', lean, 400],
    ['groups of customers', 'targeting', 'P2', 1500],
    ['two groups that tell together', 'targeting', 'P2', 1500],
    ['many hints that add up', 'targeting', 'P2', 1500],
    ['few people, well known', 'pseudonymised', 'P1', 120],
  ])('are true of %s, %s', async (table, release, purpose, rows) =>
    areTrue(await runCase(duck, release, purpose, tables[table]!, rows)),
  );

  it.each<RecommendedWay>(['counts', 'wide', 'synthetic'])('are true where it is made %s', async (way) => {
    const few = people.filter(({ name }) => ['Key', 'Age', 'ZIP', 'Paid', 'Device'].includes(name));
    const made = await runCase(duck, 'anonymised', 'P1', few, 600, way);
    await areTrue(made);
    expect([...given]).toContain(`ways.${way}`);
  });

  it.each<[string, RecommendedWay, number, number | undefined]>([
    ['P1', 'narrow', 500, undefined],
    ['P1', 'levels', 500, undefined],
    ['P1', 'narrow', 500, 3],
  ])('are true where attacks keep it coarse: %s, %s, %i rows, %s tables', async (purpose, way, rows, most) => {
    const attacks = { percent: allowedRisk, ...(most !== undefined && { most }) };
    const made = await runCase(duck, 'anonymised', purpose, hintsOfHints, rows, way, attacks);
    await areTrue(made);
    expect((await made.attacksOn!(made.recipe))!.results.filter(({ verdict }) => verdict === 'refused')).toEqual([]);
  });

  it('are true where a twin needs more noise', async () => {
    const noisy = (recipe: Recipe): boolean => Number(recipe.steps.at(-1)!.settings['epsilon']) <= 1;
    const attacks = { percent: 10, refuses: (recipe: Recipe): boolean => !noisy(recipe) };
    await areTrue(await runCase(duck, 'anonymised', 'P1', hintsOfHints, 150, 'synthetic', attacks));
  });

  it('have each been given', () => {
    expect(
      Object.keys(checks)
        .filter((kind) => !given.has(kind))
        .sort(),
    ).toEqual([]);
  });
});
