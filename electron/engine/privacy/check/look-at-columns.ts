import type { DataIntrusion, TellingColumns, WorstColumns } from '#shared/domain/risk-check.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { disSuda, fileDis, type Sampled } from '#engine/privacy/estimate/dis-suda.ts';
import type { WhoseRow } from '#engine/privacy/alone/classes-of-rows.ts';
import { minimalUniques } from '#engine/privacy/alone/minimal-uniques.ts';
import { tellingColumns } from '#engine/privacy/alone/telling-columns.ts';
import type { MeasuredColumn } from '#engine/privacy/measure/classes.ts';

export interface LookInput {
  duck: Duck;
  relation: string;
  rows: number;
  counted: readonly MeasuredColumn[];
  /** Further columns that are looked at for how well they tell rows apart. */
  readable: readonly MeasuredColumn[];
  person: string | undefined;
  /** How many people are alone and in pairs over all counted columns, and which share of the population the file is. */
  sampled: Sampled & { assumed: boolean };
  signal?: AbortSignal | undefined;
  onProgress?: ((share: number) => void) | undefined;
}

/** Cells that are held as numbers at a time: 4 bytes each. */
const mostCells = 60_000_000;

/** Persons as numbers from 0; nobody is −1. */
function whose(column: CodedColumn | undefined): WhoseRow {
  if (column === undefined) return null;
  const nobody = column.values.indexOf(null);
  return Int32Array.from(column.codes, (code) => (code === nobody ? -1 : code));
}

/** Of each person the highest score of their rows. */
function ofPeople(scores: Float64Array, who: WhoseRow): Float64Array {
  if (who === null) return scores;
  const highest = new Map<number, number>();
  who.forEach((person, row) => {
    if (person >= 0) highest.set(person, Math.max(highest.get(person) ?? 0, scores[row]!));
  });
  return Float64Array.from(highest.values());
}

function intrusionOf(
  scores: Float64Array,
  attributes: number,
  { assumed, ...sampled }: LookInput['sampled'],
): DataIntrusion | null {
  const file = fileDis(sampled);
  const scored = scores.filter((score) => score > 0);
  if (file === null || scored.length === 0) return null;
  const chances = disSuda(scored, attributes, sampled, file);
  const average = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
  const highest = chances.reduce((most, chance) => Math.max(most, chance), 0);
  return { fraction: sampled.fraction, assumed, file, highest, average };
}

/** Which columns make people unique, and which tell rows apart; null where the table is too large to be held. */
export async function lookAtColumns(
  input: LookInput,
): Promise<{ worst: WorstColumns | null; telling: TellingColumns | null }> {
  const { duck, relation, rows, counted, person, signal, onProgress } = input;
  const fits = (columns: number): boolean => (columns + 1) * rows <= mostCells;
  if (!fits(counted.length)) return { worst: null, telling: null };
  const further = input.readable.filter(({ name }) => !counted.some((column) => column.name === name));
  const all = fits(counted.length + further.length) ? [...counted, ...further] : [...counted];
  const asked = [
    ...all.map(({ name, sql }) => ({ name, sql })),
    ...(person === undefined ? [] : [{ name: '', sql: `(${person})::VARCHAR` }]),
  ];
  const table = await codeTable({ duck, relation, columns: asked, signal });
  onProgress?.(0.3);
  const columns = table.columns.slice(0, all.length);
  const part = (from: number, to: number) => (share: number) => onProgress?.(from + share * (to - from));
  const who = whose(table.columns[all.length]);
  const { scores, ...found } = await minimalUniques({
    columns: columns.slice(0, counted.length),
    rows: table.rows,
    who,
    signal,
    onProgress: part(0.3, 0.8),
  });
  const worst = { ...found, dis: intrusionOf(ofPeople(scores, who), counted.length, input.sampled) };
  const readable = new Set(input.readable.map(({ name }) => name));
  const telling = await tellingColumns({
    columns: columns.filter(({ name }) => readable.has(name)),
    rows: table.rows,
    signal,
    onProgress: part(0.8, 1),
  });
  return { worst, telling: { ...telling, cut: telling.cut || all.length < counted.length + further.length } };
}
