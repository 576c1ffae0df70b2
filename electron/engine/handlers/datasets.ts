import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import { rejectedRow } from '#shared/domain/intake.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { maskValue } from '#engine/classify/mask-value.ts';
import { os } from '#engine/procedures/builder.ts';
import { peekRows } from '#engine/intake/peek-rows.ts';
import { sniffSource } from '#engine/intake/sniff-source.ts';
import type { Arrival } from '#engine/session/arrivals.ts';
import { datasetShapes, datasetValueCounts } from '#engine/use-cases/datasets/dataset-shapes.ts';
import { exportDictionary } from '#engine/use-cases/datasets/data-dictionary.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import {
  sealedCodebook,
  sealedDates,
  sealedProfiles,
  sealedRejects,
  sealedRows,
} from '#engine/workspace/sealed-names.ts';
import { importDataset } from '#engine/use-cases/datasets/import-dataset.ts';
import { requiredReason } from '#engine/use-cases/required-reason.ts';

/** Rows of a file that are shown before it is imported. */
const peekedRows = 10;

/** A page of a dataset whose columns nobody knows yet: every value in it masked. */
async function readArrival({ summary, windows }: Arrival, input: { columns: string[]; offset: number; limit: number }) {
  for (const name of input.columns)
    if (!summary.columns.some((column) => column.name === name))
      throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(summary.name, name));
  const { total, rows } = await windows.read({ ...input, sort: [], filter: [] });
  return {
    total,
    rows: rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((text) =>
        text === null || text === '' ? { text, masked: false } : { text: maskValue(text), masked: true },
      ),
    })),
  };
}

