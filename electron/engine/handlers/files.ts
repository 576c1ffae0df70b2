import { z } from 'zod';
import { Failure } from '#shared/contract/failure.ts';
import { jobsText } from '#shared/text/engine/jobs.ts';
import { releaseText } from '#shared/text/engine/release.ts';
import { reconcile, refuseOtherCount } from '#engine/intake/reconcile.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import { classifyRelation } from '#engine/classify/run-classifier.ts';
import { os } from '#engine/procedures/builder.ts';
import { coarseHistogram } from '#engine/profile/coarse-histogram.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import { recommendRecipe } from '#engine/recommend/recommend-recipe.ts';
import { riskOfFile } from '#engine/privacy/risk-of-file.ts';
import { keysFromFile } from '#engine/keys/keys-from-file.ts';
import { readKeyFile } from '#engine/keys/read-key-file.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import { putRightLeftReleases } from '#engine/release/place/placing-note.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { releaseDataset } from '#engine/use-cases/releases/release-dataset.ts';
import { withSource } from '#engine/tables/with-source.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { today } from '#engine/session/today.ts';

/** Work on files that are in no workspace. */
export const filesHandlers = (state: EngineSession) => ({
  profile: os.files.profile.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'profile', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withSource(state, { ...input, fingerprint: false }, jobPart(job, 0, 30), async (source) => {
        const profiling = jobPart(job, 30, 100);
        const columns = await profileColumns(source.duck, source.relation, source.columns, {
          signal: job.signal,
          withTop: input.examples,
          onProgress: (done, total) =>
            profiling.progress({ phase: jobsText.phases.profiling, done, total, unit: 'columns' }),
        });
        if (columns[0]) refuseOtherCount(columns[0].rows, source);
        const shown = input.examples
          ? columns
          : columns.map((column) => ({
              ...column,
              min: null,
              max: null,
              top: [],
              histogram: coarseHistogram(column.histogram),
            }));
        return { rows: source.rows, rejectedRows: source.rejects.total, warnings: source.warnings, columns: shown };
      }),
    ),
  ),

  classify: os.files.classify.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'classify', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withSource(state, { ...input, fingerprint: false }, jobPart(job, 0, 30), async (source) => {
        const classifying = jobPart(job, 30, 100);
        const classification = await classifyRelation(source.duck, source.relation, source.columns, {
          layout: source.options.layout,
          rows: source.rows,
          policy: input.policy,
          signal: job.signal,
          today: today(state),
          onProgress: (done, total) =>
            classifying.progress({ phase: jobsText.phases.classifying, done, total, unit: 'columns' }),
        });
        refuseOtherCount(classification.rows, source);
        return { ...classification, rejectedRows: source.rejects.total, warnings: source.warnings };
      }),
    ),
  ),

  recommend: os.files.recommend.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'recommend', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withSource(state, { ...input, fingerprint: false }, job, async (source) => {
        if (input.referenceDate !== undefined && !z.iso.date().safeParse(input.referenceDate).success)
          throw new Failure('WRONG_USAGE', releaseText.dayIsNoDate);
        const purpose = state.purpose(input.purpose);
        const policy = state.workspace?.summary().policy ?? 'customer-tracking';
        const { columns: findings, rows } = await classifyRelation(source.duck, source.relation, source.columns, {
          layout: source.options.layout,
          rows: source.rows,
          policy,
          findingsOnly: true,
          signal: job.signal,
          today: today(state),
        });
        refuseOtherCount(rows, source);
        throwIfCancelled(job.signal);
        const profiles = await profileColumns(source.duck, source.relation, source.columns, { signal: job.signal });
        return recommendRecipe({
          duck: source.duck,
          relation: source.relation,
          columns: source.columns,
          findings,
          profiles,
          purpose,
          release: input.release,
          k: input.k,
          suppression: input.suppression,
          referenceDate: input.referenceDate ?? today(state),
          signal: job.signal,
        });
      }),
    ),
  ),

  apply: os.files.apply.handler(({ input, signal }) =>
    state.jobs.run(
      { kind: 'release', subject: state.grants.fileName(input.grantId), signal, records: state.jobRecords() },
      async (job) => {
        const outputPath = state.grants.path(input.outputGrantId, 'write');
        const keys =
          input.keyGrantId === undefined
            ? null
            : keysFromFile(await readKeyFile(state.grants.readPath(input.keyGrantId, 'key')));
        await guardWrite(state, releaseOutputs(outputPath));
        // Without a workspace nothing else knows of it: it stands where output and certificate both bear their names.
        await putRightLeftReleases(state.environment.profileDirectory, null, ({ inPlace }) => inPlace);
        return withSource(state, { ...input, asksItself: true }, jobPart(job, 0, 10), async (source, directory) => {
          const policy = state.workspace?.summary().policy ?? 'customer-tracking';
          const imported = state.recordBySha256(
            source.sha256,
            source.columns.map(({ name }) => name),
          );
          const classifying = jobPart(job, 10, 20);
          const { columns: suggestions, rows } =
            imported?.classification ??
            (await classifyRelation(source.duck, source.relation, source.columns, {
              layout: source.options.layout,
              rows: source.rows,
              policy,
              findingsOnly: true,
              signal: job.signal,
              today: today(state),
              onProgress: (done, total) =>
                classifying.progress({ phase: jobsText.phases.classifying, done, total, unit: 'columns' }),
            }));
          if (imported) await reconcile(source.duck, source.relation, source.rows, source.fileName);
          else refuseOtherCount(rows, source);
          const decisions = new Map((imported?.decisions ?? []).map((decision) => [decision.column, decision]));
          const findings = suggestions.map((suggestion) =>
            effectiveFinding(suggestion, decisions.get(suggestion.name) ?? null, policy),
          );
          return releaseDataset(state, jobPart(job, 20, 100), {
            source,
            directory,
            findings,
            unconfirmed: suggestions.map(({ name }) => name).filter((name) => !decisions.has(name)),
            recipe: input.recipe,
            outputPath,
            keys,
            datasetId: imported?.summary.id ?? null,
            keepOrder: input.keepOrder,
            force: input.force,
            today: input.today,
          });
        });
      },
    ),
  ),

  risk: os.files.risk.handler(({ input, signal }) =>
    state.jobs.run({ kind: 'risk', subject: state.grants.fileName(input.grantId), signal }, (job) =>
      withSource(state, { ...input, fingerprint: false }, job, async (source) => {
        const { columns: findings } = await classifyRelation(source.duck, source.relation, source.columns, {
          layout: source.options.layout,
          rows: source.rows,
          policy: 'customer-tracking',
          findingsOnly: true,
          signal: job.signal,
          today: today(state),
        });
        const risk = await riskOfFile({
          source,
          findings,
          qi: input.qi,
          sensitive: input.sensitive,
          person: input.person,
          k: input.k,
          signal: job.signal,
        });
        refuseOtherCount(risk.rows, source);
        return risk;
      }),
    ),
  ),
});
