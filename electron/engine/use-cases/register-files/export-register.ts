import { arrivalKinds } from '#shared/journal/entry-kinds/dataset.ts';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { ExportedRegister, RegisterFormat } from '#shared/contract/register-files.ts';
import { registerDocument } from '#shared/register/document/register-document.ts';
import { registerPage } from '#shared/register/document/register-page.ts';
import { writeDpv } from '#shared/register/dpv/write-dpv.ts';
import { purposes } from '#shared/purposes/index.ts';
import { registerJson } from '#shared/register/json/register-json.ts';
import { layouts } from '#shared/register/layouts/index.ts';
import { partOfRegister } from '#shared/register/part-of-register.ts';
import type { RecordVersion, WholeSnapshot } from '#shared/register/register-snapshot.ts';
import { versionsThatHold } from '#shared/register/sheets/register-index.ts';
import { writeRegister, type LeftOut } from '#shared/register/sheets/write-register.ts';
import { evidencePackText } from '#shared/text/engine/evidence-pack.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { getEntry } from '#engine/journal/read-journal.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { printPdfAside } from '#engine/register-files/print-pdf-aside.ts';
import { writeCsv, writeWorkbook } from '#engine/register-files/write-sheets.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireRecord } from '#engine/use-cases/records/stored-record.ts';
import { registerSnapshot } from '#engine/use-cases/records/register-snapshot.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { endOfDay, requireBegun } from '../moment-of.ts';
import { requireEnterable } from '../require-enterable.ts';

interface Made {
  content: string | Uint8Array;
  activities: number;
  leftOut: LeftOut[];
  retired: string[];
  otherRole: string[];
  missingSigns: string[];
}

const whole = (content: string | Uint8Array, snapshot: WholeSnapshot, missingSigns: string[] = []): Made => ({
  content,
  activities: versionsThatHold(snapshot.records).filter(({ kind }) => kind === 'activity').length,
  leftOut: [],
  retired: [],
  otherRole: [],
  missingSigns,
});

/** Entries of the log that generated statements name, by the numbers in their origins. */
function entriesNamed(records: readonly RecordVersion[]): number[] {
  const found = new Set<number>();
  JSON.stringify(
    records.map(({ body }) => body),
    (_key, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'from' in value && value.from === 'log' && 'entry' in value)
        found.add(Number(value.entry));
      return value;
    },
  );
  return [...found];
}

function hashesOf(workspace: Workspace, snapshot: WholeSnapshot): Map<number, string> {
  const hashes = new Map<number, string>();
  for (const seq of entriesNamed(snapshot.records)) {
    try {
      hashes.set(seq, getEntry(workspace.directory, seq).leafHash);
    } catch (error) {
      // An origin may name an entry that is not there: the note then says that its hash is not at hand.
      if (!(error instanceof Failure && error.code === 'ENTRY_UNKNOWN')) throw error;
    }
  }
  return hashes;
}

/** What people call datasets and purposes: the catalogue forgets a deleted dataset, the log does not. */
const namesIn = ({ catalog }: Workspace): ReadonlyMap<string, string> =>
  new Map([
    ...[...purposes, ...catalog.purposes.list()].map(({ id, title }) => [id, title] as const),
    ...catalog.entriesOf(...arrivalKinds).map(({ payload }) => [payload.datasetId, payload.name] as const),
  ]);

async function inLayout(
  snapshot: WholeSnapshot,
  id: keyof typeof layouts,
  path: string,
  role: 'controller' | 'processor',
): Promise<Made> {
  const isText = path.toLowerCase().endsWith('.csv');
  const layout = layouts[id];
  const written = writeRegister(snapshot, layout, isText ? { workbook: false, role } : { workbook: true });
  const [only] = written.sheets;
  const names = layout.tables.map(({ sheet }) => sheet);
  const headings = new Map(
    written.sheets.flatMap((sheet) =>
      layout.shape === 'rows' && names.includes(sheet.name) ? [[sheet, layout.head.length + 1] as const] : [],
    ),
  );
  const content =
    isText && only !== undefined ? writeCsv(only) : await writeWorkbook(written.sheets, headings, snapshot.asOf);
  return { ...written, content, missingSigns: [] };
}

