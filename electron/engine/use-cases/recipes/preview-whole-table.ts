import type { Recipe } from '#shared/domain/recipe-file.ts';
import { quoteIdentifier } from '#shared/sql/quote.ts';
import type { Way } from '#shared/plan/plan-node.ts';
import { interruptible } from '#engine/analysis/interruptible.ts';
import { measureOutput } from '#engine/release/measure-output.ts';
import { noiseSecret } from '#engine/run-recipe/plan-hash.ts';
import type { Preview } from '#engine/run-recipe/preview-recipe.ts';
import { transformRows, type TransformInput } from '#engine/run-recipe/transform-rows.ts';

/** Tables of so many rows are run as a whole for a preview: more take seconds, and the preview follows each key. */
const mostRows = 10_000;

/** Steps over all rows after which a row is still the row it was. */
const inPlace: readonly Way['id'][] = ['group-rows', 'add-noise', 'swap-ranks', 'pram', 'name-places'];

/**
 * Fills in what steps over all rows make of the rows of a preview, where the table is small enough and each row stays
 * itself: a row that the release would leave out keeps what it read before them.
 * @param input as a release would run it
 * @returns the preview, with those steps no longer among `notRun`
 * @throws Failure JOB_CANCELLED, and as the steps throw
 */
export async function overWholeTable(
  preview: Preview,
  input: TransformInput & { source: { rows: number; sha256: string }; recipe: Recipe },
): Promise<Preview> {
  const { source, recipe, findings, signal } = input;
  if (preview.notRun.length === 0 || source.rows > mostRows) return preview;
  const rows = await transformRows(input);
  try {
    const { outputs, ways } = rows.compiled;
    if (ways.some(({ way }) => way.id === 'count-rows' || way.id === 'synthesise')) return preview;
    const run = ways.filter(({ way }) => inPlace.includes(way.id));
    if (run.length === 0) return preview;
    const secret = noiseSecret(input.keys, source.sha256, rows.compiled);
    const { kept } = await measureOutput(rows, { recipe, findings, secret, signal });
    const made = new Set(run.flatMap(({ columns }) => columns));
    const places = outputs.flatMap(({ name, physical }, at) => (made.has(name) ? [{ at, physical }] : []));
    const list = places.map(({ physical }) => quoteIdentifier(physical)).join(', ');
    const shown = preview.after.rows.length;
    const found = await interruptible(rows.duck, signal, () =>
      rows.duck.query<Record<string, string | number | null>>(
        `SELECT rid::INTEGER AS rid, ${list} FROM ${kept} WHERE rid < ${shown}`,
      ),
    );
    const cells = preview.after.rows.map((row) => [...row]);
    for (const row of found)
      for (const { at, physical } of places) cells[Number(row.rid)]![at] = row[physical] as string | null;
    return {
      ...preview,
      after: {
        ...preview.after,
        rows: cells,
        // A cell may list other people's values: it is masked as one that was kept.
        outputs: preview.after.outputs.map((output, at) =>
          places.some((place) => place.at === at) ? { ...output, treatment: 'kept' as const } : output,
        ),
      },
      notRun: preview.notRun.filter((step) => !run.some((way) => way.step === step)),
    };
  } finally {
    await rows.close();
  }
}
