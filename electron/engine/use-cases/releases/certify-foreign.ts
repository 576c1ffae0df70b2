import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Failure } from '#shared/contract/failure.ts';
import type { ReleaseResult } from '#shared/contract/releases.ts';
import type { AskedOverrides } from '#shared/domain/asked-override.ts';
import type { IntakeOptions } from '#shared/domain/intake.ts';
import { notRecomputed, recomputedHere, type MadeElsewhere } from '#shared/domain/made-elsewhere.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import type { SqlTarget } from '#shared/domain/sql-targets.ts';
import { compileScript, type CompiledScript } from '#shared/recipe/compile-script.ts';
import { readFigures, toldFigure } from '#shared/recipe/script-figures.ts';
import { unsoundFigure } from '#shared/recipe/sound-figures.ts';
import { certifyText as text } from '#shared/text/engine/certify.ts';
import { jobPart } from '#engine/jobs/job-part.ts';
import type { JobContext } from '#engine/jobs/run-job.ts';
import { readBounded, UnreadableFile } from '#engine/machine/read-bounded.ts';
import type { RunElsewhere } from '#engine/release/run-elsewhere.ts';
import { planHash } from '#engine/run-recipe/plan-hash.ts';
import type { EngineSession } from '#engine/session/engine-session.ts';
import { guardWrite, releaseOutputs } from '#engine/session/guard-write.ts';
import { withFile } from '#engine/tables/from-file.ts';
import { overridingOf } from './overriding-of.ts';
import { releaseTable } from './release-table.ts';

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

/** A figure a line; no run has more of them. */
const largestChecks = 4_194_304;

/** What the other engine told of its run. @throws Failure FILE_UNREADABLE; WRONG_USAGE where it is not of one run */
async function toldIn(path: string, script: CompiledScript): Promise<Pick<MadeElsewhere, 'checks' | 'told'>> {
  const name = basename(path);
  try {
    const content = await readBounded(path, largestChecks);
    const read = readFigures(content.toString('utf8'));
    if ('line' in read) throw new Failure('FILE_UNREADABLE', text.noCheck(name, read.line));
    const unsound = unsoundFigure(read.told, script.figures, script.compiled.suppression?.k ?? null);
    if (unsound !== null) throw new Failure('WRONG_USAGE', text.unsound(name, unsound));
    return { checks: createHash('sha256').update(content).digest('hex'), told: read.told };
  } catch (error) {
    if (error instanceof UnreadableFile)
      throw new Failure('FILE_UNREADABLE', text.checksUnreadable(name), { cause: error });
    throw error;
  }
}

/** @throws Failure WRONG_USAGE where the file is not what this recipe writes */
function requireColumns(found: readonly string[], { compiled }: CompiledScript): void {
  const written = compiled.outputs.map(({ name }) => name);
  const missing = written.filter((name) => !found.includes(name));
  const further = found.filter((name) => !written.includes(name));
  if (missing.length + further.length > 0) throw new Failure('WRONG_USAGE', text.otherColumns(missing, further));
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;

/** Holds the rows that were told to those of the file, and those left out to the recipe's limit. @throws Failure */
function requireRows(
  told: MadeElsewhere['told'],
  rows: number,
  { target }: Recipe,
  { compiled }: CompiledScript,
): void {
  const [rowsIn, notChosen, rowsOut] = ['rows_in', 'rows_not_chosen', 'rows_out'].map((name) => toldFigure(told, name));
  if (rowsOut !== null && rowsOut !== undefined && rowsOut !== rows)
    throw new Failure('WRONG_USAGE', text.otherRows(String(rowsOut), rows));
  if (compiled.suppression === null || rowsIn === null || rowsIn === undefined) return;
  const chosen = rowsIn - (notChosen ?? 0);
  const share = chosen === 0 ? 0 : (chosen - rows) / chosen;
  if (share > target.suppression)
    throw new Failure('TARGET_MISSED', text.tooMany(percent(share), percent(target.suppression)));
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
