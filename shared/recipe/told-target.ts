import type { MadeElsewhere, TargetTold } from '#shared/domain/made-elsewhere.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { toldFigure } from './script-figures.ts';

type Told = MadeElsewhere['told'];
type Model = Recipe['target']['models'][number];

const numberIn = ({ settings }: Model, name: string): number | null => {
  const found = settings[name];
  return typeof found === 'number' ? found : null;
};

const valueOf = (told: Told, figure: string, column: string): string | null =>
  told.find((one) => one.figure === figure && one.column === column)?.value ?? null;

/** What a model asks of one figure, and of which: null where the checks of a script tell none of its kind. */
function askedOf(model: Model): { figure: 'k' | 'l' | 't'; wanted: number } | null {
  const [k, l, t] = ['k', 'l', 't'].map((name) => numberIn(model, name));
  if (model.model === 'k-anonymity' && k != null) return { figure: 'k', wanted: k };
  if (model.model === 'distinct-l-diversity' && l != null) return { figure: 'l', wanted: l };
  // The checks tell the equal distance; without a choice numbers are held to the ordered one, which they do not tell.
  if (model.model === 't-closeness' && t != null && model.settings['distance'] === 'equal')
    return { figure: 't', wanted: t };
  return null;
}

function judged(model: Model, told: Told, sensitive: readonly string[]): TargetTold[] {
  const asked = askedOf(model);
  const written = (toldFigure(told, 'rows_out') ?? 0) > 0;
  const line = (column: string | null, figure: string | null): TargetTold => ({
    model: model.model,
    column,
    wanted: asked === null ? null : String(asked.wanted),
    told: figure,
    met:
      asked === null || figure === null || !written
        ? null
        : asked.figure === 't'
          ? Number(figure) <= asked.wanted + 1e-9
          : Number(figure) >= asked.wanted,
  });
  if (asked === null) return [line(null, null)];
  if (asked.figure === 'k') {
    const k = told.find(({ figure, column }) => figure === 'k' && column === null);
    return [line(null, k?.value ?? null)];
  }
  return sensitive.map((column) => line(column, valueOf(told, asked.figure, column)));
}

/**
 * What the target of a recipe asks for, beside what another engine told of it. Nothing of it is measured here.
 * @param sensitive outputs that l and t are told of
 */
export const toldTarget = (recipe: Recipe, told: Told, sensitive: readonly string[]): TargetTold[] =>
  recipe.target.models.flatMap((model) => judged(model, told, sensitive));

/** The share (0..1) of the chosen rows that were left out, by the figures told; null where they do not tell it. */
export function shareLeftOut(told: Told, rowsOut: number | null = toldFigure(told, 'rows_out')): number | null {
  const rowsIn = toldFigure(told, 'rows_in');
  if (rowsIn === null || rowsOut === null) return null;
  const chosen = rowsIn - (toldFigure(told, 'rows_not_chosen') ?? 0);
  return chosen === 0 ? 0 : (chosen - rowsOut) / chosen;
}
