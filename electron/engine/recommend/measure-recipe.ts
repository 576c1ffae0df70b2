import type { ModelVerdict } from '#shared/certificate/certificate.ts';
import type { SourceColumn } from '#shared/domain/intake.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { quasiIdentifiers } from '#shared/guardrails/output-view.ts';
import { compileRecipe, onlyOutputs, writeDuckSql } from '#shared/recipe/compile-recipe.ts';
import type { Duck } from '#engine/analysis/open-duck.ts';
import { codeTable } from '#engine/anonymise/coded/code-table.ts';
import type { CodedTable } from '#engine/anonymise/coded/coded-table.ts';
import { installKeyedHash, removeKeyedHash } from '#engine/analysis/keyed-hash.ts';
import { classesSql, classKey, type MeasuredColumn } from '#engine/privacy/measure/classes.ts';
import { measureRisk } from '#engine/privacy/measure/measure-risk.ts';
import { judgeModels, modelsToJudge } from '#engine/privacy/judge-models.ts';
import type { RecommendInput } from './recommend-recipe.ts';

export interface Measuring {
  duck: Duck;
  input: RecommendInput;
  /** FROM-clause expression of the rows that a release would take. */
  relation: string;
  /** SQL of a person's id, where a person has several rows. */
  person: string | null;
}

/**
 * The rows of a recipe before small classes are left out, and what k counts in them. Hashed columns take no part, so
 * any key serves.
 */
async function onOutput<T>(
  { duck, input, relation, person }: Measuring,
  recipe: Recipe,
  work: (rows: string, qi: MeasuredColumn[], who: string | undefined) => Promise<T>,
): Promise<T> {
  const extra: SourceColumn[] = person === null ? [] : [{ name: '\u0001person', physical: 'x_person', header: null }];
  const compiled = compileRecipe(recipe, [...input.columns, ...extra], { referenceDate: input.referenceDate });
  const last = person === null ? undefined : compiled.outputs.at(-1);
  const names = new Set(
    quasiIdentifiers({
      findings: input.findings,
      outputs: compiled.outputs.filter((output) => output !== last),
      release: input.release,
    }),
  );
  const qi = compiled.outputs
    .filter(({ name }) => names.has(name))
    .map(({ name, physical }) => ({ name, sql: physical }));
  const from = person === null ? relation : `(SELECT *, nullif(${person}, '') AS x_person FROM ${relation})`;
  const counted = onlyOutputs(compiled, last === undefined ? names : new Set([...names, last.name]));
  await installKeyedHash(duck, new Map(compiled.keyNames.map((name) => [name, new Uint8Array(32)])));
  try {
    // Where nothing is counted the rows themselves are all there is to say.
    const rows = counted.outputs.length === 0 ? from : `(${writeDuckSql(counted, from)})`;
    return await work(rows, qi, last?.physical);
  } finally {
    await removeKeyedHash(duck);
  }
}

/** The values of each output that at least `least` rows have, commonest first, '' for no value. */
export async function commonValues(on: Measuring, recipe: Recipe, least: number): Promise<[string, string][]> {
  return onOutput(on, recipe, async (rows, qi) => {
    const lists: [string, string][] = [];
    for (const { name, sql } of qi) {
      const found = await on.duck.query<{ v: string }>(
        `SELECT coalesce(${sql}, '') AS v FROM ${rows} GROUP BY v HAVING count(*) >= ${least} ORDER BY count(*) DESC, v`,
      );
      lists.push(...found.map(({ v }): [string, string] => [name, v]));
    }
    return lists;
  });
}

/** The columns of a recipe that k counts, as numbers, and whose rows they are. */
export interface CountedCodes extends CodedTable {
  /** Numbered from 1, 0 for nobody; undefined where each row is of another person. */
  people: Uint32Array | undefined;
}

/** Reads what k counts of a recipe's rows before any is left out; no value and an empty one are the same. */
export async function codeCounted(on: Measuring, recipe: Recipe): Promise<CountedCodes> {
  return onOutput(on, recipe, async (rows, qi, who) => {
    const columns = qi.map(({ name, sql }) => ({ name, sql: `nullif(${sql}, '')` }));
    const asked = who === undefined ? columns : [...columns, { name: 'person', sql: who }];
    const read = await codeTable({ duck: on.duck, relation: rows, columns: asked, signal: on.input.signal });
    const person = who === undefined ? undefined : read.columns.at(-1);
    return {
      rows: read.rows,
      columns: read.columns.slice(0, columns.length),
      people: person && Uint32Array.from(person.codes, (code) => (person.values[code] === null ? 0 : code + 1)),
    };
  });
}

/** Rows in classes below k as the release counts them. */
export async function smallRows(on: Measuring, recipe: Recipe): Promise<number> {
  return onOutput(on, recipe, async (rows, qi, who) => {
    if (qi.length === 0) return 0;
    const [row] = await on.duck.query<{ n: number | null }>(
      `SELECT sum(r) AS n FROM (${classesSql(rows, qi, who)}) WHERE f < ${on.input.k}`,
    );
    return Number(row?.n ?? 0);
  });
}

/**
 * What the privacy models say of columns that could be inferred from the others, over the rows that a release of the
 * recipe would write.
 */
export async function judgeInference(
  on: Measuring,
  recipe: Recipe,
  columns: readonly string[],
): Promise<ModelVerdict[]> {
  return onOutput(on, recipe, async (rows, qi, who) => {
    const kept = `recommend_kept_${qi.length}`;
    const match = qi.map(({ sql }, index) => `t.${sql} IS NOT DISTINCT FROM s.${classKey(index)}`).join(' AND ');
    await on.duck.run(
      `CREATE OR REPLACE TEMP TABLE ${kept} AS SELECT t.* FROM ${rows} t ANTI JOIN (SELECT * FROM ` +
        `(${classesSql(rows, qi, who)}) WHERE f < ${on.input.k}) s ON ${match}`,
    );
    const verdicts: ModelVerdict[] = [];
    for (const name of columns) {
      const sensitive = qi.find((column) => column.name === name);
      if (sensitive === undefined) continue;
      const risk = await measureRisk(on.duck, kept, {
        qi: qi.filter((column) => column !== sensitive),
        sensitive: [sensitive],
        person: who,
        signal: on.input.signal,
      });
      verdicts.push(
        ...judgeModels(
          modelsToJudge([], [name]).filter(({ column }) => column !== null),
          { k: risk.k, histogram: risk.histogram, sensitive: [{ column: name, risk }] },
        ),
      );
    }
    await on.duck.run(`DROP TABLE ${kept}`);
    return verdicts;
  });
}
