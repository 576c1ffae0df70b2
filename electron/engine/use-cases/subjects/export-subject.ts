import { createHash } from 'node:crypto';
import { basename, extname } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { SubjectExported } from '#shared/contract/subjects.ts';
import { documentPage } from '#shared/pages/page-document.ts';
import { accessPage } from '#shared/subjects/access-page.ts';
import { accessDocument } from '#shared/subjects/access-document.ts';
import type { CopyOfData } from '#shared/subjects/copy-of-data.ts';
import { subjectsText } from '#shared/text/engine/subjects.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { printDocument } from '#engine/register-files/print-document.ts';
import { writeEntered } from '#engine/release/place/write-whole.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite } from '#engine/session/guard-write.ts';
import { requireEnterable } from '../require-enterable.ts';
import { copyOfData } from './copy-of-data.ts';
import { searchWorkspace } from './search-workspace.ts';

interface Asked {
  values: readonly string[];
  grantId: string;
}

/** JSON for machines; a page for people, as HTML or PDF. By the ending of the name. */
async function written(state: EngineSession, copy: CopyOfData, path: string, values: number) {
  const made = { organisation: state.requireWorkspace().summary().organisation, madeAt: state.now(), values };
  switch (extname(path).toLowerCase()) {
    case '.json':
      return Buffer.from(accessDocument(copy, made));
    case '.html':
      return Buffer.from(documentPage(accessPage(copy, made)));
    case '.pdf': {
      const { resourcesDirectory: resources } = state.environment;
      return Buffer.from((await printDocument(accessPage(copy, made), { asOf: made.madeAt, resources })).bytes);
    }
    default:
      throw new Failure('WRONG_USAGE', subjectsText.ending(basename(path)));
  }
}

/**
 * Writes the copy of somebody's data that is theirs to have (GDPR Art. 15(3), 20): the records about them in every
 * dataset, what they agreed to, which files went to whom, and what was not looked through. The register keeps that it
 * was written, and its hash.
 * @throws Failure WRONG_USAGE, TARGET_MISSED where nothing is about them, TARGET_PROTECTED, TARGET_UNWRITABLE, DISK_FULL
 */
export async function exportSubject(state: EngineSession, job: JobContext, asked: Asked): Promise<SubjectExported> {
  const workspace = state.requireWorkspace();
  requireEnterable(workspace, 'subject.exported');
  const path = state.grants.path(asked.grantId, 'write');
  await guardWrite(state, [{ path }]);
  const copy = await copyOfData(await searchWorkspace(state, job, asked.values));
  const rows = copy.tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows === 0 && copy.consent.events.length === 0) throw new Failure('TARGET_MISSED', subjectsText.nothingToCopy);
  const content = await written(state, copy, path, asked.values.length);
  job.commit();
  const payload = {
    datasets: copy.tables.length,
    rows,
    consents: copy.consent.events.length,
    releases: copy.releases.length,
    notSearched: copy.notSearched.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const { seq } = await writeEntered(path, content, () =>
    workspace.register.append({ kind: 'subject.exported', subjectRef: workspace.id, payload }),
  );
  const { mentions, notSearched } = copy;
  return { fileName: basename(path), ...payload, mentions, notSearched, registerEntry: seq };
}
