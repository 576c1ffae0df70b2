import { duckDialect } from '#shared/sql/duckdb/dialect.ts';
import type { StepContext } from '#shared/recipe/operation.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import type { CodedColumn } from './stands.ts';
import type { Ladder } from './step-spec.ts';
import { code, joined, levelDictionaries, levelsSql, personCode, streamNumbers } from './tuples.ts';

/**
 * Rows up to which the rungs of twenty columns are learnt in one statement; of more rows each column has one of its
 * own.
 */
const fewRows = 20_000;
/** Columns read at a time. */
const together = 40;

/** The person of every row, in the order of the relation. */
export async function codePersons(duck: Duck, relation: string, person: string): Promise<Uint32Array> {
  const { chunks, count } = await streamNumbers(duck, `SELECT ${personCode(person)} AS p FROM ${relation}`, 1);
  return joined(chunks, 0, count);
}

/** For each ladder: code at the finest level → codes at every level but the last, of all rows. */
async function dictionaries(
  duck: Duck,
  relation: string,
  ladders: Ladder[],
  context: StepContext,
  rows: number,
): Promise<Map<number, number[]>[]> {
  if (rows <= fewRows) return levelDictionaries(duck, levelsSql(relation, ladders, context));
  const found: Map<number, number[]>[] = [];
  for (const ladder of ladders) {
    const { from, levels } = levelsSql(relation, [ladder], context);
    const keys = (levels[0] ?? []).map((sql, at) => `${code(sql)} AS k${at}`);
    const { chunks, count } = await streamNumbers(duck, `SELECT DISTINCT ${keys.join(', ')} FROM ${from}`, keys.length);
    const columns = keys.map((_, index) => joined(chunks, index, count));
    found.push(
      new Map(
        Array.from({ length: count }, (_, at) => [columns[0]?.[at] ?? 0, columns.map((column) => column[at] ?? 0)]),
      ),
    );
  }
  return found;
}

/** The codes of some texts, and of no text, as the data engine writes them. */
async function codesOf(duck: Duck, texts: string[]): Promise<{ of: Map<string, number>; nothing: number }> {
  const literals = [...new Set(texts)];
  const rows = await duck.query<{ v: string | null; c: number }>(
    `SELECT v, ${code('v')} AS c FROM (SELECT unnest([NULL, ` +
      `${literals.map((text) => duckDialect.text(text)).join(', ')}]::VARCHAR[]) AS v)`,
  );
  return {
    of: new Map(rows.flatMap(({ v, c }) => (v === null ? [] : [[v, Number(c)]]))),
    nothing: Number(rows.find(({ v }) => v === null)?.c ?? 0),
  };
}

const wordsOf = ({ parts }: Ladder): string[] =>
  parts === undefined ? [] : parts.kind === 'edges' ? parts.labels : parts.values;

/** Numbers 0, 1, 2… for the codes that values have at one rung. */
function renumber(codes: number[]): { map: Uint32Array; labels: number } {
  const numbers = new Map<number, number>();
  const map = Uint32Array.from(
    codes,
    (each) => numbers.get(each) ?? (numbers.set(each, numbers.size), numbers.size - 1),
  );
  return { map, labels: Math.max(1, numbers.size) };
}

function coded(
  ladder: Ladder,
  hashes: Uint32Array,
  dictionary: Map<number, number[]>,
  words: { of: Map<string, number>; nothing: number },
): CodedColumn {
  const numbers = new Map<number, number>();
  const wide = new Uint32Array(hashes.length);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    let number = numbers.get(hash);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(hash, number);
    }
    wide[row] = number;
  }
  const known = [...numbers.keys()];
  const rungs = ladder.levels.map((level, at) =>
    level.step === 'drop'
      ? { map: new Uint32Array(known.length), labels: 1 }
      : renumber(known.map((hash) => dictionary.get(hash)?.[at] ?? hash)),
  );
  const { parts } = ladder;
  // What is no value of its own at the rung below stays none at any choice of values.
  const plain = ladder.levels[0]?.step === null ? 1 : 0;
  const places = new Map(
    wordsOf(ladder).flatMap((word, at) => (words.of.has(word) ? [[words.of.get(word) ?? 0, at]] : [])),
  );
  const atomOf = (hash: number): number => {
    const place = places.get(hash);
    if (place !== undefined) return place;
    if (parts?.kind === 'edges') return -2;
    return (dictionary.get(hash)?.[plain] ?? hash) === words.nothing ? -2 : -1;
  };
  return {
    ladder,
    codes: known.length <= 65_536 ? Uint16Array.from(wide) : wide,
    rungs,
    atoms: parts === undefined ? null : Int32Array.from(known, atomOf),
  };
}

/**
 * Reads columns at their finest level, row by row in the order of the relation, and what each value becomes at every
 * coarser one.
 * @param rows rows of the relation, about
 */
export async function codeColumns(
  duck: Duck,
  relation: string,
  ladders: Ladder[],
  context: StepContext,
  rows: number,
  breathe: () => Promise<void>,
): Promise<CodedColumn[]> {
  const found: CodedColumn[] = [];
  for (let start = 0; start < ladders.length; start += together) {
    await breathe();
    const some = ladders.slice(start, start + together);
    const { from, levels } = levelsSql(relation, some, context);
    const { chunks, count } = await streamNumbers(
      duck,
      `SELECT ${levels.map(([finest], at) => `${code(finest ?? '0')} AS k${at}`).join(', ')} FROM ${from}`,
      some.length,
    );
    const learnt = await dictionaries(duck, relation, some, context, rows);
    const words = await codesOf(duck, some.flatMap(wordsOf));
    for (const [at, ladder] of some.entries()) {
      await breathe();
      found.push(coded(ladder, joined(chunks, at, count), learnt[at] ?? new Map<number, number[]>(), words));
    }
  }
  return found;
}
