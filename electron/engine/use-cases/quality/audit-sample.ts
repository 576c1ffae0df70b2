import { createHash } from 'node:crypto';
import type { DrawnSample, MarkedSample } from '#shared/contract/quality.ts';
import { Failure } from '#shared/contract/failure.ts';
import { largestSample, type SampleAudit, type SampleMark } from '#shared/domain/quality.ts';
import { wilson } from '#shared/fairness/share.ts';
import { qualityEngineText as text } from '#shared/text/engine/quality.ts';
import { drawRows } from '#engine/quality/draw-rows.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { readRows } from '../datasets/read-rows.ts';
import { requireEnterable } from '../require-enterable.ts';

interface Asked {
  datasetId: string;
  size: number;
  seed: number;
  columns: string[];
}

/** The rows of a sample, in file order. @throws Failure WRONG_USAGE, DATASET_UNKNOWN */
async function rowsOf(state: EngineSession, { datasetId, size, seed }: Asked): Promise<number[]> {
  const { summary } = await state.arrivedRecord(datasetId);
  if (summary.rows === 0) throw new Failure('WRONG_USAGE', text.emptyDataset(summary.name));
  const fits = Number.isSafeInteger(size) && size >= 1 && size <= largestSample;
  if (!fits || !Number.isSafeInteger(seed) || seed < 0 || seed > 4_294_967_295)
    throw new Failure('WRONG_USAGE', text.noSample(largestSample));
  return drawRows(summary.rows, size, seed);
}

/**
 * Draws rows of a dataset to be held against their source: the same for the same seed. Cells are masked where the window
 * may not see them. @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, DATASET_UNKNOWN
 */
export async function drawSample(state: EngineSession, asked: Asked): Promise<DrawnSample> {
  const { datasetId, columns, size, seed } = asked;
  const rows: DrawnSample['rows'] = [];
  for (const row of await rowsOf(state, asked)) {
    const page = { datasetId, columns, sort: [], filter: [], within: [], offset: row, limit: 1 };
    const { rows: found } = await readRows(state, page);
    rows.push({ row, cells: found[0]?.cells ?? [] });
  }
  return { datasetId, size, seed, columns, rows };
}

/** The marks by row, each drawn row once. @throws Failure WRONG_USAGE */
function checkedMarks(drawn: readonly number[], marks: MarkedSample['marks']): Map<number, SampleMark> {
  const there = new Set(drawn);
  const strange = marks.find(({ row }) => !there.has(row));
  if (strange !== undefined) throw new Failure('WRONG_USAGE', text.strangeRow(strange.row));
  const found = new Map(marks.map(({ row, mark }) => [row, mark]));
  if (found.size !== drawn.length || marks.length !== drawn.length)
    throw new Failure('WRONG_USAGE', text.marksMissing(drawn.length, marks.length));
  return found;
}

/**
 * Enters how a person found the rows of a sample, with the interval of the share that is wrong.
 * @throws Failure WRONG_USAGE where a drawn row is not marked once, DATASET_UNKNOWN, COLUMN_UNKNOWN, ROLE_REFUSED,
 *   WORKSPACE_READ_ONLY
 */
export async function auditSample(state: EngineSession, asked: MarkedSample): Promise<SampleAudit> {
  const workspace = state.requireWorkspace();
  const drawn = await rowsOf(state, asked);
  requireEnterable(workspace, 'quality.audited');
  const session = await state.dataset(asked.datasetId);
  for (const name of asked.columns) session.column(name);
  const marks = checkedMarks(drawn, asked.marks);
  const number = (mark: SampleMark): number => [...marks.values()].filter((one) => one === mark).length;
  const [right, wrong, cannotTell] = [number('right'), number('wrong'), number('cannot-tell')];
  const told = right + wrong;
  const interval = told === 0 ? null : wilson({ hits: wrong, of: told });
  const sorted = [...marks].toSorted(([a], [b]) => a - b);
  const counts = { drawn: drawn.length, right, wrong, cannotTell, columns: asked.columns };
  const { seq: entry } = workspace.register.append({
    kind: 'quality.audited',
    subjectRef: asked.datasetId,
    payload: {
      datasetId: asked.datasetId,
      seed: asked.seed,
      ...counts,
      low: interval === null ? null : interval.low.toFixed(6),
      high: interval === null ? null : interval.high.toFixed(6),
      marksSha256: createHash('sha256').update(JSON.stringify(sorted)).digest('hex'),
    },
  });
  return { entry, at: state.now(), seed: asked.seed, ...counts, interval };
}