export const datasetsHandlers = (state: EngineSession) => ({
  sniff: os.datasets.sniff.handler(async ({ input, signal }) =>
    sniffSource(state.grants.path(input.grantId, 'read'), {
      directory: await state.privateDirectory(),
      options: input.options,
      signal,
    }),
  ),

  peek: os.datasets.peek.handler(async ({ input, signal }) => {
    const found = await peekRows(state.grants.path(input.grantId, 'read'), {
      parent: await state.privateDirectory(),
      options: input.options,
      rows: peekedRows,
      signal,
    });
    if (found === null) return null;
    if (input.clear)
      state.requireWorkspace().register.append({
        kind: 'file.looked-into',
        subjectRef: input.grantId,
        payload: {
          fileName: state.grants.fileName(input.grantId),
          rows: found.rows.length,
          columns: found.columns.length,
        },
      });
    return {
      columns: found.columns,
      rows: found.rows.map((row) =>
        row.map((text) =>
          input.clear || text === null || text === ''
            ? { text, masked: false }
            : { text: maskValue(text), masked: true },
        ),
      ),
    };
  }),

  sampleGrant: os.datasets.sampleGrant.handler(() => {
    const { grantId, path } = state.grants.add(
      join(state.environment.resourcesDirectory, 'sample', 'customers.csv'),
      'read',
    );
    return { grantId, fileName: basename(path) };
  }),

  import: os.datasets.import.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'import', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      (job) => importDataset(state, job, input),
    ),
  ),

  list: os.datasets.list.handler(() => state.requireWorkspace().catalog.datasets.list()),

  get: os.datasets.get.handler(async ({ input }) => (await state.arrivedRecord(input.datasetId)).summary),

  delete: os.datasets.delete.handler(async ({ input }) => {
    const workspace = state.requireWorkspace();
    const { summary } = await state.arrivedRecord(input.datasetId);
    const reason = requiredReason(input.reason, datasetsText.reasonToDelete(summary.name));
    await state.forgetDataset(summary.id);
    workspace.transaction(() => {
      workspace.catalog.datasets.delete(summary.id);
      workspace.register.append({
        kind: 'dataset.deleted',
        subjectRef: summary.id,
        payload: { datasetId: summary.id, name: summary.name, reason },
      });
    });
    for (const name of [
      sealedRows(summary.id),
      sealedProfiles(summary.id),
      sealedRejects(summary.id),
      sealedCodebook(summary.id),
      sealedDates(summary.id),
    ])
      workspace.removeSealed(name);
    workspace.catalog.recipes.delete(summary.id);
    return {};
  }),

  setProvenance: os.datasets.setProvenance.handler(async ({ input }) => {
    const workspace = state.requireWorkspace();
    const changed = {
      ...(await state.arrivedRecord(input.datasetId)).summary,
      channel: input.channel,
      informedHow: input.informedHow,
    };
    workspace.transaction(() => {
      workspace.catalog.datasets.save(changed);
      workspace.register.append({
        kind: 'dataset.provenance-set',
        subjectRef: changed.id,
        payload: {
          datasetId: changed.id,
          channel: input.channel,
          informedHow: input.informedHow,
          recordSha256: workspace.catalog.held.hashOf('dataset', changed.id),
        },
      });
    });
    state.refreshRecord(changed.id);
    return changed;
  }),

  readWindow: os.datasets.readWindow.handler(async ({ input }) => {
    const arrival = state.arrivals.get(input.datasetId);
    // Whatever is known of no column is masked; order and search wait until it is.
    if (arrival && input.sort.length + input.filter.length + input.within.length === 0)
      return readArrival(arrival, input);
    const session = await state.dataset(input.datasetId);
    for (const name of [
      ...input.columns,
      ...input.sort.map(({ column }) => column),
      ...input.filter.map(({ column }) => column),
      ...input.within.map(({ column }) => column),
    ])
      session.column(name);
    const hidden = session.hiddenColumns();
    const searches = [
      ...input.filter,
      ...input.within.map(({ column, of, from, to }) => ({ column, op: `${of} within`, value: `${from}…${to}` })),
    ];
    for (const { column, op } of session.newSearches(searches.filter(({ column }) => hidden.has(column))))
      state.requireWorkspace().register.append({
        kind: 'value.searched',
        subjectRef: input.datasetId,
        payload: { datasetId: input.datasetId, column, comparison: op },
      });
    const { total, rows } = await session.windows.read(input);
    return {
      total,
      rows: rows.map(({ row, cells }) => ({
        row,
        cells: cells.map((text, index) => {
          const masked = text !== null && text !== '' && hidden.has(input.columns[index]!);
          return { text: masked ? maskValue(text) : text, masked };
        }),
      })),
    };
  }),

  revealCell: os.datasets.revealCell.handler(async ({ input }) => {
    const session = await state.dataset(input.datasetId);
    session.column(input.column);
    const { rows } = await session.windows.read({
      columns: [input.column],
      sort: [],
      filter: [],
      offset: input.row,
      limit: 1,
    });
    const found = rows[0];
    if (!found) throw new Failure('WRONG_USAGE', datasetsText.noRow(input.row + 1));
    state.requireWorkspace().register.append({
      kind: 'value.revealed',
      subjectRef: input.datasetId,
      payload: { datasetId: input.datasetId, column: input.column, row: input.row },
    });
    return { text: found.cells[0] ?? null };
  }),

  revealColumn: os.datasets.revealColumn.handler(async ({ input }) => {
    const session = await state.dataset(input.datasetId);
    session.column(input.column);
    state.requireWorkspace().register.append({
      kind: 'value.revealed',
      subjectRef: input.datasetId,
      payload: { datasetId: input.datasetId, column: input.column, revealed: input.revealed },
    });
    session.setRevealed(input.column, input.revealed);
    return { revealed: input.revealed };
  }),

  profile: os.datasets.profile.handler(async ({ input }) => {
    const session = await state.dataset(input.datasetId);
    session.column(input.column);
    const measured = session.profiles.find(({ name }) => name === input.column)!;
    // A workspace older than the reading of dates has them as texts: then the first and the last day are told, not the
    // first in the alphabet.
    const dates = measured.valueType === 'text' ? await session.windows.dates(input.column) : null;
    const profile =
      dates === null || !dates.every
        ? measured
        : { ...measured, valueType: 'date' as const, min: dates.first, max: dates.last };
    if (!session.hiddenColumns().has(input.column)) return profile;
    // Nobody's smallest or largest value, nor the length of their longest: what may be seen of them is the shape.
    return { ...profile, histogram: null, min: null, max: null, minLength: 0, maxLength: 0, meanLength: 0, top: [] };
  }),

  shapes: os.datasets.shapes.handler(({ input, signal }) => datasetShapes(state, input, signal)),

  valueCounts: os.datasets.valueCounts.handler(({ input, signal }) => datasetValueCounts(state, input, signal)),

  rejects: os.datasets.rejects.handler(async ({ input }) => {
    const workspace = state.requireWorkspace();
    const { summary } = await state.arrivedRecord(input.datasetId);
    const lines = (await readFile(await workspace.unseal(sealedRejects(summary.id)), 'utf8'))
      .split('\n')
      .filter(Boolean);
    const rows = lines
      .slice(input.offset, input.offset + input.limit)
      .map((line) => rejectedRow.parse(JSON.parse(line)));
    return { total: lines.length, rows };
  }),

  exportDictionary: os.datasets.exportDictionary.handler(async ({ input }) =>
    exportDictionary(state, await state.dataset(input.datasetId), state.grants.path(input.grantId, 'write')),
  ),
});
