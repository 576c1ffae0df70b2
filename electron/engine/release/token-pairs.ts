import { createHmac } from 'node:crypto';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { behindTokens, tokenKey, tokenLength } from '#shared/plan/tokens.ts';
import { onlyOutputs, writeDuckSql, type CompiledRecipe } from '#shared/recipe/compile-recipe.ts';
import type { OperationId } from '#shared/recipe/operations/index.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { breathe } from '#engine/jobs/cancelled.ts';
import type { ReleaseKeys } from '#engine/keys/keys-from-file.ts';
import type { ReleaseSource } from '../run-recipe/recipe-source.ts';
import { underKeys } from '../run-recipe/under-keys.ts';
import type { TransformedRows } from '../run-recipe/transform-rows.ts';
import type { MeasuredOutput } from './measure-output.ts';

/** What the tokens of a release stand for: per domain each token with its value. */
export type TokenPairs = Map<string, Map<string, string>>;

const tokens: OperationId = 'tokenise';

/** Whether a recipe writes tokens, so that somebody has to keep what they stand for. */
export const writesTokens = ({ steps }: Recipe): boolean => steps.some(({ op, enabled }) => enabled && op === tokens);

const pauseAfter = 20_000;

interface PairsInput {
  rows: TransformedRows;
  measured: Pick<MeasuredOutput, 'kept'>;
  source: Pick<ReleaseSource, 'relation'>;
  keys: ReleaseKeys;
  signal?: AbortSignal | undefined;
}

/** The different values that a column's tokens are made of, over all rows of the source. */
async function valuesBehind(
  { rows, source, keys, signal }: PairsInput,
  part: CompiledRecipe,
  physical: string,
): Promise<(string | null)[]> {
  const { duck } = rows;
  // A pseudonym may itself be what the token stands for.
  const [values] = await underKeys(duck, part.plan, keys, () =>
    interruptible(duck, signal, () =>
      duck.texts(`SELECT DISTINCT ${physical} AS v FROM (${writeDuckSql(part, source.relation)})`),
    ),
  );
  return values ?? [];
}

/** What the tokens that are written stand for; values of rows that are left out are not among them. */
export async function tokenPairs(input: PairsInput): Promise<TokenPairs> {
  const { rows, measured, keys, signal } = input;
  const { plan, domains } = behindTokens(rows.compiled.plan);
  const pairs: TokenPairs = new Map();
  for (const { name, physical } of rows.compiled.outputs) {
    const domain = domains.get(name);
    if (domain === undefined) continue;
    const [written] = await interruptible(rows.duck, signal, () =>
      rows.duck.texts(`SELECT DISTINCT ${physical} AS v FROM ${measured.kept} WHERE ${physical} IS NOT NULL`),
    );
    const wanted = new Set(written);
    const key = keys.pseudonymKey(tokenKey(domain));
    const found = pairs.get(domain) ?? new Map<string, string>();
    const part = onlyOutputs({ ...rows.compiled, plan }, new Set([name]));
    for (const [at, value] of (await valuesBehind(input, part, physical)).entries()) {
      if (at % pauseAfter === 0) await breathe(signal);
      if (value === null) continue;
      const token = createHmac('sha256', key).update(value).digest('hex').slice(0, tokenLength);
      if (wanted.has(token)) found.set(token, value);
    }
    key.fill(0);
    pairs.set(domain, found);
  }
  return pairs;
}
