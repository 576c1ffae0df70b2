import type { Finding } from '#shared/domain/finding.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { ReleaseKind } from '#shared/domain/recipe-file.ts';
import { hasFlag, isDirectIdentifier } from '#shared/guardrails/output-view.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { fillSampleValues, sampleParts } from './sample-values.ts';
import { frequentValues, measureShapes, type ColumnShape, type FrequentValue } from './column-shape.ts';
import {
  ageLadder,
  categoryLadder,
  coordinateLadder,
  dateLadder,
  finestBins,
  numberLadder,
  zipLadder,
  type Rungs,
} from './ladders.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { spec, type Choice } from './step-spec.ts';

/** A column of at most so many values is a list of categories that a person can look over. */
const fewValues = 30;
/** Above this share of different values a text stands for single rows. */
const nearlyUnique = 0.5;

/** Rows that must share a value before it is shown by itself. */
const leastOf = (filled: number): number => Math.ceil(filled * 0.002);

const datelike = (finding: Finding, shape: ColumnShape): boolean =>
  shape.date.share > 0.8 &&
  (finding.flags.includes('timestamp') ||
    /(^|_)(date|timestamp)($|_)/.test(finding.type) ||
    (shape.number.share < 0.5 && shape.date.share > 0.95));

/** A ladder with the last rung alone: the values cannot be read. */
const onlyDrop: Rungs = { levels: [{ step: 'drop', loss: 1 }] };

function ladderFor(finding: Finding, shape: ColumnShape): Rungs | null {
  switch (finding.type) {
    case 'age':
      return shape.number.share > 0.5 ? ageLadder('age', 'iso') : null;
    case 'birth_year':
      return shape.number.share > 0.5 ? ageLadder('birth-year', 'iso') : null;
    case 'date_of_birth':
      return shape.date.share > 0.5 ? ageLadder('date-of-birth', shape.date.format) : onlyDrop;
    case 'postal_code':
      return zipLadder(shape.length);
    case 'latitude':
    case 'longitude':
      return shape.number.share > 0.5 ? coordinateLadder('coordinate', shape.number.mark) : onlyDrop;
    case 'geo_coordinates':
      return coordinateLadder('pair', '.');
    default:
      return null;
  }
}

export interface LookInput {
  column: SourceColumn;
  finding: Finding;
  release: ReleaseKind;
  k: number;
  reason: string;
  /** Somebody could know the value from elsewhere: it gets a ladder and counts for k. */
  recognisable: boolean;
}

/**
 * What the values of columns decide, in their order: the ladder of a quasi-identifier, or how an exact value that
 * nobody could know is coarsened.
 * @param sample temporary table of `sampleTable`
 * @param between called between measurements with the columns done; throws to cancel
 */
export async function lookAtValues(
  duck: Duck,
  sample: string,
  columns: readonly LookInput[],
  between: (done: number) => Promise<void>,
): Promise<Choice[]> {
  const [counted] = await duck.query<{ rows: number }>(`SELECT count(*) AS rows FROM ${quoteIdentifier(sample)}`);
  const values = `${sample}_values`;
  const choices: Choice[] = [];
  for (const part of sampleParts(columns, Number(counted?.rows ?? 0))) {
    await between(choices.length);
    await fillSampleValues(
      duck,
      sample,
      part.map(({ column }) => column),
      values,
    );
    const shapes = await measureShapes(duck, values, part.length);
    const asked = part.flatMap((look, slot) => {
      const shape = shapes[slot]!;
      return decide(look, shape, null) === null
        ? [{ slot, least: Math.max(look.k, leastOf(shape.filled)), filled: shape.filled }]
        : [];
    });
    const frequent = await frequentValues(duck, values, asked);
    choices.push(...part.map((look, slot) => decide(look, shapes[slot]!, frequent.get(slot) ?? [])!));
  }
  return choices;
}

