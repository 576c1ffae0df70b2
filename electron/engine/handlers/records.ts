import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { approveRuled } from '#engine/use-cases/lawfulness/approve-ruled.ts';
import { compareWorkspace } from '#engine/use-cases/records/compare-workspace.ts';
import { diffRecord } from '#engine/use-cases/records/diff-record.ts';
import { discardDraft } from '#engine/use-cases/records/discard-draft.ts';
import { endSitting } from '#engine/use-cases/records/end-sitting.ts';
import { getRecord } from '#engine/use-cases/records/get-record.ts';
import { listRecords } from '#engine/use-cases/records/list-records.ts';
import { readViews, writeViews } from '#engine/use-cases/records/record-views.ts';
import { retireRecord } from '#engine/use-cases/records/retire-record.ts';
import { saveDraft } from '#engine/use-cases/records/save-draft.ts';
import { searchRecords } from '#engine/use-cases/records/search-records.ts';
import { sendBackRecord } from '#engine/use-cases/records/send-back-record.ts';
import { sendRecord } from '#engine/use-cases/records/send-record.ts';
import { setFields } from '#engine/use-cases/records/set-fields.ts';

export const recordsHandlers = (state: EngineSession) => ({
  list: os.records.list.handler(({ input }) => listRecords(state.requireWorkspace(), input)),
  search: os.records.search.handler(({ input }) => ({ ids: searchRecords(state.requireWorkspace(), input) })),
  views: os.records.views.handler(() => readViews(state.requireWorkspace())),
  saveViews: os.records.saveViews.handler(({ input }) => writeViews(state.requireWorkspace(), input.views)),
  get: os.records.get.handler(({ input }) => getRecord(state.requireWorkspace(), input)),
  saveDraft: os.records.saveDraft.handler(({ input }) => saveDraft(state, input)),
  discardDraft: os.records.discardDraft.handler(({ input }) => {
    discardDraft(state.requireWorkspace(), input);
    return {};
  }),
  endSitting: os.records.endSitting.handler(({ input }) => endSitting(state.requireWorkspace(), input)),
  setFields: os.records.setFields.handler(({ input }) => setFields(state, input)),
  send: os.records.send.handler(({ input }) => sendRecord(state, input)),
  approve: os.records.approve.handler(({ input }) => approveRuled(state, input)),
  sendBack: os.records.sendBack.handler(({ input }) => sendBackRecord(state, input)),
  retire: os.records.retire.handler(({ input }) => retireRecord(state, input)),
  differences: os.records.differences.handler(() => compareWorkspace(state)),
  diff: os.records.diff.handler(({ input }) => diffRecord(state.requireWorkspace(), input)),
});
