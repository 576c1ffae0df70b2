import { judgeRules } from '#shared/register/rules/index.ts';
import { os } from '#engine/procedures/builder.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { askAgain } from '#engine/use-cases/lawfulness/ask-again.ts';
import { bindColumns } from '#engine/use-cases/lawfulness/bind-columns.ts';
import { dropSpare } from '#engine/use-cases/lawfulness/drop-spare.ts';
import { necessityOf } from '#engine/use-cases/lawfulness/necessity-of.ts';
import { noticeOf, takeOverNotice } from '#engine/use-cases/lawfulness/notice-of.ts';
import { openTest } from '#engine/use-cases/lawfulness/open-test.ts';
import { saveNotice } from '#engine/use-cases/lawfulness/save-notice.ts';
import { takeOverNeeds } from '#engine/use-cases/lawfulness/take-over-needs.ts';
import { usesOf } from '#engine/use-cases/lawfulness/uses-of.ts';
import { ruleViewOf } from '#engine/use-cases/lawfulness/rule-view-of.ts';

export const lawfulnessHandlers = (state: EngineSession) => ({
  rules: os.lawfulness.rules.handler(() => judgeRules(ruleViewOf(state))),
  notice: os.lawfulness.notice.handler(({ input }) => noticeOf(state, input)),
  takeOverNotice: os.lawfulness.takeOverNotice.handler(({ input }) => takeOverNotice(state, input)),
  saveNotice: os.lawfulness.saveNotice.handler(({ input }) => saveNotice(state, input)),
  bindColumns: os.lawfulness.bindColumns.handler(({ input }) => bindColumns(state, input)),
  matrix: os.lawfulness.matrix.handler(({ input }) => necessityOf(state, input)),
  uses: os.lawfulness.uses.handler(() => usesOf(state)),
  takeOverNeeds: os.lawfulness.takeOverNeeds.handler(({ input }) => takeOverNeeds(state, input)),
  dropSpare: os.lawfulness.dropSpare.handler(({ input }) => dropSpare(state, input)),
  openTest: os.lawfulness.openTest.handler(({ input }) => openTest(state, input)),
  askAgain: os.lawfulness.askAgain.handler(({ input, signal }) => askAgain(state, input, signal)),
});
