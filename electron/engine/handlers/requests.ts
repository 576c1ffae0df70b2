import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { actOnRequest } from '#engine/use-cases/requests/act-on-request.ts';
import { copyForRequest } from '#engine/use-cases/requests/copy-for-request.ts';
import { deleteRequest } from '#engine/use-cases/requests/delete-request.ts';
import { eraseForRequest } from '#engine/use-cases/requests/erase-for-request.ts';
import { findForRequest } from '#engine/use-cases/requests/find-request.ts';
import { getRequest, listRequests } from '#engine/use-cases/requests/list-requests.ts';
import { openRequest } from '#engine/use-cases/requests/open-request.ts';
import { rectifyForRequest } from '#engine/use-cases/requests/rectify-for-request.ts';
import { suppressForRequest } from '#engine/use-cases/requests/suppress-for-request.ts';
import { writeRequestLetter } from '#engine/use-cases/requests/write-letter.ts';

/** What people ask for. */
export const requestsHandlers = (state: EngineSession) => ({
  list: os.requests.list.handler(() => listRequests(state)),
  get: os.requests.get.handler(({ input }) => getRequest(state, input.id)),
  open: os.requests.open.handler(({ input }) => openRequest(state, input)),
  act: os.requests.act.handler(({ input }) => actOnRequest(state, input)),
  find: os.requests.find.handler(({ input, signal }) =>
    // A job is named where its window can be seen: never by the person.
    state.jobs.run({ kind: 'subject-search', subject: '', signal }, (job) => findForRequest(state, job, input.id)),
  ),
  export: os.requests.export.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'subject-export', subject: '', signal }, (job) => copyForRequest(state, job, input)),
  ),
  erase: os.requests.erase.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'subject-erasure', subject: '', signal }, (job) => eraseForRequest(state, job, input)),
  ),
  rectify: os.requests.rectify.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'subject-rectification', subject: '', signal }, (job) =>
      rectifyForRequest(state, job, input),
    ),
  ),
  suppress: os.requests.suppress.handler(({ input }) => suppressForRequest(state, input.id)),
  letter: os.requests.letter.handler(({ input }) => writeRequestLetter(state, input)),
  delete: os.requests.delete.handler(({ input }) => deleteRequest(state, input)),
});