/** @param frequent null where they are not known yet: null is then the answer where they matter */
function decide(look: LookInput, shape: ColumnShape, frequent: FrequentValue[] | null): Choice | null {
  const { column, finding, release, reason } = look;
  const fixed = (
    step: Choice & { kind: 'fixed' } extends { step: infer Step } ? Step : never,
    why: string,
  ): Choice => ({ kind: 'fixed', column, step, reason: why });
  const because = (why: string): string => recommendText.neededBut(reason, why);
  const ladder = (rungs: Rungs, why: string): Choice =>
    rungs.levels.length === 1
      ? fixed('drop', recommendText.noneShared(Math.max(look.k, leastOf(shape.filled))))
      : { kind: 'ladder', column, finding, ...rungs, reason: because(why) };
  const exact = release !== 'pseudonymised';
  // In an anonymised table whatever can be read counts, so that every column needs coarser forms.
  const counts = look.recognisable || release === 'anonymised';
  const exposed = isDirectIdentifier(finding) || hasFlag(finding, ['timestamp', 'exact_age', 'precise_location']);
  if (shape.filled === 0 && release === 'anonymised') return fixed('drop', recommendText.empty);
  const readable = ladderFor(finding, shape) !== null || datelike(finding, shape) || shape.number.share > 0.9;
  if (exposed && (shape.filled === 0 || !readable)) return fixed('drop', recommendText.unreadable);
  if (!exposed && (shape.filled === 0 || shape.distinct === 1))
    return counts
      ? {
          kind: 'ladder',
          column,
          finding,
          levels: [
            { step: null, loss: 0 },
            { step: 'drop', loss: 1 },
          ],
          reason: '',
        }
      : fixed(null, '');
  const special = ladderFor(finding, shape);
  if (special !== null)
    return special.levels.length === 1
      ? fixed('drop', recommendText.unreadable)
      : ladder(special, recommendText.coarseEnough);
  if (datelike(finding, shape)) {
    if (counts)
      return ladder(
        dateLadder(shape.date.format),
        look.recognisable ? recommendText.exactDate : recommendText.exactTime,
      );
    return fixed(
      spec('truncate-date', { dateFormat: shape.date.format, to: exact ? 'month' : 'day' }),
      because(recommendText.exactTime),
    );
  }
  if (shape.number.share > 0.9 && (exposed || shape.distinct > fewValues || (counts && shape.distinct > 12))) {
    if (counts && shape.number.octiles.length === 0) return fixed('drop', recommendText.nearlyAllTheSame);
    if (counts)
      return ladder(numberLadder(shape), look.recognisable ? recommendText.exactNumber : recommendText.bandOfMany);
    if (!exact && !exposed) return fixed(null, '');
    const bins = finestBins(shape);
    return bins === null
      ? fixed('drop', recommendText.nearlyAllTheSame)
      : fixed(bins, because(recommendText.bandOfMany));
  }
  if (frequent === null) return null;
  if (look.recognisable)
    return ladder(
      categoryLadder({ frequent, few: shape.distinct <= fewValues, distinct: shape.distinct }),
      recommendText.rareTogether,
    );
  if (shape.distinct > shape.filled * nearlyUnique && shape.distinct > 20)
    return fixed('drop', recommendText.manyDifferent(shape.distinct, shape.filled));
  if (counts)
    return ladder(
      categoryLadder({ frequent, few: shape.distinct <= fewValues, distinct: shape.distinct }),
      recommendText.rareTogether,
    );
  if (shape.distinct <= fewValues || !exact) return fixed(null, '');
  const [level] = categoryLadder({ frequent, few: false, distinct: shape.distinct }).levels;
  // Every value is frequent: there is nothing to put together.
  if (level?.step === null) return fixed(null, '');
  return level === undefined || level.step === 'drop'
    ? fixed('drop', recommendText.noneShared(Math.max(look.k, leastOf(shape.filled))))
    : fixed(level.step, because(recommendText.rareStandsForPerson));
}
