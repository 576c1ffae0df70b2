import { ActionIcon, Button, Group, Input, NumberInput, Select, Stack } from '@mantine/core';
import { X } from 'lucide-react';
import { measureFigures, measureList, type GroupMeasure } from '#shared/domain/group-measure.ts';
import { operationsText } from '#shared/text/operations.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import type { ControlProps } from './control-props.ts';

const text = recipeText.settings.measures;
const figures = measureFigures.map((value) => ({ value, label: operationsText.measures.figures[value] }));
const numbers = ['low', 'high', 'step'] as const;

/** Sums and means: a column of numbers each, with the bounds of what one person adds and the step it is rounded to. */
export function MeasuresControl({ field, value, columns, problem, disabled, onChange }: ControlProps) {
  const read = measureList.safeParse(value);
  const measures = read.success ? read.data : [];
  const put = (at: number, change: Partial<GroupMeasure>): void =>
    onChange(measures.map((measure, place) => (place === at ? { ...measure, ...change } : measure)));
  const taken = new Set(measures.map(({ column }) => column));
  const free = columns.find((name) => !taken.has(name));
  return (
    <Input.Wrapper label={field.label} labelElement="div" description={field.help} error={problem}>
      <Stack gap="xs" mt={6}>
        {measures.map((measure, at) => (
          <Group key={measure.column} gap={6} align="end" role="group" aria-label={text.one(measure.column)}>
            <Select
              label={text.figure}
              data={figures}
              value={measure.figure}
              allowDeselect={false}
              disabled={disabled}
              onChange={(figure) => put(at, { figure: figure as GroupMeasure['figure'] })}
            />
            <Select
              label={text.column}
              searchable
              data={[...new Set([measure.column, ...columns.filter((name) => !taken.has(name))])]}
              value={measure.column}
              allowDeselect={false}
              disabled={disabled}
              onChange={(column) => column !== null && put(at, { column })}
            />
            {numbers.map((name) => (
              <NumberInput
                key={name}
                label={text[name]}
                w={96}
                value={measure[name]}
                disabled={disabled}
                onChange={(next) => typeof next === 'number' && put(at, { [name]: next })}
              />
            ))}
            <ActionIcon
              variant="subtle"
              aria-label={text.remove(measure.column)}
              disabled={disabled}
              onClick={() => onChange(measures.filter((_, place) => place !== at))}
            >
              <X size={14} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ))}
        <Button
          disabled={disabled || free === undefined}
          onClick={() =>
            free !== undefined && onChange([...measures, { column: free, figure: 'sum', low: 0, high: 100, step: 1 }])
          }
        >
          {text.add}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
