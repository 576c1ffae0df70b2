import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { variablesFor } from '#shared/codebooks/match-codebook.ts';
import { Failure } from '#shared/contract/failure.ts';
import { codebooksText } from '#shared/text/engine/codebooks.ts';
import { readCodebook } from '#engine/classify/evidence/codebooks/read-codebook.ts';
import type { DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { sealedCodebook, type SealedFile } from '#engine/workspace/sealed-names.ts';

/**
 * Keeps a codebook with its dataset, sealed like the rows (labels may quote values), in place of an earlier one;
 * recorded.
 */
export async function importCodebook(
  state: EngineSession,
  session: DatasetSession,
  path: string,
): Promise<{ fileName: string; sha256: string; variables: number; matched: number }> {
  const workspace = state.requireWorkspace();
  const { id } = session.record.summary;
  const { book, bytes } = await readCodebook(path);
  const matched = variablesFor(
    book,
    session.columns.map(({ header, name }) => header ?? name),
  ).filter((variable) => variable !== null).length;
  if (matched === 0)
    throw new Failure('FILE_UNREADABLE', codebooksText.describesNothing(basename(path), session.record.summary.name));
  const name = sealedCodebook(id);
  const clear = join(workspace.workDirectory, `${name}.new`);
  let sealed: SealedFile;
  try {
    await writeFile(clear, JSON.stringify(book), { mode: 0o600 });
    sealed = { name, sha256: await workspace.next.seal(name, clear) };
  } finally {
    await rm(clear, { force: true });
  }
  const kept = {
    fileName: basename(path),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    variables: book.variables.length,
    matched,
  };
  const payload = { datasetId: id, ...kept, sealed: [sealed] };
  try {
    workspace.register.append({ kind: 'codebook.imported', subjectRef: id, payload });
  } catch (error) {
    workspace.next.drop(name);
    throw error;
  }
  workspace.next.promote(name);
  return kept;
}
