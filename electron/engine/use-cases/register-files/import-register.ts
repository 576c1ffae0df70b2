import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import type { importedRegisterReport } from '#shared/contract/register-files.ts';
import type { Origin } from '#shared/register/answer.ts';
import { bodyTitle } from '#shared/register/body-title.ts';
import { readDpv } from '#shared/register/dpv/read-dpv.ts';
import { parseRegisterJson } from '#shared/register/json/register-json.ts';
import { fold } from '#shared/register/layouts/fold.ts';
import { layoutIds, layouts, type LayoutId } from '#shared/register/layouts/index.ts';
import { withReferences } from '#shared/register/references.ts';
import { readRegister, type RowReport } from '#shared/register/sheets/read-register.ts';
import { importedRecords, type ImportedRegister } from '#shared/register/sheets/to-records.ts';
import { registerFilesText as text } from '#shared/text/engine/register-files.ts';
import { recipeFileText } from '#shared/text/recipe.ts';
import { checkFile, type CheckedFile } from '#engine/intake/check-file.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import { largestRegister, readSheets } from '#engine/register-files/read-sheets.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { operatorOf, storeDraft } from '#engine/use-cases/records/store-draft.ts';
import { holdingOf, titleOf } from '#engine/use-cases/records/stored-record.ts';
import type { Workspace } from '#engine/workspace/workspace.ts';

type Report = z.infer<typeof importedRegisterReport>;

interface Read extends ImportedRegister {
  format: string;
  rows: RowReport[];
  passedOver: Report['passedOver'];
}

function fromJsonLd(content: string, fileName: string, origin: Origin): Read {
  const read = readDpv(content, origin);
  if (read === 'no-json') throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
  if (read === 'no-graph') throw new Failure('FORMAT_UNKNOWN', text.noGraph(fileName));
  if (read === 'no-activities') throw new Failure('FORMAT_UNKNOWN', text.noRegister(fileName));
  if ('context' in read) throw new Failure('FORMAT_UNKNOWN', text.otherContext(fileName, read.context));
  return { ...read, format: 'jsonld', passedOver: [] };
}

function fromJson(content: string, fileName: string, origin: Origin): Read {
  const read = parseRegisterJson(content, origin);
  if (read === 'no-json') throw new Failure('FORMAT_UNKNOWN', text.noJson(fileName));
  if (read === 'other-format') throw new Failure('FORMAT_UNKNOWN', text.otherFormat(fileName));
  if (read === 'other-version') throw new Failure('FORMAT_UNKNOWN', text.otherVersion(fileName));
  if ('place' in read) throw new Failure('FILE_DAMAGED', text.damagedJson(fileName, read.place));
  return { ...read, format: 'json', rows: [], passedOver: [] };
}

async function read(
  file: CheckedFile,
  bytes: Buffer,
  layout: LayoutId | undefined,
  origin: Origin,
  signal: AbortSignal | undefined,
): Promise<Read> {
  const { fileName } = file;
  const begins = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (begins.startsWith('{') || begins.startsWith('[')) {
    const content = bytes.toString('utf8').replace(/^\uFEFF/, '');
    return content.includes('"@context"') ? fromJsonLd(content, fileName, origin) : fromJson(content, fileName, origin);
  }
  if (begins.startsWith('%PDF') || begins.startsWith('<'))
    throw new Failure('FORMAT_UNKNOWN', text.cannotImport(fileName));
  const found = readRegister(await readSheets(file, bytes, signal), layout);
  if (found === null)
    throw new Failure(
      'FORMAT_UNKNOWN',
      layout === undefined
        ? text.noLayout(
            fileName,
            layoutIds.map((id) => layouts[id].authority),
          )
        : text.notThisLayout(fileName, layouts[layout].authority),
    );
  if (found.activities.length === 0) throw new Failure('FORMAT_UNKNOWN', text.noActivities(fileName));
  return { ...importedRecords(found, origin), format: found.layout, rows: found.rows, passedOver: found.passedOver };
}

/** What the register has by the names of its records; activities and the organisation are never taken for known. */
function knownRecords(workspace: Workspace): Map<string, { id: string; ref: string; title: string }> {
  const found = new Map<string, { id: string; ref: string; title: string }>();
  for (const record of workspace.catalog.records.list()) {
    const holds = holdingOf(record) ?? record.draft;
    if (holds === null || holds === undefined || 'unreadable' in holds) continue;
    const title = titleOf(holds);
    if (title !== '') found.set(`${holds.kind} ${fold(title)}`, { id: holds.id, ref: holds.ref, title });
  }
  return found;
}

/** Drafts what was read; what the register knows by the same name is referred to. All of it, or nothing. */
function draftAll(workspace: Workspace, found: Read, at: string): Pick<Report, 'drafted' | 'known'> {
  const already = knownRecords(workspace);
  const ids = new Map<string, string>();
  const drafted: Report['drafted'] = [];
  const known: Report['known'] = [];
  return workspace.transaction(() => {
    for (const { key, kind, body } of found.records) {
      const title = bodyTitle(kind, body);
      const same = kind === 'activity' ? undefined : already.get(`${kind} ${fold(title)}`);
      const hasOwn = kind === 'organisation' && workspace.catalog.records.get(kind, kind) !== null;
      if (same !== undefined || hasOwn) {
        ids.set(key, same?.id ?? kind);
        known.push({ kind, ref: same?.ref ?? kind, title });
        continue;
      }
      const made = storeDraft(workspace, { kind, id: null, body: withReferences(kind, body, ids), at });
      ids.set(key, made.id);
      drafted.push({ kind, id: made.id, ref: made.ref, title });
    }
    return { drafted, known };
  });
}

/**
 * Takes a register that somebody kept elsewhere as drafts: nothing of it is approved. What had no place is in the
 * report, row by row.
 * @throws Failure FORMAT_UNKNOWN, FILE_DAMAGED, FILE_MISSING, ROLE_REFUSED, JOB_CANCELLED
 */
export async function importRegister(
  state: EngineSession,
  { grantId, layout }: { grantId: string; layout?: LayoutId | undefined },
  signal: AbortSignal | undefined,
): Promise<Report> {
  const workspace = state.requireWorkspace();
  workspace.operators.requireMay('register.imported');
  const file = await checkFile(state.grants.path(grantId, 'read'));
  const bytes = await readBounded(file.path, largestRegister).catch((error: unknown) => {
    if (!(error instanceof UnreadableFile)) throw error;
    throw error.why === 'too-large'
      ? new Failure('FILE_DAMAGED', text.tooLarge(file.fileName))
      : new Failure('FILE_UNREADABLE', recipeFileText.unreadable[error.why](file.fileName), { cause: error });
  });
  const at = state.now();
  const found = await read(file, bytes, layout, { from: 'person', by: operatorOf(workspace), at }, signal);
  const made = draftAll(workspace, found, at);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const notMapped = found.rows.reduce((sum, row) => sum + row.notMapped.length, found.notValid.length);
  workspace.register.append({
    kind: 'register.imported',
    subjectRef: workspace.id,
    payload: {
      fileName: file.fileName,
      sha256,
      format: found.format,
      activities: made.drafted.filter(({ kind }) => kind === 'activity').length,
      records: made.drafted.length,
      rows: found.rows.length,
      notMapped,
    },
  });
  const { format, rows, notValid, passedOver } = found;
  return { fileName: file.fileName, sha256, format, ...made, rows, notValid, passedOver };
}
