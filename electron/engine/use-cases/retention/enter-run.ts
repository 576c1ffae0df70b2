import type { RetentionRan } from '#shared/contract/retention.ts';
import { sealedRows } from '#engine/workspace/sealed-names.ts';
import type { ReleaseLabel } from '#shared/domain/release-figures.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import type { Rewritten } from '../rewrite/rewrite-change.ts';
import type { LookedAt } from './look-at-datasets.ts';

/** Months that an entry tells of one rule, the next ones. */
const mostMonths = 1200;

/** What of a dataset is over, with the numbers of each rule. */
export interface Ran {
  dataset: LookedAt;
  lines: RetentionRan['lines'];
}

const rulesTold = ({ dataset, lines }: Ran) =>
  lines.map(({ rule, column, duration, action, total, over, held, undated, acted }, at) => ({
    acted,
    told: {
      rule,
      column,
      duration,
      action,
      total,
      over,
      held,
      undated,
      months: dataset.found[at]!.expiry.ends.slice(0, mostMonths),
    },
  }));

/** A release of the rows that are over: what it was called, and its entry. */
export interface ReleasedRows {
  label: ReleaseLabel;
  releaseEntry: number;
}

/**
 * The entry that a dataset was counted, and nothing changed.
 * @param pseudonymisedOnly how its rows were released, where that did not make them anonymous
 * @returns what was entered, by dataset
 */
export function enterRehearsed(
  workspace: Workspace,
  ran: readonly Ran[],
  today: string,
  pseudonymisedOnly?: ReleasedRows,
): RetentionRan['datasets'] {
  const canEnter = !workspace.readOnlyPlace && workspace.operators.may('retention.rehearsed');
  return ran.map((one) => {
    const { id: datasetId, name, rows } = one.dataset;
    const rules = rulesTold(one).map(({ told }) => told);
    const entry = canEnter
      ? workspace.register.append({
          kind: 'retention.rehearsed',
          subjectRef: datasetId,
          payload: { datasetId, today, rows, rules, ...(pseudonymisedOnly === undefined ? {} : { pseudonymisedOnly }) },
        }).seq
      : null;
    return { ...unchanged(datasetId, name, rows), registerEntry: entry };
  });
}

const unchanged = (datasetId: string, dataset: string, rows: number): RetentionRan['datasets'][number] => ({
  datasetId,
  dataset,
  rowsBefore: rows,
  rowsAfter: rows,
  cellsEmptied: 0,
  sha256Before: null,
  sha256After: null,
  registerEntry: null,
});

/** Hashes of a dataset's sealed rows as the entry of their rewriting has them, in the same transaction. */
function hashesOf({ catalog }: Workspace, datasetId: string) {
  const entry = catalog.entriesOf('dataset.rewritten').findLast(({ subjectRef }) => subjectRef === datasetId);
  const { rowsSealedBefore: sha256Before, sealed } = entry!.payload;
  const sha256After = sealed.find(({ name }) => name === sealedRows(datasetId))!.sha256;
  return { sha256Before, sha256After };
}

/**
 * The proof of a run, for each dataset that it changed; inside the transaction in which the change is entered. Of the
 * others it is entered that they were counted.
 */
export function enterRan(
  workspace: Workspace,
  ran: readonly Ran[],
  today: string,
  { made, anonymised }: { made: readonly Rewritten[]; anonymised: ReleasedRows | undefined },
): RetentionRan['datasets'] {
  const looked = ran.filter(({ dataset }) => !made.some(({ datasetId }) => datasetId === dataset.id));
  const proven = ran.flatMap((one) => {
    const { id: datasetId, name } = one.dataset;
    const rewritten = made.find((found) => found.datasetId === datasetId);
    if (rewritten === undefined) return [];
    const proof = {
      rowsBefore: rewritten.rowsBefore,
      rowsAfter: rewritten.rowsAfter,
      cellsEmptied: rewritten.cells,
      ...hashesOf(workspace, datasetId),
    };
    const rules = rulesTold(one).map(({ told, acted }) => ({ ...told, acted }));
    const { seq } = workspace.register.append({
      kind: 'retention.ran',
      subjectRef: datasetId,
      payload: { datasetId, today, rules, ...proof, ...(anonymised === undefined ? {} : { anonymised }) },
    });
    return [{ datasetId, dataset: name, ...proof, registerEntry: seq }];
  });
  return [...proven, ...enterRehearsed(workspace, looked, today)];
}
