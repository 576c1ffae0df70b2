import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { HierarchyProposals } from '#shared/contract/hierarchies.ts';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import { mapCategories } from '#shared/recipe/operations/map-categories.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { keys } from '#renderer/client/query-client.ts';
import { revealColumn } from '#renderer/column/reveal-column.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { hierarchyText as text } from '#shared/text/window/hierarchy.ts';
import { restWays } from './level-bar.tsx';
import { HierarchyEditor, type HierarchySettings } from './hierarchy-editor.tsx';

/** The columns of a step that maps categories, in a dataset that has them; none: it is no such step. */
export function treeColumns(step: RecipeStep | undefined, dataset: DatasetSummary): string[] {
  const named = step?.op === mapCategories.id ? step.settings['columns'] : null;
  const there = new Set(dataset.columns.map(({ name }) => name));
  return Array.isArray(named)
    ? named.filter((name): name is string => typeof name === 'string' && there.has(name))
    : [];
}

function settingsOf({ settings }: RecipeStep): HierarchySettings {
  const { hierarchy, level, otherwise } = settings;
  const rows = Array.isArray(hierarchy) ? hierarchy.filter(Array.isArray).map((row: unknown[]) => row.map(String)) : [];
  return {
    hierarchy: rows,
    level: typeof level === 'number' && level >= 1 ? level : 1,
    otherwise: restWays.find((way) => way === otherwise) ?? 'label',
  };
}

/** Whether the step names a value that may not be named now. */
const namesHidden = (rows: readonly string[][], { hidden, others, values }: HierarchyProposals): boolean => {
  if (!hidden || others === null) return false;
  const named = new Set(values.map(({ value }) => value));
  return rows.some(([value]) => !named.has(value ?? ''));
};

interface Props {
  dataset: DatasetSummary;
  step: RecipeStep;
  readOnly: boolean;
  onSave(settings: Record<string, unknown>): void;
  onClose(): void;
}

/** The hierarchy of one step: its values are counted first. What is saved is one change of the recipe. */
export function HierarchyPage({ dataset, step, readOnly, onSave, onClose }: Props) {
  const columns = treeColumns(step, dataset);
  const column = columns[0] ?? '';
  const counted = useQuery({
    // Under the column's profile: what is shown or masked anew is counted anew.
    queryKey: [...keys.profile(dataset.id, column), 'hierarchy'],
    queryFn: ({ signal }) => engine.hierarchies.propose({ datasetId: dataset.id, column }, { signal }),
  });
  const reveal = (): void => void guarded(() => revealColumn(dataset.id, column, true));
  const settings = settingsOf(step);
  if (counted.isSuccess && !namesHidden(settings.hierarchy, counted.data))
    return (
      <HierarchyEditor
        key={String(counted.data.hidden)}
        dataset={dataset.name}
        column={column}
        columns={columns}
        settings={settings}
        counted={counted.data}
        readOnly={readOnly}
        onReveal={reveal}
        onClose={onClose}
        onSave={(next) => {
          onSave({ ...step.settings, ...next });
          notifyDone(text.saved(column));
          onClose();
        }}
      />
    );
  return (
    <Screen
      title={text.title}
      of={text.of(dataset.name, column)}
      actions={<Button onClick={onClose}>{text.back}</Button>}
    >
      {counted.isPending && <SkeletonRows label={text.loading} />}
      {counted.isError && <FailureNotice error={counted.error} onRetry={() => void counted.refetch()} />}
      {counted.isSuccess && (
        <EmptyState icon={EyeOff} title={text.title} actions={<Button onClick={reveal}>{text.show}</Button>}>
          {text.hidden(column)}
        </EmptyState>
      )}
    </Screen>
  );
}