async function made(
  state: EngineSession,
  job: JobContext,
  snapshot: WholeSnapshot,
  { format, path, role }: { format: RegisterFormat; path: string; role: 'controller' | 'processor' },
): Promise<Made> {
  if (format === 'json') return whole(registerJson(snapshot), snapshot);
  if (format === 'jsonld') {
    const { text, activities, leftOut } = writeDpv(snapshot);
    return { ...whole(text, snapshot), activities, leftOut };
  }
  if (format !== 'html' && format !== 'pdf') return inLayout(snapshot, format, path, role);
  const workspace = state.requireWorkspace();
  const document = registerDocument(snapshot, hashesOf(workspace, snapshot), namesIn(workspace));
  if (format === 'html') return whole(registerPage(document), snapshot);
  job.progress({ phase: jobsText.phases.laying, done: 0, total: null, unit: 'steps' });
  const { resourcesDirectory: resources } = state.environment;
  const { bytes, missing } = await printPdfAside({ document, asOf: snapshot.asOf, resources }, job.signal);
  return whole(bytes, snapshot, missing);
}

/**
 * The register at the end of a day, or at a moment; absent: now.
 * @throws Failure WRONG_USAGE where that is still to come, or before the first entry of the log
 */
function snapshotAt(state: EngineSession, asOf: string | undefined, approvedOnly: boolean): WholeSnapshot {
  const workspace = state.requireWorkspace();
  const clock = state.environment.clock();
  if (asOf !== undefined) {
    const isDay = asOf.length === 10;
    const moment = isDay ? endOfDay(asOf, clock) : asOf;
    if (moment !== null && moment > clock.toISOString())
      throw new Failure('WRONG_USAGE', evidencePackText.notYet(asOf));
    if (moment !== null) requireBegun(moment, getEntry(workspace.directory, 1).ts);
  }
  const snapshot = registerSnapshot(workspace, { asOf, now: state.now() });
  if (!approvedOnly) return snapshot;
  return { ...snapshot, records: snapshot.records.filter(({ state: stands }) => stands === 'approved') };
}

/**
 * Writes the register of processing as a file, whole or not at all, and says so in the log.
 * @throws Failure TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL, ROLE_REFUSED, WORKSPACE_READ_ONLY, WRONG_USAGE
 */
export async function exportRegister(
  state: EngineSession,
  job: JobContext,
  input: {
    grantId: string;
    format: RegisterFormat;
    asOf?: string | undefined;
    role: 'controller' | 'processor';
    approvedOnly: boolean;
    activity?: string | undefined;
  },
): Promise<ExportedRegister> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'register.exported');
  const path = state.grants.path(input.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const then = snapshotAt(state, input.asOf, input.approvedOnly);
  if (input.activity !== undefined) requireRecord(workspace, 'activity', input.activity);
  const snapshot = input.activity === undefined ? then : partOfRegister(then, input.activity);
  job.progress({ phase: jobsText.phases.readingRecords, done: 0, total: null, unit: 'steps' });
  await breathe(job.signal);
  const { content, ...said } = await made(state, job, snapshot, { format: input.format, path, role: input.role });
  const drafts = versionsThatHold(snapshot.records).filter(({ state: stands }) => stands !== 'approved').length;
  const fileName = basename(path);
  const sha256 = createHash('sha256').update(content).digest('hex');
  job.progress({ phase: jobsText.phases.writing, done: 0, total: null, unit: 'steps' });
  await breathe(job.signal);
  job.commit();
  await writeEntered(path, content, () =>
    workspace.register.append({
      kind: 'register.exported',
      subjectRef: workspace.id,
      payload: {
        fileName,
        sha256,
        format: input.format,
        asOf: snapshot.asOf,
        activities: said.activities,
        drafts,
        leftOut: said.leftOut.length,
      },
    }),
  );
  return {
    fileName,
    sha256,
    drafts,
    activities: said.activities,
    leftOut: said.leftOut,
    retired: said.retired,
    otherRole: said.otherRole,
    missingSigns: said.missingSigns,
  };
}
