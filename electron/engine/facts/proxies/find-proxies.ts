import type { ColumnFlag } from '#shared/domain/column-class.ts';
import type { FactValues } from '#shared/facts/index.ts';
import { zOfConfidence } from '#shared/fairness/normal.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import { auc, aucError } from './auc.ts';
import { encode, encodeFiner, valuesOf, type Coded } from './encode.ts';
import { areaByCell, baseOf, byAll, crossed, tableOf, type Base } from './predict.ts';

/** A column with its texts, a text per row, null for nothing. */
export interface Texts {
  name: string;
  texts: readonly (string | null)[];
}

export interface Sought extends Texts {
  flags: ColumnFlag[];
}

type Found = FactValues['proxies']['found'][number];

/** People that have a value, and that do not, before it is looked for. */
const enough = 20;
/** A lower limit beneath this may be chance. */
const surely = 0.6;
/** Columns that are paired: of more, those that tell most alone. */
const mostPaired = 40;

interface Reading extends Coded {
  table: ReturnType<typeof tableOf>;
}

interface Candidate extends Reading {
  name: string;
  /** Finer readings of many texts, for the column by itself. */
  finer: Reading[];
}

const readingOf = (coded: Coded): Reading => ({ ...coded, table: tableOf(coded) });

interface Score {
  by: string[];
  way: Found['way'];
  auc: number;
}

/** The best of each way for one value: alone, two together, all together. */
function bestOf(candidates: readonly Candidate[], flags: Uint8Array, base: Base): Score[] {
  const alone = candidates
    .map((one): Score => {
      const areas = [one, ...one.finer].map((reading) => areaByCell(reading, reading.table, flags, base));
      return { by: [one.name], way: 'alone', auc: Math.max(...areas) };
    })
    .sort((one, other) => other.auc - one.auc);
  const strongest = new Set(alone.slice(0, mostPaired).flatMap(({ by }) => by));
  const paired = candidates.filter(({ name }) => strongest.has(name));
  let two: Score | null = null;
  for (const [at, one] of paired.entries())
    for (const other of paired.slice(at + 1)) {
      const both = crossed(one, other);
      const area = areaByCell(both, tableOf(both), flags, base);
      if (two === null || area > two.auc) two = { by: [one.name, other.name], way: 'two', auc: area };
    }
  const all: Score = {
    by: candidates.map(({ name }) => name),
    way: 'all',
    auc: auc(
      byAll(
        candidates.map((coded) => ({ coded, table: coded.table })),
        flags,
        base,
      ),
      flags,
    ),
  };
  return [...alone.slice(0, 3), ...(two === null ? [] : [two]), ...(candidates.length > 2 ? [all] : [])];
}

/** Names of the columns, those first that tell most of any value alone. */
export function tellMostAlone(leaving: readonly Texts[], sought: readonly Sought[]): string[] {
  const strength = leaving.map(({ name, texts }) => {
    const coded = encode(texts);
    const table = tableOf(coded);
    const areas = sought.flatMap((one) =>
      valuesOf(one.texts, enough).map((flags) => areaByCell(coded, table, flags, baseOf(flags))),
    );
    return { name, auc: Math.max(0, ...areas) };
  });
  return strength.sort((one, other) => other.auc - one.auc).map(({ name }) => name);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** More is told by two or all than by the best alone, else they say nothing further. */
const tellsMore = 0.02;

/**
 * What tells one value: strongest first, each way only where it tells more than fewer columns do. `unsure`: something
 * seems to tell it, of so few people that it may be chance.
 */
function tellersOf(scores: readonly Score[], positives: number, negatives: number, z: number, warns: number) {
  const told: (Score & { low: number })[] = [];
  let unsure = false;
  for (const score of scores) {
    if (score.auc < warns) continue;
    const low = score.auc - z * aucError(score.auc, positives, negatives);
    if (low < surely) {
      unsure = true;
      continue;
    }
    if (score.way !== 'alone' && told.some(({ auc: area }) => area >= score.auc - tellsMore)) continue;
    told.push({ ...score, low });
  }
  return { told, unsure };
}

/**
 * Which columns tell what is sought, for rows that were not learned from. For every value that enough people have: each
 * column alone (also by more of its texts and by their endings), every two of them (by the share in each pair of codes),
 * all together (naive Bayes), each predicted in five parts by the other four. The lower limit is Hanley and McNeil's at a
 * confidence that allows for every column, pair and value that was tried.
 * @param leaving columns of the rows that leave; @param sought columns of the same rows
 */
export async function findProxies(
  leaving: readonly Texts[],
  sought: readonly Sought[],
  { warns, signal }: { warns: number; signal?: AbortSignal | undefined },
): Promise<Pick<FactValues['proxies'], 'looked' | 'tooFew' | 'found'>> {
  const candidates = leaving
    .map(({ name, texts }): Candidate => ({
      name,
      ...readingOf(encode(texts)),
      finer: encodeFiner(texts).map(readingOf),
    }))
    .filter(({ size }) => size > 2);
  const found = new Map<string, Found>();
  const tooFew: FactValues['proxies']['tooFew'] = [];
  const looked: FactValues['proxies']['looked'] = [];
  for (const { name, flags: kinds, texts } of sought) {
    const known = texts.flatMap((text, row) => (text === null ? [] : [row]));
    const values = valuesOf(texts, enough);
    let unsure = values.length === 0 || candidates.length === 0;
    const within = known.length === texts.length ? candidates : candidates.map((one) => only(one, known));
    const readings = within.reduce((sum, { finer }) => sum + 1 + finer.length, 0);
    const tried = values.length * (readings + (within.length * (within.length - 1)) / 2 + 1);
    const z = zOfConfidence(1 - 0.05 / tried);
    for (const all of candidates.length === 0 ? [] : values) {
      await breathe(signal);
      const flags = known.length === texts.length ? all : Uint8Array.from(known, (row) => all[row]!);
      const positives = flags.reduce((sum, flag) => sum + flag, 0);
      const scores = bestOf(within, flags, baseOf(flags));
      const tellers = tellersOf(scores, positives, flags.length - positives, z, warns);
      unsure ||= tellers.unsure;
      for (const { by, way, auc: area, low } of tellers.told) {
        const key = JSON.stringify([name, way === 'all' ? 'all' : by]);
        if ((found.get(key)?.auc ?? 0) < area)
          found.set(key, { of: name, flags: kinds, by, way, auc: rounded(area), low: rounded(low) });
      }
    }
    (unsure ? tooFew : looked).push({ column: name, flags: kinds });
  }
  return { looked, tooFew, found: [...found.values()].sort((one, other) => other.auc - one.auc) };
}

/** A column in some rows only. */
function only({ name, finer, ...coded }: Candidate, rows: readonly number[]): Candidate {
  const some = ({ codes, size }: Coded): Reading =>
    readingOf({ codes: Uint8Array.from(rows, (row) => codes[row]!), size });
  return { name, ...some(coded), finer: finer.map(some) };
}
