import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { barredFlags, policyOn } from '#shared/policy/index.ts';
import { compileRecipe, onlyOutputs, writeDuckSql } from '#shared/recipe/compile-recipe.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import { recommendText } from '#shared/text/engine/recommend.ts';
import { findProxies, tellMostAlone, type Sought, type Texts } from '#engine/facts/proxies/find-proxies.ts';
import type { Measuring } from './measure-recipe.ts';
import type { Choice } from './step-spec.ts';

/** Rows that are learned from at most, as the guardrail does. */
const mostRows = 8000;
/** So much weaker than what is blocked: the guardrail looks at fewer rows, those that are written. */
const margin = 0.03;

interface Leaving extends Texts {
  sources: readonly string[];
}

/** The texts of what a recipe lets leave and of what is looked for in it, of the same rows. */
async function readTexts(
  { duck, input, relation }: Measuring,
  recipe: Recipe,
): Promise<{ leaving: Leaving[]; sought: Sought[] }> {
  const barred = barredFlags(policyOn(input.referenceDate, input.overrides));
  const physical = new Map(input.columns.map((column) => [column.name, quoteIdentifier(column.physical)]));
  const told = input.findings.filter(
    ({ name, flags }) => physical.has(name) && flags.some((flag) => barred.includes(flag)),
  );
  if (told.length === 0) return { leaving: [], sought: [] };
  const own = new Set(told.map(({ name }) => name));
  const extra = told.map((_, at): SourceColumn => ({ name: `\u0001sought ${at}`, physical: `x_s${at}`, header: null }));
  const { referenceDate } = input;
  const compiled = compileRecipe(recipe, [...input.columns, ...extra], { referenceDate });
  const extras = compiled.outputs.slice(-extra.length);
  const outputs = compiled.outputs
    .slice(0, -extra.length)
    .filter(
      ({ treatment, sources }) => !/^(redacted|hashed-)/.test(treatment) && !sources.some((name) => own.has(name)),
    );
  const read = [...outputs, ...extras];
  const beside = told.map(({ name }, at) => `nullif(trim(${physical.get(name)}), '') AS x_s${at}`);
  const rows = writeDuckSql(
    onlyOutputs(compiled, new Set(read.map(({ name }) => name))),
    `(SELECT *, ${beside.join(', ')} FROM ${relation})`,
  );
  const texts = await duck.texts(
    `SELECT ${read.map((output) => `nullif(CAST(${output.physical} AS VARCHAR), '')`).join(', ')} FROM ` +
      `(SELECT *, row_number() OVER () AS n FROM (${rows})) ORDER BY hash(n), n LIMIT ${mostRows}`,
  );
  return {
    leaving: outputs.map(({ name, sources }, at) => ({ name, sources, texts: texts[at] ?? [] })),
    sought: told.map(({ name, flags }, at) => ({
      name,
      flags: flags.filter((flag) => barred.includes(flag)),
      texts: texts[outputs.length + at] ?? [],
    })),
  };
}

/**
 * The choices of a targeting recipe without columns that stand in for what nobody may be targeted by: those that tell it
 * alone are dropped, then, while two or all together still tell it, the one of them that tells most alone.
 * @param recipe what the choices make
 * @returns the choices themselves where nothing stands in
 * @throws Failure JOB_CANCELLED
 */
export async function withoutStandIns(
  on: Measuring,
  choices: readonly Choice[],
  recipe: Recipe,
): Promise<readonly Choice[]> {
  const { signal, referenceDate, overrides } = on.input;
  const { leaving, sought } = await readTexts(on, recipe);
  const blocks = policyOn(referenceDate, overrides).value('proxy-strength', 'blocks') / 100;
  const gone = new Map<string, string>();
  let left = leaving;
  while (sought.length > 0 && left.length > 0) {
    const { found } = await findProxies(left, sought, { warns: blocks - margin, signal });
    const [first] = found;
    if (first === undefined) break;
    const alone = found.filter(({ way }) => way === 'alone');
    const [most] = tellMostAlone(
      left.filter(({ name }) => first.by.includes(name)),
      sought,
    );
    const dropping = alone.length > 0 ? alone.flatMap(({ by }) => by) : [most ?? first.by[0] ?? ''];
    for (const output of left.filter(({ name }) => dropping.includes(name))) {
      const strength = alone.find(({ by }) => by.includes(output.name)) ?? first;
      const reason = recommendText.standsIn[strength.way](strength.of, Math.round(strength.auc * 100));
      for (const source of output.sources) gone.set(source, reason);
    }
    left = left.filter(({ sources }) => !sources.some((source) => gone.has(source)));
  }
  if (gone.size === 0) return choices;
  return choices.map((choice): Choice => {
    const reason = gone.get(choice.column.name);
    return reason === undefined ? choice : { kind: 'fixed', column: choice.column, step: 'drop', reason };
  });
}
