import { createHash } from 'node:crypto';
import { Failure } from '#shared/contract/failure.ts';
import type { ImportedRegisterReport, OnImportingAgain } from '#shared/contract/register-files.ts';
import type { LayoutId } from '#shared/register/layouts/index.ts';
import { withReferences } from '#shared/register/references.ts';
import type { GivenColumn } from '#shared/domain/import-field.ts';
import type { RowReport } from '#shared/register/sheets/read-register.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { checkFile, type CheckedFile } from '#engine/intake/check-file.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import { largestRegister } from '#engine/register-files/read-sheets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { givenRefs, keepDraft, operatorOf } from '#engine/use-cases/records/store-draft.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';
import { planImport, type Planned } from './plan-import.ts';
import { readRegisterFile } from './read-register-file.ts';
import { keepReport } from './save-report.ts';
import { standingRecords } from './standing-records.ts';

/** A record of the file and the one of the register that it has become: none where it was not needed. */
interface Done extends Planned {
  id: string;
  ref: string;
}

/** Of each record what it is in the register; a draft that is still to be made has no id. */
const foreseen = (plan: readonly Planned[]): Done[] =>
  plan.map((one) => ({ ...one, id: one.was?.id ?? '', ref: one.was?.ref ?? '' }));

/** Writes what is planned, in its order: what others refer to is there before them. */
function carryOut(workspace: Workspace, plan: readonly Planned[], at: string): Done[] {
  const ids = new Map<string, string>();
  const nextRef = givenRefs(workspace);
  return plan.map((one): Done => {
    const { record, was, does, body } = one;
    const { key, kind } = record;
    if (does !== 'draft' && does !== 'update') {
      if (was !== null) ids.set(key, was.id);
      return { ...one, id: was?.id ?? '', ref: was?.ref ?? '' };
    }
    const id = does === 'update' ? (was?.id ?? null) : null;
    const made = keepDraft(workspace, { kind, id, body: withReferences(kind, body, ids), at, nextRef });
    ids.set(key, made.id);
    return { ...one, id: made.id, ref: made.ref };
  });
}

type Again = ImportedRegisterReport['again'][number];

function againOf({ record: { kind }, was, by, does, id, ref, title, kept }: Done): Again[] {
  if (was === null || by === null || does === 'refer' || does === 'not-needed') return [];
  const did = ({ draft: 'new', update: 'updated', same: 'same', leave: 'left' } as const)[does];
  const unreadable = was.body === null;
  const called = does === 'same' || does === 'leave' ? was.title : title;
  return [{ kind, id, ref, title: called, by, did, unreadable, kept: does === 'draft' ? [] : kept }];
}

const became = { draft: 'drafted', update: 'updated', leave: 'left', same: 'same', refer: 'same' } as const;

const becameOf = ({ record: { kind }, does, ref, alike }: Done): ImportedRegisterReport['rows'][number]['became'] =>
  kind !== 'activity' || does === 'not-needed' ? null : { ref, did: became[does], alike };

/** What became of the file, record by record and row by row. */
function reportOf(
  done: readonly Done[],
  rows: readonly RowReport[],
  keyOf: (row: RowReport) => string | null,
): Pick<ImportedRegisterReport, 'drafted' | 'known' | 'again' | 'rows'> {
  const byKey = new Map(done.map((one) => [one.record.key, one]));
  return {
    drafted: done
      .filter(({ does }) => does === 'draft')
      .map(({ record: { kind }, id, ref, title }) => ({ kind, id, ref, title })),
    known: done
      .filter(({ does }) => does === 'refer')
      .map(({ record: { kind }, ref, title, was }) => ({ kind, ref, title: title || (was?.title ?? '') })),
    again: done.flatMap(againOf),
    rows: rows.map((row) => {
      const { sheet, row: line, activity, mapped, notMapped } = row;
      const made = byKey.get(keyOf(row) ?? '');
      return { sheet, row: line, activity, became: made === undefined ? null : becameOf(made), mapped, notMapped };
    }),
  };
}

async function readBytes(file: CheckedFile): Promise<Buffer> {
  return readBounded(file.path, largestRegister).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    throw error.why === 'too-large'
      ? new Failure('FILE_DAMAGED', text.tooLarge(file.fileName))
      : new Failure('FILE_UNREADABLE', recipeFileText.unreadable[error.why](file.fileName), { cause: error });
  });
}

/** Everything is drafted and entered, or nothing. */
function takeIn(
  workspace: Workspace,
  plan: readonly Planned[],
  about: { fileName: string; sha256: string; format: string; rows: number; notMapped: number; saidAt: string },
): Done[] {
  return workspace.transaction(() => {
    const done = carryOut(workspace, plan, about.saidAt);
    const made = done.filter(({ does }) => does === 'draft');
    workspace.register.append({
      kind: 'register.imported',
      subjectRef: workspace.id,
      payload: {
        ...about,
        activities: made.filter(({ record }) => record.kind === 'activity').length,
        records: made.length,
        updated: done.filter(({ does }) => does === 'update').length,
        known: done.flatMap(({ id, source }) => (id === '' ? [] : [[source, id] as [string, string]])),
        numbers: done.flatMap(({ id, number }) =>
          id === '' || number === null ? [] : [[number, id] as [string, string]],
        ),
      },
    });
    return done;
  });
}

/**
 * Takes a register that somebody kept elsewhere as drafts: nothing of it is approved. What had no place is in the
 * report, row by row; what the register has already is left as it is, or brought up to date in a draft.
 * @param input `preview`: nothing is written; `sha256`: the file that was looked at
 * @throws Failure FORMAT_UNKNOWN, FILE_DAMAGED, FILE_MISSING, FILE_UNREADABLE where it is another by now, ROLE_REFUSED,
 *   JOB_CANCELLED
 */
export async function importRegister(
  state: EngineSession,
  job: JobContext,
  input: {
    grantId: string;
    layout?: LayoutId | undefined;
    columns: readonly GivenColumn[];
    again: OnImportingAgain;
    preview: boolean;
    sha256?: string | undefined;
  },
): Promise<ImportedRegisterReport> {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('register.imported');
  const phase = (name: string): void => job.progress({ phase: name, done: 0, total: null, unit: 'steps' });
  phase(jobsText.phases.readingFile);
  const file = await checkFile(state.grants.path(input.grantId, 'read'));
  const bytes = await readBytes(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (input.sha256 !== undefined && input.sha256 !== sha256)
    throw new Failure('FILE_UNREADABLE', text.otherFile(file.fileName));
  const saidAt = state.now();
  const origin = { from: 'person', by: operatorOf(workspace), at: saidAt } as const;
  const found = await readRegisterFile(file, bytes, {
    layout: input.layout,
    columns: input.columns,
    origin,
    signal: job.signal,
  });
  phase(jobsText.phases.comparing);
  await breathe(job.signal);
  const { records, format, rows, notValid, passedOver, columns, keyOf } = found;
  const plan = planImport({ records, again: input.again }, standingRecords(workspace));
  phase(jobsText.phases.writing);
  await breathe(job.signal);
  const notMapped = rows.reduce((sum, row) => sum + row.notMapped.length, notValid.length);
  if (!input.preview) job.commit();
  const done = input.preview
    ? foreseen(plan)
    : takeIn(workspace, plan, { fileName: file.fileName, sha256, format, rows: rows.length, notMapped, saidAt });
  return keepReport(state, {
    fileName: file.fileName,
    sha256,
    format,
    preview: input.preview,
    ...reportOf(done, rows, ({ node }) => (node === null ? null : keyOf(node))),
    notValid,
    passedOver,
    columns,
  });
}
