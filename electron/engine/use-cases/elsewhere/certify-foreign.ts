import { Failure } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { notRecomputed, recomputedHere, type MadeElsewhere } from '#shared/domain/made-elsewhere.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { SqlTarget } from '#shared/domain/sql-targets.ts';
import { compileScript, type CompiledScript } from '#shared/recipe/compile-script.ts';
import { toldFigure } from '#shared/recipe/script-figures.ts';
import { certifyText as text } from '#shared/text/engine/certify.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import type { RunElsewhere } from '#engine/release/run-elsewhere.ts';
import { planHash } from '#engine/run-recipe/plan-hash.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { overridingOf } from '../releases/overriding-of.ts';
import { releaseTable } from '../releases/release-table.ts';
import { requireShare, toldIn } from './told-in.ts';

interface ForeignRun {
  grantId: string;
  options?: Partial<IntakeOptions> | undefined;
  recipe: Recipe;
  engine: SqlTarget;
  columns: string[];
  checksGrantId?: string | undefined;
  outputGrantId: string;
  today?: string | undefined;
  recipient?: string | undefined;
  overridden: AskedOverrides;
  force: boolean;
}

/** @throws Failure WRONG_USAGE where the file is not what this recipe writes */
function requireColumns(found: readonly string[], { compiled }: CompiledScript): void {
  const written = compiled.outputs.map(({ name }) => name);
  const missing = written.filter((name) => !found.includes(name));
  const further = found.filter((name) => !written.includes(name));
  if (missing.length + further.length > 0) throw new Failure('WRONG_USAGE', text.otherColumns(missing, further));
}

/** Holds the rows that were told to those of the file, and those left out to the recipe's limit. @throws Failure */
function requireRows(told: MadeElsewhere['told'], rows: number, recipe: Recipe, script: CompiledScript): void {
  const rowsOut = toldFigure(told, 'rows_out');
  if (rowsOut !== null && rowsOut !== rows) throw new Failure('WRONG_USAGE', text.otherRows(String(rowsOut), rows));
  requireShare(told, recipe, script, rows);
}

function ranElsewhere(script: CompiledScript, made: Pick<MadeElsewhere, 'checks' | 'told'>): RunElsewhere {
  return {
    made: {
      engine: script.target,
      ...made,
      recomputed: [...recomputedHere],
      notRecomputed: [...notRecomputed],
    },
    planHash: planHash(script.compiled),
    treatments: new Map(
      script.compiled.outputs.map(({ name, treatment, valueType }) => [name, { treatment, valueType }]),
    ),
    counted: script.counted,
  };
}

/**
 * Releases what another engine made of a recipe. Its rows are judged like those of a release that is run here, written
 * anew in an order that tells nothing, and measured from the written file; certificate and register say that the recipe
 * was run elsewhere, what was told of that run, and what nobody here could look at.
 * @throws Failure WRONG_USAGE, WORKSPACE_NONE, FILE_UNREADABLE, and as a release
 */
export async function certifyForeign(state: EngineSession, job: JobContext, input: ForeignRun): Promise<ReleaseResult> {
  state.requireWorkspace();
  const { recipe, engine, force, today } = input;
  const script = compileScript(recipe, input.columns, engine, { referenceDate: today ?? recipe.referenceDate });
  const outputPath = state.grants.path(input.outputGrantId, 'write');
  const overriding = overridingOf(state, input.overridden);
  await guardWrite(state, releaseOutputs(outputPath));
  const told =
    input.checksGrantId === undefined
      ? { checks: null, told: [] }
      : await toldIn(state.grants.readPath(input.checksGrantId, 'source'), script);
  return withFile(
    state,
    input,
    jobPart(job, 0, 20),
    (table) => {
      requireColumns(
        table.columns.map(({ name }) => name),
        script,
      );
      requireRows(told.told, table.rows, recipe, script);
      return releaseTable(state, jobPart(job, 20, 100), table, {
        recipe,
        outputPath,
        keys: null,
        keepOrder: false,
        force,
        today,
        recipient: input.recipient,
        overriding,
        elsewhere: ranElsewhere(script, told),
      });
    },
    { forRelease: true },
  );
}
