import type { Recipe } from '#shared/domain/recipe-file.ts';
import { columnRole } from '#shared/domain/recipe-format-2.ts';
import { columnsInRole } from '#shared/domain/recipe-roles.ts';
import { furtherModels, withMap } from '#shared/domain/recipe-target.ts';
import { findPrivacyModel } from '#shared/privacy-models/index.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';

const text = recipeText.further;

/** A line for each privacy model beside k and each role that the recipe gives; nothing where it has neither. */
export function FurtherDemands({ recipe }: { recipe: Recipe }) {
  const models = furtherModels(withMap(recipe.target, null)).map(({ model, settings }) =>
    text.model(findPrivacyModel(model)?.title ?? model, settings),
  );
  const roles = columnRole.options.flatMap((role) => {
    const columns = columnsInRole(recipe, role);
    return columns.length === 0 ? [] : [text.role(role, columns)];
  });
  const lines = [...models, ...roles];
  if (lines.length === 0) return null;
  return (
    <section className={styles.further} aria-label={text.label}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{text.howToChange}</p>
    </section>
  );
}
