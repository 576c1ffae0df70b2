import { NumberInput, Select, TextInput } from '@mantine/core';
import { releaseKind, type Recipe } from '#shared/domain/recipe-file.ts';
import { kOf, withK } from '#shared/domain/recipe-target.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';
import type { RecipeDraft } from './use-recipe-draft.ts';

const text = recipeText.purpose;

/** What the recipe is for: purpose, kind of release, target. */
export function PurposeBar({ draft, purposes }: { draft: RecipeDraft; purposes: Purpose[] }) {
  const { recipe, act, readOnly } = draft;
  const set = (part: Partial<Recipe>): void => act({ kind: 'recipe-replaced', recipe: { ...recipe, ...part } });
  const choice = ({ id, code, title }: Purpose) => ({ value: id, label: `${code} ${title}` });
  const own = purposes.filter(({ preset }) => !preset);
  const groups = [
    { group: text.presets, items: purposes.filter(({ preset }) => preset).map(choice) },
    ...(own.length > 0 ? [{ group: text.owned, items: own.map(choice) }] : []),
  ];
  if (!purposes.some(({ id }) => id === recipe.purpose))
    groups.push({ group: text.owned, items: [{ value: recipe.purpose, label: text.unknown(recipe.purpose) }] });
  return (
    <div className={styles.purposeBar}>
      <Select
        className={styles.purposeSelect}
        label={text.choose}
        title={groups.flatMap(({ items }) => items).find(({ value }) => value === recipe.purpose)?.label}
        data={groups}
        value={recipe.purpose}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(purpose) => {
          if (purpose !== null) set({ purpose });
        }}
      />
      <Select
        className={styles.releaseSelect}
        label={text.release}
        data={releaseKind.options.map((value) => ({ value, label: text.releases[value] }))}
        value={recipe.release}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(release) => {
          if (release !== null) set({ release: releaseKind.parse(release) });
        }}
      />
      <NumberInput
        className={styles.numberField}
        label={text.k}
        title={text.kHelp}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        disabled={readOnly}
        value={kOf(recipe)}
        onChange={(k) => {
          if (typeof k === 'number' && k >= 1) set({ target: withK(recipe.target, k) });
        }}
      />
      <NumberInput
        className={styles.numberField}
        label={text.suppression}
        title={text.suppressionHelp}
        min={0}
        max={100}
        decimalScale={2}
        disabled={readOnly}
        value={Number((recipe.target.suppression * 100).toFixed(2))}
        onChange={(share) => {
          if (typeof share === 'number' && share >= 0 && share <= 100)
            set({ target: { ...recipe.target, suppression: share / 100 } });
        }}
      />
      <TextInput
        className={styles.dateField}
        type="date"
        label={text.date}
        title={text.dateHelp}
        disabled={readOnly}
        value={recipe.referenceDate}
        onChange={(event) => {
          if (/^\d{4}-\d\d-\d\d$/.test(event.currentTarget.value)) set({ referenceDate: event.currentTarget.value });
        }}
      />
    </div>
  );
}
