import { Button, MultiSelect } from '@mantine/core';
import { recipeText } from '#shared/text/window/recipe.ts';
import type { ControlProps } from './control-props.ts';
import styles from './operation-forms.module.css';

const text = recipeText.settings;
/** More pills than this are no field any more. */
const mostPills = 300;
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter((name): name is string => typeof name === 'string'))] : [];

/** Picks from the columns that are there at this step; one that is gone stays visible until it is taken out. */
export function ColumnsControl({ field, value, columns, problem, disabled, onChange }: ControlProps) {
  const chosen = listOf(value);
  const known = new Set(columns);
  const data = [
    ...chosen.filter((name) => !known.has(name)).map((name) => ({ value: name, label: text.gone(name) })),
    ...columns.map((name) => ({ value: name, label: name.slice(0, 100) })),
  ];
  if (chosen.length > mostPills)
    return (
      <div>
        <p>{text.columnsLarge(chosen.length)}</p>
        <Button disabled={disabled} onClick={() => onChange([])}>
          {text.clear}
        </Button>
      </div>
    );
  return (
    <MultiSelect
      classNames={{ input: styles.pills! }}
      label={field.label}
      description={field.help}
      searchable
      clearable={!disabled}
      hidePickedOptions
      limit={200}
      maxDropdownHeight={260}
      nothingFoundMessage={text.noColumns}
      data={data}
      value={chosen}
      disabled={disabled}
      error={problem}
      onChange={onChange}
      clearButtonProps={{ 'aria-label': text.clear }}
    />
  );
}
