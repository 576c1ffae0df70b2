import type { ClassValues } from '#shared/domain/class-values.ts';
import type { Classes, Groupings } from './groupings.ts';
import { codeAt } from './packed-rows.ts';
import type { Population } from './population.ts';
import type { JudgedClasses } from './utility/utility.ts';

/** A model that is asked of each class; `firm`: a class that misses it holds once put together with one that holds. */
export interface SizeRule {
  asks: 'size';
  firm: boolean;
  holds(rows: number): boolean;
}

/** A model that is asked of the values that a protected column has in each class. */
export interface ValueRule {
  asks: 'values';
  firm: boolean;
  /** Place among the protected columns. */
  guarded: number;
  holds(values: ClassValues): boolean;
}

/** A model of all classes that are released, together. */
export interface TableRule {
  asks: 'table';
  firm: false;
  /** @param sizes rows of a class and how many classes have as many, ascending */
  holds(sizes: readonly { size: number; classes: number }[]): boolean;
}

/**
 * A model that is asked of the people of a population in each class. Firm: a class has at least as many people as all
 * that were put together in it.
 */
export interface PopulationRule {
  asks: 'population';
  firm: true;
  holds(people: number): boolean;
}

export type Rule = SizeRule | ValueRule | TableRule | PopulationRule;

export interface Judgement extends JudgedClasses {
  /**
   * Rows in classes that miss a firm rule. Coarser levels have as few or fewer, so where they are too many, all finer
   * levels miss, too.
   */
  firmRows: number;
}

/**
 * Says which classes have to be suppressed. Each class that misses a rule is; then, for rules about all of them, the
 * smallest ones, those of one size together, until they hold or none is left.
 */
export class Judge {
  readonly #groupings: Groupings;
  readonly #sizes: SizeRule[];
  readonly #values = new Map<number, ValueRule[]>();
  readonly #tables: TableRule[];
  readonly #ofPeople: PopulationRule[];
  readonly #population: Population | null;
  readonly #counts: Float64Array[];

  /**
   * @param guarded number of values of each protected column
   * @param population whose people are counted; null only where no rule asks for them
   */
  constructor(
    groupings: Groupings,
    rules: readonly Rule[],
    guarded: readonly number[],
    population: Population | null = null,
  ) {
    this.#groupings = groupings;
    this.#sizes = rules.filter((rule) => rule.asks === 'size');
    this.#tables = rules.filter((rule) => rule.asks === 'table');
    this.#ofPeople = rules.filter((rule) => rule.asks === 'population');
    this.#population = population;
    if (this.#ofPeople.length > 0 && population === null) throw new Error('There is no population to count.');
    for (const rule of rules)
      if (rule.asks === 'values') this.#values.set(rule.guarded, [...(this.#values.get(rule.guarded) ?? []), rule]);
    this.#counts = guarded.map((values) => new Float64Array(values));
  }

  /** @param most rows that may be suppressed: where firm rules alone suppress more, the others are not asked */
  judge(classes: Classes, most: number): Judgement {
    const hidden = new Uint8Array(classes.size);
    this.#bySize(classes, hidden, true);
    this.#byValues(classes, hidden, true);
    this.#byPeople(classes, hidden);
    const firmRows = hiddenRows(classes, hidden);
    if (firmRows <= most) {
      this.#bySize(classes, hidden, false);
      this.#byValues(classes, hidden, false);
      this.#byTable(classes, hidden);
    }
    return { classes, hidden, hiddenRows: hiddenRows(classes, hidden), firmRows };
  }

  #bySize({ rows }: Classes, hidden: Uint8Array, firm: boolean): void {
    for (const rule of this.#sizes)
      if (rule.firm === firm)
        for (let group = 0; group < rows.length; group += 1) if (!rule.holds(rows[group]!)) hidden[group] = 1;
  }

  #byPeople(classes: Classes, hidden: Uint8Array): void {
    if (this.#population === null || this.#ofPeople.length === 0) return;
    const people = this.#population.people(classes);
    for (const rule of this.#ofPeople)
      for (let group = 0; group < people.length; group += 1) if (!rule.holds(people[group]!)) hidden[group] = 1;
  }

  #byValues(classes: Classes, hidden: Uint8Array, firm: boolean): void {
    if (this.#values.size === 0) return;
    let order: Ordered | null = null;
    for (const [at, all] of this.#values) {
      const rules = all.filter((rule) => rule.firm === firm);
      if (rules.length === 0) continue;
      order ??= inClasses(classes);
      this.#ofColumn(classes, order, at, rules, hidden);
    }
  }

  #ofColumn(
    { pairs }: Classes,
    { start, pair }: Ordered,
    at: number,
    rules: readonly ValueRule[],
    hidden: Uint8Array,
  ): void {
    const field = this.#groupings.guarded[at]!;
    const tally = this.#counts[at]!;
    for (let group = 0; group < hidden.length; group += 1) {
      if (hidden[group] === 1) continue;
      const codes: number[] = [];
      let rows = 0;
      for (let place = start[group]!; place < start[group + 1]!; place += 1) {
        const code = codeAt(pairs.words, field, pair[place]!);
        const many = pairs.rows[pair[place]!]!;
        if (tally[code] === 0) codes.push(code);
        tally[code]! += many;
        rows += many;
      }
      const values = { codes, counts: codes.map((code) => tally[code]!), rows };
      for (const code of codes) tally[code] = 0;
      if (!rules.every((rule) => rule.holds(values))) hidden[group] = 1;
    }
  }

  #byTable({ rows }: Classes, hidden: Uint8Array): void {
    if (this.#tables.length === 0) return;
    const bySize = new Map<number, number>();
    for (let group = 0; group < hidden.length; group += 1)
      if (hidden[group] === 0) bySize.set(rows[group]!, (bySize.get(rows[group]!) ?? 0) + 1);
    const sizes = [...bySize].map(([size, classes]) => ({ size, classes })).sort((a, b) => a.size - b.size);
    while (sizes.length > 0 && !this.#tables.every((rule) => rule.holds(sizes))) {
      const { size } = sizes.shift()!;
      for (let group = 0; group < hidden.length; group += 1) if (rows[group] === size) hidden[group] = 1;
    }
  }
}

function hiddenRows({ rows }: Classes, hidden: Uint8Array): number {
  let sum = 0;
  for (let group = 0; group < hidden.length; group += 1) if (hidden[group] === 1) sum += rows[group]!;
  return sum;
}

/** Pairs class by class: those of a class stand from `start[class]` to below `start[class + 1]`. */
interface Ordered {
  start: Uint32Array;
  pair: Uint32Array;
}

function inClasses({ size, pairs, of }: Classes): Ordered {
  const start = new Uint32Array(size + 1);
  const pair = new Uint32Array(pairs.size);
  if (of === null) return { start: start.map((_, at) => at), pair: pair.map((_, at) => at) };
  for (let at = 0; at < pairs.size; at += 1) start[of[at]! + 1]! += 1;
  for (let group = 0; group < size; group += 1) start[group + 1]! += start[group]!;
  const next = start.slice(0, size);
  for (let at = 0; at < pairs.size; at += 1) {
    const group = of[at]!;
    pair[next[group]!] = at;
    next[group]! += 1;
  }
  return { start, pair };
}
