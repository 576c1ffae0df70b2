import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { findSubject } from '#engine/use-cases/subjects/find-subject.ts';

/** One person across everything that the workspace knows. */
export const subjectsHandlers = (state: EngineSession) => ({
  find: os.subjects.find.handler(({ input, signal }) =>
    // A job is named where its window can be seen: never by the person.
    state.jobs.run({ kind: 'subject-search', subject: '', signal }, (job) => findSubject(state, job, input)),
  ),
});
