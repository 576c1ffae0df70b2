import { Failure } from '#shared/contract/failure.ts';
import type { Risk } from '#shared/domain/risk.ts';
import type { RiskCheck } from '#shared/domain/risk-check.ts';
import { riskText as text } from '#shared/text/engine/risk.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import type { CheckInput } from './check-table.ts';

/** People in all classes. */
const peopleIn = ({ histogram }: Pick<Risk, 'histogram'>): number =>
  histogram.reduce((sum, { size, classes }) => sum + size * classes, 0);

/** @throws Failure WRONG_USAGE where there are fewer people than the file has */
export function requirePopulation(people: number | null, risk: Risk): void {
  const here = peopleIn(risk);
  if (people !== null && people < here) throw new Failure('WRONG_USAGE', text.populationTooSmall(people, here));
}

/** From this share of all rows on, one person decides what averages over rows say. */
const oneWithMost = 0.5;

/** Rows of the person who has most of them; null where rows are counted. */
async function mostOfOne({ duck, relation, person, signal }: CheckInput): Promise<number | null> {
  if (person === undefined) return null;
  const [row] = await interruptible(duck, signal, () =>
    duck.query<{ most: number | null }>(
      `SELECT max(n) AS most FROM (SELECT count(*) AS n FROM ${relation} WHERE ${person} IS NOT NULL GROUP BY ${person})`,
    ),
  );
  return row?.most ?? null;
}

/** Protected columns of which every row says the same. */
async function constant({ duck, relation, guarded, signal }: CheckInput): Promise<string[]> {
  const found: string[] = [];
  for (const { name, sql } of guarded) {
    const [row] = await interruptible(duck, signal, () =>
      duck.query<{ different: number }>(
        `SELECT count(DISTINCT nullif(trim(${sql}), '')) AS "different" FROM ${relation}`,
      ),
    );
    if ((row?.different ?? 0) <= 1) found.push(name);
  }
  return found;
}

/** What somebody should know who reads the figures. */
export async function warningsOf(
  input: CheckInput,
  risk: Risk,
  { worst, telling }: Pick<RiskCheck, 'worst' | 'telling'>,
): Promise<string[]> {
  const { k, counted, person } = input;
  const warnings: string[] = [];
  if (counted.length === 0) warnings.push(text.noneCounted);
  const people = person === undefined ? risk.rows : peopleIn(risk);
  if (risk.rows > 0 && k > people) warnings.push(text.kTooLarge(k, people, person !== undefined));
  for (const name of await constant(input)) warnings.push(text.constant(name));
  const most = await mostOfOne(input);
  if (most !== null && most >= oneWithMost * risk.rows) warnings.push(text.mostOfOne(most, risk.rows));
  if (worst === null) warnings.push(text.tooLarge);
  else if (worst.cut) warnings.push(text.worstCut(worst.upTo, counted.length));
  if (telling?.cut === true) warnings.push(text.tellingCut);
  return warnings;
}
