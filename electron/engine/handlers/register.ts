import { os } from '#engine/procedures/builder.ts';
import { getEntry, searchEntries, verifyInFull } from '#engine/journal/read-journal.ts';
import { addCosigner } from '#engine/use-cases/heads/add-cosigner.ts';
import { addCountersignatures } from '#engine/use-cases/heads/add-countersignatures.ts';
import { checkHead } from '#engine/use-cases/heads/check-head.ts';
import { countersignHead } from '#engine/use-cases/heads/countersign-head.ts';
import { listCosigners } from '#engine/use-cases/heads/list-cosigners.ts';
import { newestHead, saveHead } from '#engine/use-cases/heads/newest-head.ts';
import { addStamp } from '#engine/use-cases/heads/add-stamp.ts';
import { printHistory } from '#engine/use-cases/register/print-history.ts';
import { sinceLastVisit } from '#engine/use-cases/register/since-last-visit.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';

export const registerHandlers = (state: EngineSession) => ({
  list: os.register.list.handler(({ input }) => searchEntries(state.requireWorkspace().directory, input)),
  print: os.register.print.handler(({ input }) => printHistory(state, input)),
  get: os.register.get.handler(({ input }) => getEntry(state.requireWorkspace().directory, input.seq)),
  sinceLastVisit: os.register.sinceLastVisit.handler(({ input }) => sinceLastVisit(state, input.most)),
  verify: os.register.verify.handler(() =>
    verifyInFull(state.requireWorkspace().directory, { profileDirectory: state.environment.profileDirectory }),
  ),
  head: os.register.head.handler(() => newestHead(state)),
  saveHead: os.register.saveHead.handler(({ input }) => saveHead(state, input)),
  checkHead: os.register.checkHead.handler(({ input }) => checkHead(state, input.grantId)),
  cosigners: os.register.cosigners.handler(() => listCosigners(state)),
  countersignHead: os.register.countersignHead.handler(({ input }) => countersignHead(state, input.grantId)),
  addCosigner: os.register.addCosigner.handler(({ input }) => addCosigner(state, input)),
  addCountersignatures: os.register.addCountersignatures.handler(({ input }) =>
    addCountersignatures(state, input.grantId),
  ),
  addStamp: os.register.addStamp.handler(({ input }) => addStamp(state, input)),
});
