import { writeFile } from 'node:fs/promises';
import { Failure } from '#shared/contract/failure.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { JoinResult } from '#shared/contract/joins.ts';
import { joinSides, type JoinLineage, type JoinMatch, type JoinSide } from '#shared/domain/joined-view.ts';
import type { Classification } from '#shared/domain/finding.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import { joinsText as text } from '#shared/text/engine/joins.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { recordSuggestions } from '../classify/record-suggestions.ts';
import type { SealedFile } from '#engine/workspace/sealed-names.ts';
import { takeIn, type Places } from '../datasets/take-in.ts';
import { proposeFromJoin } from '../records/propose-answers.ts';
import { requireEnterable } from '../require-enterable.ts';
import { requireHeld } from '../require-held.ts';
import { enterDecisions, inheritedDecisions, inheritedFindings, type SourceRecords } from './inherit-findings.ts';
import { joinPurposeId } from './join-purpose.ts';
import { matchDatasets } from './match-datasets.ts';
import { withJoin, type AskedJoin, type JoinInHand } from './open-join.ts';
import { columnsOfDataset, writeView } from './write-view.ts';

/** A view whose rows were written. */
interface Written {
  match: JoinMatch;
  /** People in both, exactly: it is told only once they were joined. */
  both: number;
  lineage: JoinLineage;
  key: string;
  sources: SourceRecords;
}

const lineageOf = ({ sides, kind, asked, view }: JoinInHand): JoinLineage => {
  const source = (side: JoinSide) => {
    const { session, column, name } = sides[side];
    const { id, sha256 } = session.record.summary;
    return { datasetId: id, name, sha256, column };
  };
  return { left: source('left'), right: source('right'), kind, rows: asked.rows, columns: view.columns };
};

function warningsOf({ columns, leftOutColumns, left, right, risk, remarks }: JoinMatch): string[] {
  const apart = columns.filter(({ name, from }) => name !== from).map(({ name }) => name);
  const gone = leftOutColumns.map(({ column }) => column);
  return [
    text.warnings.made(left.name, right.name, text.keysOf(left.column, right.column)),
    ...(gone.length === 0 ? [] : [text.warnings.leftOut(gone)]),
    ...(apart.length === 0 ? [] : [text.warnings.apart(apart)]),
    ...(risk === null ? [] : [text.warnings.alone(risk.onlyAfter)]),
    ...remarks,
  ];
}

/** @throws Failure TARGET_MISSED where nobody would be in the view */
function requireSomebody(state: EngineSession, { match, both }: Pick<Written, 'match' | 'both'>): void {
  if (both === 0) throw new Failure('TARGET_MISSED', text.refused.noMatch(match.left.name, match.right.name));
  if (match.rowsAfter === 0)
    throw new Failure('TARGET_MISSED', text.refused.nobodyLeft(state.purpose(joinPurposeId).title));
}

/** What the entry says of the join. */
function payloadOf(
  { match, both, lineage }: Written,
  { id, name, sha256, bytes, rows, columns, warnings }: DatasetSummary,
  recordSha256: string,
): EntryPayload<'dataset.joined'> {
  const { risk, consent, leftOutColumns } = match;
  const source = (side: JoinSide) => {
    const { datasetId, name: called, sha256: hash, column, rows: all, people } = match[side];
    return {
      datasetId,
      name: called,
      sha256: hash,
      keyColumn: column,
      rows: all,
      people,
      unique: risk?.[side].unique ?? 0,
    };
  };
  return {
    datasetId: id,
    name,
    sha256,
    bytes,
    rows,
    columns: columns.length,
    purposeId: joinPurposeId,
    keyKind: lineage.kind,
    kept: lineage.rows,
    left: source('left'),
    right: source('right'),
    matched: both,
    people: risk?.joined.people ?? 0,
    withoutConsent: consent?.people ?? null,
    unique: risk?.joined.unique ?? 0,
    uniqueOnlyAfter: risk?.onlyAfter ?? 0,
    countedColumns: risk?.columns ?? [],
    leftOutColumns: leftOutColumns.map(({ column }) => column),
    warnings: warnings.length,
    recordSha256,
  };
}

