import type { z } from 'zod';
import type { ClassValues, TableValues } from '#shared/domain/class-values.ts';
import type { Risk } from '#shared/domain/risk.ts';

/** The values of a protected column, class by class. */
export interface CountedClasses {
  table: TableValues;
  classes: readonly ClassValues[];
}

/**
 * The numbers of a measurement that models look at: k of its classes, l and t per sensitive column; and, where a model
 * that was asked for needs them, how many classes there are of each size, and the values of the classes.
 */
export interface Measured extends Pick<Risk, 'k' | 'l' | 't'> {
  histogram?: readonly { size: number; classes: number }[] | undefined;
  counted?: Readonly<Record<string, CountedClasses>> | undefined;
  /** People of a table of the population in the class with fewest; absent where no table was counted. */
  population?: number | undefined;
}

/** A worked case: rows of text cells, measured on the real data engine by the registry test. */
export interface ModelExample<Settings> {
  name: string;
  /** First column the quasi-identifier, second the sensitive one. */
  rows: [string | null, string | null][];
  settings: Settings;
  value: number;
  met: boolean;
}

/** What a search may rely on: when something that holds is known to go on holding. Proved on random tables by a test. */
export interface Monotonicity {
  /** Whether it goes on holding when classes are put together, as coarser levels do. */
  underGeneralisation: boolean;
  /** What may be left out without breaking what holds: classes as a whole, or nothing. Single rows never may. */
  underSuppression: 'whole-classes' | 'nothing';
  /**
   * Whether coarser levels never need more rows left out than finer ones, where every class that misses is. It takes
   * that a class which misses passes as soon as it is put together with one that holds.
   */
  withSuppressionLimit: boolean;
  source: string;
}

/** Sizes of classes, ascending, and how many classes have each. */
export type ClassSizes = readonly { size: number; classes: number }[];

/**
 * How a model judges from counts alone, as a search asks it again and again: a class by its rows, a class by the values
 * that a protected column has in it (null: nothing that could be judged, which misses nothing), or all sizes together.
 */
export type Judgement<Settings> =
  | { each: 'class-size'; value(rows: number, settings: Settings): number }
  | {
      each: 'class-values';
      prepare(table: TableValues, settings: Settings): (values: ClassValues) => number | null;
    }
  | { each: 'all-sizes'; value(sizes: ClassSizes, settings: Settings): number };

/** One privacy model: its settings, which number of a measurement it looks at, and when it holds. */
export interface PrivacyModel<Settings extends object = object, Id extends string = string> {
  /** Name in recipes and certificates, for ever; also the file's name. */
  id: Id;
  title: string;
  source: string;
  settings: z.ZodType<Settings>;
  /** The settings used where nobody chose others: a product default, not law. */
  usual: Settings;
  /** Judged of every release, with its usual settings where the target does not name it; else only where it does. */
  always: boolean;
  /** What must be measured: the classes alone, or a sensitive column over the classes of the others. */
  needs: 'classes' | 'sensitive-column';
  isMonotone: Monotonicity;
  /** Which way a measured value is safer: more in a class (k, l), or less of a difference (t). */
  better: 'higher' | 'lower';
  value(measured: Measured, settings: Settings, column: string): number;
  judgement: Judgement<Settings>;
  /** Whether it looks at the values of every class (`Measured.counted`), which are measured only where one does. */
  readsValues?(settings: Settings): boolean;
  /** The number that a certificate puts beside the value. */
  wanted(settings: Settings): number;
  met(value: number, settings: Settings): boolean;
  /** One sentence; `column` is ignored by models of classes. */
  explain(value: number, settings: Settings, column: string): string;
  /** What its settings may be: one sentence for whoever wrote others. */
  allowed: string;
  examples: ModelExample<Settings>[];
}

/** Takes a model's settings type from its schema, and from nowhere else; its id is kept as a literal. */
export const definePrivacyModel = <Schema extends z.ZodType<object>, const Id extends string>(
  model: Omit<PrivacyModel<z.infer<Schema>, Id>, 'settings'> & { settings: Schema },
): PrivacyModel<z.infer<Schema>, Id> => model as unknown as PrivacyModel<z.infer<Schema>, Id>;

/**
 * The strictest value over all classes, as `value` wants it, for models that have no figure of their own in a
 * measurement.
 */
export const strictest =
  <Settings>(judgement: Judgement<Settings>, better: 'higher' | 'lower') =>
  (measured: Measured, settings: Settings, column: string): number => {
    const sizes = measured.histogram ?? [];
    if (judgement.each === 'all-sizes') return judgement.value(sizes, settings);
    let found: number[];
    if (judgement.each === 'class-size') found = sizes.map(({ size }) => judgement.value(size, settings));
    else {
      const counted = measured.counted?.[column];
      if (counted === undefined) throw new Error('The values of the classes were not measured.');
      const valueOf = judgement.prepare(counted.table, settings);
      found = counted.classes.flatMap((values) => valueOf(values) ?? []);
    }
    // Nothing that could be judged protects nobody.
    if (found.length === 0) return 0;
    return found.reduce((a, b) => (better === 'higher' ? Math.min(a, b) : Math.max(a, b)));
  };
