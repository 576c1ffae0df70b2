import type { TellingColumns, WorstColumns } from '#shared/domain/risk-check.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedColumn } from '#engine/anonymise/coded/coded-table.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
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
  const worst = await minimalUniques({
    columns: columns.slice(0, counted.length),
    rows: table.rows,
    who: whose(table.columns[all.length]),
    signal,
    onProgress: part(0.3, 0.8),
  });
  const readable = new Set(input.readable.map(({ name }) => name));
  const telling = await tellingColumns({
    columns: columns.filter(({ name }) => readable.has(name)),
    rows: table.rows,
    signal,
    onProgress: part(0.8, 1),
  });
  return { worst, telling: { ...telling, cut: telling.cut || all.length < counted.length + further.length } };
}
