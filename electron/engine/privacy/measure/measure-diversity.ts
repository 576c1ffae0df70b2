import type { Duck } from '#engine/analysis/open-duck.ts';
import { classKey, classValuesSql, type MeasuredColumn } from './classes.ts';

export interface Diversity {
  /** Smallest number of different sensitive values in any class (distinct l-diversity). */
  distinct: number;
  /** Smallest exp(entropy) of the sensitive values in any class: entropy l-diversity holds for every l up to it. */
  entropy: number;
}

/** No value, a blank one, and the star of a suppressed cell are missing. */
const isThere = (value: string): string => `${value} IS NOT NULL AND trim(${value}) NOT IN ('', '*')`;

/**
 * l-diversity of one sensitive column (Machanavajjhala et al. 2007). A missing value tells nothing, so it makes no
 * class more varied: it is left out, and with it the classes that hold nothing else.
 */
export async function measureDiversity(
  duck: Duck,
  relation: string,
  qi: readonly MeasuredColumn[],
  sensitive: string,
): Promise<Diversity> {
  const grouping = qi.length === 0 ? '' : `GROUP BY ${qi.map((_, index) => classKey(index)).join(', ')}`;
  const [row] = await duck.query<{ distinct_l: number | null; entropy_l: number | null }>(
    `SELECT min(d) AS distinct_l, exp(min(h)) AS entropy_l FROM (
       SELECT count(*) AS d, ln(sum(c)) - sum(c * ln(c)) / sum(c) AS h FROM (${classValuesSql(relation, qi, sensitive)}) WHERE ${isThere('v')} ${grouping})`,
  );
  return { distinct: row?.distinct_l ?? 0, entropy: row?.entropy_l ?? 0 };
}
