import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { eraseSubject } from '#engine/use-cases/subjects/erase/erase-subject.ts';
import { exportSubject } from '#engine/use-cases/subjects/export-subject.ts';
import { findSubject } from '#engine/use-cases/subjects/find-subject.ts';
import { rectifySubject } from '#engine/use-cases/subjects/rectify-subject.ts';
import { suppressedHashes } from '#engine/suppression/suppression-list.ts';
import { suppressSubject } from '#engine/use-cases/suppression/suppress-subject.ts';
import { unsuppressSubject } from '#engine/use-cases/suppression/unsuppress-subject.ts';

/** One person across everything that the workspace knows. */
export const subjectsHandlers = (state: EngineSession) => ({
  find: os.subjects.find.handler(({ input, signal }) =>
    // A job is named where its window can be seen: never by the person.
    state.jobs.run({ kind: 'subject-search', subject: '', signal }, (job) => findSubject(state, job, input)),
  ),
  erase: os.subjects.erase.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'subject-erasure', subject: '', signal }, (job) => eraseSubject(state, job, input)),
  ),
  rectify: os.subjects.rectify.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'subject-rectification', subject: '', signal }, (job) => rectifySubject(state, job, input)),
  ),
  suppress: os.subjects.suppress.handler(({ input }) => suppressSubject(state, input)),
  unsuppress: os.subjects.unsuppress.handler(({ input }) => unsuppressSubject(state, input)),
  suppressionList: os.subjects.suppressionList.handler(() => ({
    hashes: suppressedHashes(state.requireWorkspace()).size,
  })),
  export: os.subjects.export.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'subject-export', subject: '', signal }, (job) => exportSubject(state, job, input)),
  ),
});
