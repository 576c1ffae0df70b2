import { Button } from '@mantine/core';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import type { Recipe } from '#shared/domain/recipe-file.ts';
import { useClassification } from '#renderer/client/queries.ts';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Screen } from '#renderer/design/screen.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { goTo } from '#renderer/state/ui-state.ts';
import { riskText as text } from '#shared/text/window/risk.ts';
import { Combinations } from './combinations.tsx';
import styles from './risk.module.css';
import { StandingCard } from './standing-card.tsx';
import { useRisk } from './use-risk.ts';

/** One sentence for who reads nothing else. */
function Headline({ pair: { before, after } }: { pair: ReturnType<typeof useRisk> }) {
  const raw = before.data;
  const out = after.data;
  if (!raw) return null;
  const sentence = out
    ? text.headline.fell(raw.uniqueRows, raw.rowsOut, out.uniqueRows, out.k, out.counted)
    : raw.uniqueRows === 0
      ? text.headline.none(raw.k, raw.counted)
      : text.headline.same(raw.uniqueRows, raw.rowsOut, raw.counted);
  return (
    <p
      className={styles.headline}
      data-tone={(out ?? raw).uniqueRows > 0 ? 'block' : (out ?? raw).uniqueAllColumns > 0 ? 'warn' : 'pass'}
    >
      {sentence}
    </p>
  );
}

/** The dataset as imported beside the recipe's output, and what singles people out. */
export function RiskView({
  dataset,
  recipe,
  purposes,
}: {
  dataset: DatasetSummary;
  recipe: Recipe | null;
  purposes: Purpose[];
}) {
  const pair = useRisk(dataset, recipe, purposes);
  const classification = useClassification(dataset.id);
  const { before, after, k, steps, problems } = pair;
  return (
    <Screen
      title={text.title}
      of={dataset.name}
      actions={<Button onClick={() => goTo('recipe')}>{text.noRecipe.go}</Button>}
    >
      <div className={styles.page}>
        <Headline pair={pair} />
        <StandingCard title={text.before} why={text.beforeWhy} assessment={before.data ?? null} k={k}>
          {before.isError ? (
            <FailureNotice error={before.error} onRetry={() => void before.refetch()} />
          ) : (
            <SkeletonRows rows={8} label={text.measuring} />
          )}
        </StandingCard>
        <StandingCard
          title={text.after}
          why={text.afterWhy}
          assessment={steps > 0 && problems === 0 ? (after.data ?? null) : null}
          k={k}
        >
          {steps === 0 ? (
            <div className={styles.none}>
              <p>
                <strong>{text.noRecipe.title}.</strong> {text.noRecipe.sentence}
              </p>
            </div>
          ) : problems > 0 ? (
            <div className={styles.none}>
              <p>{text.cannotRun(problems)}</p>
            </div>
          ) : after.isError ? (
            <FailureNotice error={after.error} onRetry={() => void after.refetch()} />
          ) : (
            <SkeletonRows rows={8} label={text.measuring} />
          )}
        </StandingCard>
        <div className={styles.wide}>
          {classification.isError ? (
            <FailureNotice error={classification.error} onRetry={() => void classification.refetch()} />
          ) : classification.data ? (
            <Combinations sets={classification.data.singlingOut} />
          ) : (
            <SkeletonRows rows={6} />
          )}
        </div>
      </div>
    </Screen>
  );
}
