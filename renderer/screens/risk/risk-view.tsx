import { Button } from '@mantine/core';
import { ChartColumn } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ClassifiedDataset } from '#shared/contract/classify.ts';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { ComparedRisk } from '#shared/contract/risk.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { kOf, usualK } from '#shared/domain/recipe-target.ts';
import { checkRecipe } from '#shared/recipe/check-recipe.ts';
import { rolesInForce } from '#shared/roles/suggest-roles.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import { ClassSizeChart } from '#renderer/charts/class-size-chart.tsx';
import { emptyRecipe } from '#renderer/client/untouched-recipe.ts';
import { EmptyState } from '#renderer/design/empty-state.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Notice } from '#renderer/design/notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { Section } from '#renderer/design/section.tsx';
import { ComparedTable } from './compared-table.tsx';
import { Frontier } from './frontier.tsx';
import { frontierText } from '#shared/text/window/frontier.ts';
import { takeWayToRecipe } from '#renderer/state/chosen-way.ts';
import { GuardedColumns } from './guarded-columns.tsx';
import { KeptSection } from './kept/kept-section.tsx';
import { KnowledgeBars } from './knowledge-bars.tsx';
import { PopulationPart } from './population-part.tsx';
import styles from './risk.module.css';
import { RolesLine } from './roles-line.tsx';
import { saveRoles } from './save-roles.ts';
import { WaysSection } from './ways/ways-section.tsx';
import { useComparison, type Comparison } from '#renderer/client/use-comparison.ts';
import { WorstColumns } from './worst-columns.tsx';

/** One sentence for who reads nothing else. */
function Headline({ result: { before, after } }: { result: ComparedRisk }) {
  const now = after ?? before;
  const sentence =
    before.qi.length === 0
      ? text.headline.none
      : after === null
        ? text.headline.before(before.alone.people, before.alone.of, before.qi.length, before.counts)
        : text.headline.after(before.alone.people, before.alone.of, after.alone.people, after.k, before.qi.length);
  const tone = before.qi.length === 0 ? 'warn' : now.alone.people > 0 ? 'block' : 'pass';
  return (
    <p className={styles.headline} data-tone={tone}>
      {sentence}
    </p>
  );
}

function Sizes({ result: { before, after }, k }: { result: ComparedRisk; k: number }) {
  return (
    <Section title={text.sizes.title}>
      <div className={styles.pair}>
        <div>
          <h3 className={styles.chartTitle}>{text.compared.before}</h3>
          <ClassSizeChart histogram={before.histogram} k={k} />
        </div>
        {after !== null && (
          <div>
            <h3 className={styles.chartTitle}>{text.compared.after}</h3>
            <ClassSizeChart histogram={after.histogram} k={k} />
          </div>
        )}
      </div>
    </Section>
  );
}

/** Everything that was measured, part by part; the ways of anonymising have their place after what outsiders find. */
function MeasuredParts({
  comparison,
  k,
  problems,
  ways,
  frontier,
}: {
  comparison: Comparison;
  k: number;
  problems: number;
  ways: ReactNode;
  frontier: ReactNode;
}) {
  const { measured, busy, measure } = comparison;
  if (measured === null) return null;
  const { result, population } = measured;
  const warnings = [...new Set([...result.before.warnings, ...(result.after?.warnings ?? [])])];
  return (
    <>
      <Headline result={result} />
      <ComparedTable result={result} k={k} problems={problems} />
      <div className={styles.wide}>
        <KnowledgeBars result={result} k={k} />
        {frontier}
        {ways}
        <KeptSection kept={result.kept} />
      </div>
      <PopulationPart
        key={String(population)}
        result={result}
        population={population}
        busy={busy}
        onMeasure={(people) => void measure(people)}
      />
      <GuardedColumns result={result} />
      <div className={styles.wide}>
        <WorstColumns result={result} />
        <Sizes result={result} k={k} />
        {warnings.length > 0 && (
          <Section title={text.notes}>
            <ul className={styles.notes}>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}

/** Who could find whom in the dataset, as imported and under its recipe. */
export function RiskView({
  dataset,
  recipe,
  purposes,
  classification,
  readOnly,
}: {
  dataset: DatasetSummary;
  recipe: Recipe | null;
  /** The first is that of a recipe that roles begin. */
  purposes: readonly Purpose[];
  classification: ClassifiedDataset;
  readOnly: boolean;
}) {
  const findings = classification.columns.map(({ effective }) => effective);
  const comparison = useComparison(dataset, recipe, findings);
  const { measured, stale, busy, failure, measure } = comparison;
  const again = (): void => void measure(measured?.population ?? null);
  const roles = rolesInForce(findings, recipe);
  const ways = <WaysSection dataset={dataset} recipe={recipe} purposes={purposes} readOnly={readOnly} />;
  return (
    <Screen
      title={text.title}
      of={dataset.name}
      actions={
        <Button variant="filled" disabled={busy} onClick={again}>
          {measured === null ? text.measure : text.again}
        </Button>
      }
    >
      {stale && <Notice tone="warn">{text.stale}</Notice>}
      {failure !== null && <FailureNotice error={failure} onRetry={again} />}
      <div className={styles.page}>
        <RolesLine
          roles={roles}
          findings={findings}
          given={recipe?.roles}
          readOnly={readOnly}
          onSave={(given) => saveRoles(dataset.id, recipe ?? emptyRecipe(dataset, purposes[0]?.id ?? ''), given)}
        />
        {measured === null ? (
          <div className={styles.wide}>
            <EmptyState icon={ChartColumn} title={text.unmeasured.title}>
              {text.unmeasured.sentence}
            </EmptyState>
            {ways}
          </div>
        ) : (
          <MeasuredParts
            comparison={comparison}
            k={recipe ? kOf(recipe) : usualK}
            problems={recipe ? checkRecipe(recipe, dataset.columns).length : 0}
            ways={ways}
            frontier={
              recipe !== null &&
              measured.result.frontier !== null && (
                <Frontier
                  key={measured.result.frontier.k}
                  frontier={measured.result.frontier}
                  recipe={recipe}
                  onUse={
                    readOnly
                      ? null
                      : (chosen, k) =>
                          takeWayToRecipe({ datasetId: dataset.id, recipe: chosen, name: frontierText.name(k) })
                  }
                />
              )
            }
          />
        )}
      </div>
    </Screen>
  );
}
