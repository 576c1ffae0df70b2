import { semanticTypeById, typesNear } from '#shared/semantic-types/index.ts';
import { Failure } from '#shared/contract/failure.ts';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { Decision } from '#shared/domain/finding.ts';
import { datasetsText } from '#shared/text/engine/datasets.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { os } from '#engine/procedures/builder.ts';
import { datasetRelation, type DatasetSession } from '#engine/session/dataset-session.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { datasetCodebook, importCodebook } from '#engine/use-cases/datasets/dataset-codebook.ts';
import { effectiveInventory, exportInventory } from '#engine/use-cases/datasets/export-inventory.ts';
import { sealDates } from '#engine/use-cases/datasets/inventory-dates.ts';
import { recordSuggestions } from '#engine/use-cases/datasets/import-dataset.ts';
import { requireHeldSuggestions } from '#engine/use-cases/require-held.ts';
import { sinceLastImport } from '#engine/use-cases/datasets/since-last-import.ts';
import { today } from '#engine/session/today.ts';

/**
 * The classification as people see it: suggestions, decisions, what follows, masked examples, what changed since the
 * last import.
 */
async function classifiedDataset(state: EngineSession, session: DatasetSession): Promise<ClassifiedDataset> {
  const { columns: _suggestions, ...rest } = session.record.classification;
  const columns = session
    .classified()
    .map((column) => ({ ...column, examples: session.examples(column.suggestion.name) }));
  // The channel that a person has stated outranks the one recognised in the columns.
  return {
    ...rest,
    channel: session.record.summary.channel,
    inventory: await effectiveInventory(state, session),
    datasetId: session.record.summary.id,
    columns,
    open: columns.filter(({ decision }) => decision === null).length,
    since: sinceLastImport(session.record, state.earlierRecords(session.record.summary)),
  };
}

export const classifyHandlers = (state: EngineSession) => ({
  get: os.classify.get.handler(async ({ input }) => classifiedDataset(state, await state.dataset(input.datasetId))),

  run: os.classify.run.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'classify', subject: input.datasetId, signal, records: state.jobRecords() }, async (job) => {
      const session = await state.dataset(input.datasetId);
      const policy = state.requireWorkspace().summary().policy;
      const codebook = await datasetCodebook(state, input.datasetId);
      const duck = await session.duck.connect();
      try {
        const classification = await classifyRelation(duck, datasetRelation, session.columns, {
          layout: session.record.summary.options.layout,
          rows: session.record.summary.rows,
          codebook,
          policy,
          signal: job.signal,
          today: today(state),
          onProgress: (done, total) =>
            job.progress({ phase: jobsText.phases.classifying, done, total, unit: 'columns' }),
        });
        const suggestions = await sealDates(state.requireWorkspace(), input.datasetId, classification, job.signal);
        job.commit();
        recordSuggestions(state, input.datasetId, suggestions);
      } finally {
        duck.close();
      }
      return classifiedDataset(state, session);
    }),
  ),

  exportInventory: os.classify.exportInventory.handler(async ({ input }) =>
    exportInventory(state, await state.dataset(input.datasetId), state.grants.path(input.grantId, 'write')),
  ),

  importCodebook: os.classify.importCodebook.handler(async ({ input }) =>
    importCodebook(state, await state.dataset(input.datasetId), state.grants.readPath(input.grantId, 'codebook')),
  ),

  decide: os.classify.decide.handler(async ({ input }) => {
    const workspace = state.requireWorkspace();
    const session = await state.dataset(input.datasetId);
    state.refreshRecord(input.datasetId);
    requireHeldSuggestions(workspace, input.datasetId);
    const { operator } = workspace.summary();
    const byName = new Map(session.classified().map((column) => [column.suggestion.name, column]));
    const made = input.decisions.map((wish) => {
      const column = byName.get(wish.column);
      if (!column) throw new Failure('COLUMN_UNKNOWN', datasetsText.noColumn(session.record.summary.name, wish.column));
      const { suggestion } = column;
      if (wish.action === 'withdraw')
        return {
          withdrawn: true as const,
          column: suggestion.name,
          type: suggestion.type,
          class: suggestion.class,
          reason: wish.reason ?? null,
          suggestion,
        };
      const known = wish.type === undefined ? undefined : semanticTypeById(wish.type);
      if (wish.type !== undefined && !known)
        throw new Failure('WRONG_USAGE', datasetsText.noType(wish.type, typesNear(wish.type)));
      const overridden = wish.action === 'override';
      if (overridden && wish.type === undefined && wish.class === undefined)
        throw new Failure('WRONG_USAGE', datasetsText.sayTypeOrClass(suggestion.name));
      const decision: Decision = {
        column: suggestion.name,
        action: overridden ? 'overridden' : 'accepted',
        type: overridden ? (known?.id ?? suggestion.type) : suggestion.type,
        class: overridden ? (wish.class ?? known?.class ?? suggestion.class) : suggestion.class,
        reason: wish.reason ?? null,
        actor: operator,
        at: state.now(),
      };
      return { withdrawn: false as const, ...decision, decision, suggestion };
    });
    workspace.transaction(() => {
      for (const entry of made) {
        if (entry.withdrawn) workspace.catalog.classifications.withdraw(input.datasetId, entry.column);
        else workspace.catalog.classifications.decide(input.datasetId, entry.decision);
      }
      workspace.register.append({
        kind: 'classification.decided',
        subjectRef: input.datasetId,
        payload: {
          datasetId: input.datasetId,
          sourceSha256: session.record.summary.sha256,
          decisions: made.map((entry) => ({
            column: entry.column,
            action: entry.withdrawn ? ('withdrawn' as const) : entry.decision.action,
            type: entry.type,
            class: entry.class,
            suggestedType: entry.suggestion.type,
            suggestedClass: entry.suggestion.class,
            reason: entry.reason,
            ...(entry.withdrawn
              ? {}
              : { recordSha256: workspace.catalog.held.hashOf('decision', input.datasetId, entry.column) }),
          })),
        },
      });
    });
    state.refreshRecord(input.datasetId);
    return classifiedDataset(state, session);
  }),
});
