import { Button, Stack } from '@mantine/core';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { KeptFigures } from '#shared/domain/kept-figures.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { namedColumns } from '#shared/recipe/named-columns.ts';
import { keptWindowText } from '#shared/text/window/kept.ts';
import { BeforeAfterChart, BeforeAfterLegend } from '#renderer/charts/before-after-chart.tsx';
import { useClassification } from '#renderer/client/queries.ts';
import { useComparison } from '#renderer/client/use-comparison.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Section } from '#renderer/design/section.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import styles from './recipe.module.css';

const text = keptWindowText.inspector;
/** Columns of a step that are drawn beside it; Risk has all of them. */
const drawn = 3;

/** The columns of one step as they were measured, those that changed most first. */
function Columns({ kept, columns }: { kept: KeptFigures; columns: ReadonlySet<string> }) {
  const own = kept.columns.filter(({ column }) => columns.has(column));
  if (kept.rows.after === 0) return <p className={styles.inspectorWords}>{keptWindowText.noRows}</p>;
  if (own.length === 0) return <p className={styles.inspectorWords}>{text.gone}</p>;
  const worst = own.toSorted((a, b) => (a.same ?? 1) - (b.same ?? 1));
  return (
    <>
      <BeforeAfterLegend />
      <Stack gap={20} mb={12}>
        {worst.slice(0, drawn).map((column) => (
          <BeforeAfterChart key={column.column} column={column} />
        ))}
      </Stack>
      {own.length > drawn && (
        <Button size="compact-sm" onClick={() => goTo('risk')}>
          {text.more(own.length - drawn)}
        </Button>
      )}
    </>
  );
}

/** What the whole recipe makes of the columns that a step names: as it was measured, or a button that measures it. */
export function StepBeforeAfter({
  dataset,
  recipe,
  step,
}: {
  dataset: DatasetSummary;
  recipe: Recipe;
  step: RecipeStep;
}) {
  const { data } = useClassification(dataset.id);
  const findings = data?.columns.map(({ effective }) => effective) ?? [];
  const { measured, stale, busy, failure, measure } = useComparison(dataset, recipe, findings);
  const kept = measured?.result.kept ?? null;
  const again = (): void => void measure(measured?.population ?? null);
  return (
    <Section
      title={text.title}
      aside={
        <Button size="compact-sm" loading={busy} disabled={data === undefined} onClick={again}>
          {kept === null ? text.measure : text.again}
        </Button>
      }
    >
      {failure !== null && <FailureNotice error={failure} onRetry={again} />}
      <p className={styles.inspectorWords}>{kept === null ? text.why : stale ? text.stale : ''}</p>
      {kept !== null && <Columns kept={kept} columns={new Set(namedColumns({ ...recipe, steps: [step] }))} />}
    </Section>
  );
}