/** Matches both datasets and writes the rows of the view. */
function readView(
  state: EngineSession,
  job: JobContext,
  input: AskedJoin & { name: string },
  place: Places & { id: string },
): Promise<{ summary: DatasetSummary; written: Written }> {
  const { workDirectory: directory } = state.requireWorkspace();
  return withJoin(state, input, job.signal, async (join) => {
    const { match, both, pairs } = await matchDatasets(state, jobPart(job, 0, 35), join);
    requireSomebody(state, { match, both });
    jobPart(job, 35, 50).progress({ phase: text.phases.joining, done: 0, total: null, unit: 'rows' });
    const { sha256, bytes } = await writeView(join, pairs, { database: place.database, directory, id: place.id });
    await writeFile(place.rejects, '', { mode: 0o600, flag: 'wx' });
    const lineage = lineageOf(join);
    const { left, right } = join.sides;
    const written = {
      match,
      both,
      lineage,
      key: join.view.key,
      sources: { left: left.session.record, right: right.session.record },
    };
    const summary: DatasetSummary = {
      id: place.id,
      name: input.name,
      // Two joins that were asked for under one name are editions of one view.
      fileName: input.name,
      importedAt: state.now(),
      rows: match.rowsAfter ?? 0,
      rejectedRows: 0,
      bytes,
      sha256,
      options: { format: 'csv' },
      detections: [],
      columns: columnsOfDataset(join),
      warnings: warningsOf(match),
      channel: null,
      informedHow: '',
      join: lineage,
    };
    return { summary, written };
  });
}

/** Catalogue rows and register entries of the view, in one transaction. @returns the entry's number */
function enter(
  state: EngineSession,
  written: Written,
  summary: DatasetSummary,
  { suggestions, sealed }: { suggestions: Classification; sealed: SealedFile[] },
): number {
  const workspace = state.requireWorkspace();
  const { id, sha256 } = summary;
  return workspace.transaction(() => {
    workspace.catalog.datasets.save(summary);
    const recordSha256 = workspace.catalog.held.hashOf('dataset', id);
    const { seq } = workspace.register.append({
      kind: 'dataset.joined',
      subjectRef: id,
      payload: { ...payloadOf(written, summary, recordSha256), sealed },
    });
    recordSuggestions(state, id, suggestions);
    enterDecisions(workspace, { id, sha256 }, suggestions, inheritedDecisions(written.lineage, written.sources));
    return seq;
  });
}

/**
 * Joins two datasets on a keyed hash: the view becomes a dataset of the workspace, sealed like one that was imported,
 * without the keys and without any other column that names somebody; and the join an activity of the register. Nothing
 * is left of it where it fails or is cancelled.
 * @throws Failure WRONG_USAGE, COLUMN_UNKNOWN, DATASET_UNKNOWN, GUARDRAIL_BLOCKS, REGISTER_CONTRADICTS, TARGET_MISSED,
 *   ROLE_REFUSED, JOB_CANCELLED
 */
export async function joinDatasets(
  state: EngineSession,
  job: JobContext,
  input: AskedJoin & { name: string },
): Promise<JoinResult> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'dataset.joined');
  for (const side of joinSides) {
    const { datasetId } = input[side];
    const { sha256: sourceSha256 } = (await state.arrivedRecord(datasetId)).summary;
    requireHeld(workspace, { datasetId, sourceSha256, purpose: joinPurposeId, workingRecipe: false });
  }
  const id = state.newId();
  let written: Written | undefined;
  let registerEntry = 0;
  let activity: JoinResult['activity'] = null;
  const dataset = await takeIn(
    state,
    // A view is looked at when it is whole: what it was made of can be looked at meanwhile.
    { ...job, early: () => undefined },
    {
      id,
      read: async (places) => {
        const view = await readView(state, job, input, { ...places, id });
        written = view.written;
        return view.summary;
      },
      suggest: (found) => inheritedFindings(found, written!.key, written!.lineage, written!.sources),
      enter: (summary, suggestions, sealed) =>
        (registerEntry = enter(state, written!, summary, { suggestions, sealed })),
      entered: () => (activity = proposeFromJoin(state, id)),
    },
  );
  return { ...written!.match, dataset, registerEntry, activity };
}
