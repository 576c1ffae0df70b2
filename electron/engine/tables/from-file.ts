import type { ClassificationPolicy } from '#shared/domain/column-class.ts';
import type { Decision, Finding } from '#shared/domain/finding.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { formOfSource } from '#shared/domain/text-form.ts';
import { effectiveFinding } from '#engine/classify/effective-finding.ts';
import type { OpenSource } from '#engine/intake/context.ts';
import type { PlainText } from '#engine/intake/source.ts';
import { reconcile, refuseOtherCount } from '#engine/intake/reconcile.ts';
import { toldChoices } from '#engine/intake/told-choices.ts';
import { throwIfCancelled } from '#engine/jobs/cancelled.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { onListOf } from '#engine/suppression/suppression-list.ts';
import { profileColumns } from '#engine/profile/profile-columns.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { classifyColumns } from './classify-columns.ts';
import type { TableInHand } from './table-in-hand.ts';
import { withSource } from './with-source.ts';

/**
 * A file in hand; `warnings` are what a person should know of its reading, `delimiter` what parts its fields, `plain` its
 * rows for who reads bytes.
 */
export type FileInHand = TableInHand & {
  readonly warnings: string[];
  readonly delimiter: string | undefined;
  readonly plain?: PlainText | undefined;
};

export interface FileInput {
  grantId: string;
  options?: Partial<IntakeOptions> | undefined;
}

export interface FileNeeds {
  /** Default: the open workspace's, else that of tracking. */
  policy?: ClassificationPolicy;
  /**
   * It is to be released. Then its SHA-256 is computed; what people decided of the dataset with the same content counts;
   * and whoever releases it asks `unchanged` itself, before the output gets its name.
   */
  forRelease?: boolean;
  /** Nothing but a profile or a classification is asked of it: little memory will do. */
  lean?: boolean;
  /** Its rows are released: less memory than usual will do. */
  sparing?: boolean;
  onClassifying?: (done: number, total: number) => void;
}

/** A granted file that is in no workspace, opened for the length of `work`. */
export async function withFile<T>(
  state: EngineSession,
  input: FileInput,
  job: JobContext,
  work: (table: FileInHand) => Promise<T>,
  needs: FileNeeds = {},
): Promise<T> {
  const { forRelease = false, lean = false, sparing = false } = needs;
  return withSource(
    state,
    { grantId: input.grantId, options: input.options, fingerprint: forRelease, asksItself: forRelease, lean, sparing },
    job,
    (source, directory) => work(inHand(state, source, directory, job.signal, needs)),
  );
}

function inHand(
  state: EngineSession,
  source: OpenSource,
  directory: string,
  signal: AbortSignal,
  { policy: asked, forRelease, onClassifying }: FileNeeds,
): FileInHand {
  const { duck, relation, plain, columns, rows, sha256, fileName, rejects, warnings } = source;
  const policy = asked ?? state.workspace?.summary().policy ?? 'customer-tracking';
  const { layout } = source.options;
  const imported = forRelease
    ? state.recordBySha256(
        sha256,
        columns.map(({ name }) => name),
      )
    : null;
  const decisions = new Map((imported?.decisions ?? []).map((decision) => [decision.column, decision]));
  const holdCount = (counted: number): void => refuseOtherCount(counted, source);

  const suggest = async (): Promise<Finding[]> => {
    if (imported) {
      await reconcile(duck, relation, rows, fileName);
      return imported.classification.columns;
    }
    const classification = await classifyColumns(
      { duck, relation, columns, rows, layout, policy },
      { ...state.reckoning(), signal, findingsOnly: true, onProgress: onClassifying },
    );
    holdCount(classification.rows);
    return classification.columns;
  };
  let suggested: Promise<Finding[]> | undefined;
  const suggestions = (): Promise<Finding[]> => (suggested ??= suggest());

  return {
    duck,
    relation,
    plain,
    columns,
    rows,
    sha256,
    fileName,
    rejects,
    warnings: [...toldChoices(source.detections), ...warnings],
    // One of several signs is no delimiter that a table is written with.
    delimiter: source.options.delimiter?.length === 1 ? source.options.delimiter : undefined,
    form: formOfSource(source.options),
    unchanged: () => source.unchanged(),
    onList: (at) => (state.workspace === null ? null : onListOf(state.workspace, at)),
    directory,
    layout,
    policy,
    datasetId: imported?.summary.id ?? null,
    // A file by itself brings none along: what describes it is a well-known public schema, or nothing.
    codebook: async () => undefined,
    findings: async () => effective(await suggestions(), decisions, policy),
    unconfirmed: async () => (await suggestions()).map(({ name }) => name).filter((name) => !decisions.has(name)),
    profiles: () => {
      throwIfCancelled(signal);
      return profileColumns(duck, relation, columns, { signal, rows });
    },
    holdCount,
  };
}

const effective = (
  suggestions: readonly Finding[],
  decisions: ReadonlyMap<string, Decision>,
  policy: ClassificationPolicy,
): Finding[] =>
  suggestions.map((suggestion) => effectiveFinding(suggestion, decisions.get(suggestion.name) ?? null, policy));
