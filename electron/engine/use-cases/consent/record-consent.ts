import { Failure } from '#shared/contract/failure.ts';
import type { ConsentRecorded } from '#shared/contract/consent.ts';
import type { ConsentBatch } from '#shared/domain/consent.ts';
import { consentText as text } from '#shared/text/engine/consent.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { noEventsSha256 } from '#engine/catalog/repositories/consent.ts';
import { pseudonymiser } from '#engine/consent/person-key.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { withDataset, type DatasetInHand } from '#engine/tables/from-dataset.ts';
import { purposeIdMeant } from '../lawfulness/purpose-meant.ts';
import { operatorOf } from '../records/store-draft.ts';
import { requireEnterable } from '../require-enterable.ts';
import { consentReleases } from './consent-releases.ts';
import { linksOf } from './consent-links.ts';
import { countStandings } from './consent-status.ts';
import { gatherEvents, type Gathered } from './gather-events.ts';
import { keyColumnOf, peopleOf, pseudonymsIn, type KeyColumn } from './people-of-dataset.ts';
import { purposeTitleOf, purposeWords } from './purpose-words.ts';
import { withConsentSource, type AskedSource, type ReadSource } from './read-source.ts';

export interface RecordConsent extends AskedSource {
  datasetId: string;
  /** Column of the dataset that names a person. */
  key: string;
  /** The purpose of all of it; absent: the source names one for each. */
  purpose?: string | undefined;
  reason: string;
}

interface Entering {
  input: RecordConsent;
  key: KeyColumn;
  source: ReadSource;
  found: Gathered;
  recordedAt: string;
}

/** Refuses what says nothing of anybody here, before a row of the ledger is written. */
function refuseNothing({ key, source, found }: Entering, table: DatasetInHand): void {
  const where = source.file?.name ?? table.fileName;
  if (found.events.length === 0) {
    const [first] = found.unread.listed;
    if (found.rows > 0 && first !== undefined)
      throw new Failure('RECORD_INVALID', text.nothingRead(where, found.rows, text.unread[first.why]));
    throw new Failure('FILE_EMPTY', text.nothingRead(where, found.rows, text.unread['nothing-said']));
  }
  if (found.strangers.size === found.people.size)
    throw new Failure('RECORD_INVALID', text.otherPeople(where, key.column, found.people.size));
}

/** Adds the events that the ledger does not have yet, and the entry that has them by their hash. */
function enter(state: EngineSession, { input, key, source, found, recordedAt }: Entering) {
  const workspace = state.requireWorkspace();
  const { consent } = workspace.catalog;
  const batchId = state.newId();
  return workspace.transaction(() => {
    const events = consent.addNewEvents(batchId, found.events);
    const hashed = consent.hashes(batchId).get(batchId);
    const purposes = [...new Set(found.events.map(({ purpose }) => purpose))].toSorted();
    const common = {
      form: source.form,
      datasetId: input.datasetId,
      keyColumn: key.column,
      purposes,
      asOf: input.asOf ?? null,
      reason: input.reason,
      rows: found.rows,
      events,
      people: found.people.size,
      strangers: found.strangers.size,
      unread: found.unread.total,
      eventsSha256: hashed?.sha256 ?? noEventsSha256,
    };
    const batch: ConsentBatch = {
      ...common,
      id: batchId,
      recordedAt,
      recordedBy: operatorOf(workspace),
      file: source.file,
      keyType: key.type,
      keyKind: key.kind,
      lastEvent: hashed?.lastEvent ?? consent.lastEvent(),
    };
    consent.addBatch(batch);
    const known = found.events.length - events;
    const { seq } = workspace.register.append({
      kind: 'consent.recorded',
      subjectRef: batchId,
      payload: {
        ...common,
        batchId,
        known,
        ...(source.file === null ? {} : { fileName: source.file.name, fileSha256: source.file.sha256 }),
        recordSha256: workspace.catalog.held.hashOf('consent_batch', batchId),
      },
    });
    return { batchId, events, known, purposes, seq };
  });
}

/**
 * Reads a consent file, receipts, or a dataset's own columns into the ledger: people by a keyed pseudonym, events that
 * are added and never changed. The log has counts and hashes.
 * @throws Failure COLUMN_UNKNOWN, WRONG_USAGE, RECORD_INVALID where it is about other people or says nothing,
 *   ROLE_REFUSED, WORKSPACE_READ_ONLY, JOB_CANCELLED
 */
export async function recordConsent(
  state: EngineSession,
  job: JobContext,
  input: RecordConsent,
): Promise<ConsentRecorded> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'consent.recorded');
  if (input.asOf !== undefined && input.reason === '') throw new Failure('WRONG_USAGE', text.dayOfReason);
  if (input.asOf !== undefined && input.asOf > state.today()) throw new Failure('WRONG_USAGE', text.futureDay);
  const purpose = input.purpose === undefined ? null : purposeIdMeant(state, input.purpose);
  const hasOwn = input.columns.purpose !== undefined || input.form === 'kantara' || input.form === 'iso-27560';
  if (purpose === null && !hasOwn) throw new Failure('WRONG_USAGE', text.whichPurpose);
  return withDataset(state, input.datasetId, async (table) => {
    const pseudonymOf = pseudonymiser(workspace.keys.ledgerKey());
    const key = await keyColumnOf(table, input.key);
    const people = new Set((await pseudonymsIn(table, key, pseudonymOf)).values());
    return withConsentSource(state, job, { dataset: table, key, asked: input }, async (source) => {
      job.progress({ phase: jobsText.phases.readingConsent, done: 50, total: 100, unit: 'percent' });
      const recordedAt = state.now();
      const words = purposeWords(state);
      const found = await gatherEvents(source, {
        pseudonymOf,
        kind: key.kind,
        purpose,
        purposeOf: words,
        asOf: input.asOf ?? null,
        recordedAt,
        people,
      });
      const entering = { input, key, source, found, recordedAt };
      refuseNothing(entering, table);
      job.commit();
      const { batchId, events, known, purposes, seq } = enter(state, entering);
      const links = linksOf(workspace.catalog.consent.batches(), { ...table, findings: await table.findings() });
      const everybody = await peopleOf(table, links, pseudonymOf);
      return {
        batchId,
        form: source.form,
        fileName: source.file?.name ?? null,
        keyColumn: key.column,
        columns: source.chosen,
        rows: found.rows,
        events,
        known,
        people: found.people.size,
        strangers: found.strangers.size,
        doubtful: found.doubtful,
        unread: {
          total: found.unread.total,
          listed: found.unread.listed.map(({ row, why }) => ({ row, detail: text.unread[why] })),
        },
        purposes: purposes.map((id) => {
          const { people: counts, unknown } = countStandings(state, id, state.today(), everybody);
          return { purpose: id, title: purposeTitleOf(state, id).title, people: counts, unknown };
        }),
        toTell: purposes.flatMap((id) => consentReleases(state, id)),
        registerEntry: seq,
      };
    });
  });
}
