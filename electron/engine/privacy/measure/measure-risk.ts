import type { Risk } from '#shared/domain/risk.ts';
import type { CountedClasses, Measured } from '#shared/privacy-models/privacy-model.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { classesSql, type MeasuredColumn } from './classes.ts';
import { countValues } from './count-values.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { measureCloseness } from './measure-closeness.ts';
import { measureDiversity } from './measure-diversity.ts';
import { aloneOf } from './rows-alone.ts';

export interface RiskInput {
  /** Quasi-identifiers: what an attacker may know about a person. */
  qi: readonly MeasuredColumn[];
  /** Columns whose value an attacker wants to learn; l and t are measured for each, over the classes of the others. */
  sensitive?: readonly MeasuredColumn[];
  /** SQL expression of a person id that repeats: classes are then counted in people, not rows. */
  person?: string | undefined;
  /** Whether the values of the classes are counted, too, for models that judge by them. */
  counted?: boolean | undefined;
  /** The sizes of the classes, where they are counted already. */
  histogram?: Risk['histogram'] | undefined;
  signal?: AbortSignal | undefined;
}

/** A risk with what models may judge by. */
export type MeasuredRisk = Risk & Pick<Measured, 'counted'>;

/**
 * Re-identification risk of a relation (El Emam 2013; definitions in docs/definitions.md). Shares are 0…1. Without a
 * population table the journalist's risk equals the prosecutor's, and the marketer's is the average. `relation` must
 * not hold suppressed rows.
 *
 * @param relation FROM-clause expression; scanned once, and twice more per sensitive column
 * @throws Failure JOB_CANCELLED when the signal aborts
 */
export async function measureRisk(duck: Duck, relation: string, input: RiskInput): Promise<MeasuredRisk> {
  return interruptible(duck, input.signal, async () => {
    const histogram =
      input.histogram ??
      (await duck.query<Risk['histogram'][number]>(
        'SELECT f AS size, count(*) AS classes, sum(r)::BIGINT AS rows FROM ' +
          `(${classesSql(relation, input.qi, input.person)}) GROUP BY f ORDER BY f`,
      ));
    const total = { rows: 0, classes: 0, members: 0, risk: 0 };
    for (const bin of histogram) {
      total.rows += bin.rows;
      total.classes += bin.classes;
      total.members += bin.size * bin.classes;
      total.risk += bin.rows / bin.size;
    }
    const k = histogram[0]?.size ?? 0;
    const alone = aloneOf(histogram);
    const average = total.rows === 0 ? 0 : total.risk / total.rows;
    const attack = { max: k === 0 ? 0 : 1 / k, average };
    const l: [string, Risk['l'][string]][] = [];
    const t: [string, number][] = [];
    const counted: [string, CountedClasses][] = [];
    for (const column of input.sensitive ?? []) {
      // What is to be learned is not what it is learned by.
      const others = input.qi.filter(({ name }) => name !== column.name);
      l.push([column.name, await measureDiversity(duck, relation, others, column.sql)]);
      t.push([column.name, await measureCloseness(duck, relation, others, column.sql)]);
      if (input.counted) counted.push([column.name, await countValues(duck, relation, others, column.sql)]);
    }
    return {
      rows: total.rows,
      qi: input.qi.map((column) => column.name),
      k,
      classes: total.classes,
      averageClassSize: total.classes === 0 ? 0 : total.members / total.classes,
      unique: { rows: alone, share: total.rows === 0 ? 0 : alone / total.rows },
      prosecutor: attack,
      journalist: { ...attack },
      marketer: { average },
      l: Object.fromEntries(l),
      t: Object.fromEntries(t),
      histogram,
      ...(input.counted ? { counted: Object.fromEntries(counted) } : {}),
    };
  });
}
