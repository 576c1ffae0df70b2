import { Button, Tabs } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { Assessment } from '#shared/contract/recipes.ts';
import type { Recipe, RecipeStep } from '#shared/domain/recipe-file.ts';
import { kOf } from '#shared/domain/recipe-target.ts';
import type { RecipeProblem } from '#shared/recipe/recipe-problem.ts';
import { ClassSizeChart } from '#renderer/charts/class-size-chart.tsx';
import { LossBars } from '#renderer/charts/loss-bars.tsx';
import { FailureNotice } from '#renderer/design/failure-notice.tsx';
import { Pill } from '#renderer/design/pill.tsx';
import { Section } from '#renderer/design/section.tsx';
import { SkeletonRows } from '#renderer/design/skeleton-rows.tsx';
import { Verdict } from '#renderer/design/verdict.tsx';
import tabs from '#renderer/design/tabs.module.css';
import { goTo } from '#renderer/state/ui-state.ts';
import { earlierSentences, editionSentences, figuresText } from '#shared/text/figures.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { GuardrailList } from './guardrail-list.tsx';
import styles from './live.module.css';
import { problemWords } from './problem-words.ts';
import { PreviewTable } from './preview-table.tsx';
import { StandingNumbers } from './standing-numbers.tsx';

const text = recipeText.live;

function Problems({
  steps,
  problems,
  onGo,
}: {
  steps: readonly RecipeStep[];
  problems: RecipeProblem[];
  onGo(at: number): void;
}) {
  return (
    <div className={styles.problems} role="alert">
      <p className={styles.words}>
        <strong>{text.blocked(problems.length)}</strong>
      </p>
      <ul>
        {problems.slice(0, 20).map((problem, at) => {
          const step = problem.step === null ? undefined : steps[problem.step];
          return (
            <li key={at}>
              {problem.step === null || !step ? (
                problem.sentence
              ) : (
                <>
                  <button type="button" className={styles.problemLink} onClick={() => onGo(problem.step!)}>
                    {text.step(problem.step)}
                  </button>
                  : {problemWords(problem, step)}
                </>
              )}
            </li>
          );
        })}
        {problems.length > 20 && <li>{text.more(problems.length - 20)}</li>}
      </ul>
    </div>
  );
}

/** What stands against the word or the target, and how WP216's three questions are answered. */
function Word({ assessment, recipe }: { assessment: Assessment; recipe: Recipe }) {
  const missing = assessment.missing.map((sentence) => (
    <p key={sentence} className={styles.words}>
      {sentence}
    </p>
  ));
  if (recipe.release !== 'anonymised')
    return (
      <>
        {missing.length > 0 && <Section title={text.target}>{missing}</Section>}
        <Section title={text.earlier}>
          <ul className={styles.list}>
            {[...earlierSentences(assessment.earlierReleases), ...editionSentences(assessment.earlierEditions)].map(
              (sentence) => (
                <li key={sentence}>{sentence}</li>
              ),
            )}
          </ul>
        </Section>
      </>
    );
  return (
    <Section title={text.word}>
      {missing}
      <ul className={styles.findings}>
        {assessment.tests.map(({ test, result, detail }) => (
          <li key={test} className={styles.finding}>
            <Verdict verdict={result === 'pass' ? 'pass' : 'warn'}>{figuresText.answers[result]}</Verdict>{' '}
            <strong>{figuresText.questions[test]}.</strong> {detail}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Measure({ assessment, recipe }: { assessment: Assessment; recipe: Recipe }) {
  const { failedCasts, quasiIdentifiers, countsPersons } = assessment;
  return (
    <>
      <Section title={text.classes}>
        <ClassSizeChart histogram={assessment.histogram} k={kOf(recipe)} />
        <p className={styles.soft}>
          {quasiIdentifiers.length === 0 ? text.noQuasi : text.quasi(quasiIdentifiers)}{' '}
          {countsPersons ? text.people : ''}
        </p>
      </Section>
      <Word assessment={assessment} recipe={recipe} />
      {failedCasts.length > 0 && (
        <Section title={text.failed}>
          <ul className={styles.list}>
            {failedCasts.map(({ column, step, rows }) => (
              <li key={`${step}-${column}`}>{text.failedRow(column.slice(0, 100), step, rows)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={text.loss}>
        <LossBars losses={assessment.detailLoss} />
      </Section>
    </>
  );
}

interface Props {
  datasetId: string;
  /** What is measured. */
  recipe: Recipe;
  /** The steps on screen, which the problems are about. */
  steps: readonly RecipeStep[];
  problems: RecipeProblem[];
  assessment: UseQueryResult<Assessment>;
  /** The draft is ahead of what was measured. */
  behind: boolean;
  onGo(at: number): void;
}

/**
 * What the recipe does to the whole dataset, measured again after each change; a change during a measurement cancels
 * it.
 */
export function LivePanel({ datasetId, recipe, steps, problems, assessment, behind, onGo }: Props) {
  const [tab, setTab] = useState('measure');
  if (problems.length > 0) return <Problems steps={steps} problems={problems} onGo={onGo} />;
  if (assessment.isError)
    return (
      <div className={styles.pad}>
        <FailureNotice error={assessment.error} onRetry={() => void assessment.refetch()} />
      </div>
    );
  const { data } = assessment;
  if (!data) return <SkeletonRows rows={12} label={text.measuring} />;
  const blocks = data.findings.filter(({ verdict }) => verdict === 'block').length;
  const warns = data.findings.filter(({ verdict }) => verdict === 'warn').length;
  const refused = data.missing.length > 0;
  const measuring = assessment.isFetching || behind;
  return (
    <div className={styles.live} aria-busy={measuring}>
      <span className="sr-only" role="status">
        {measuring ? '' : text.spoken(data.k, kOf(recipe), data.uniqueRows, data.rowsOut, data.counted)}
      </span>
      <StandingNumbers assessment={data} recipe={recipe} />
      <div className={styles.called}>
        {blocks > 0 ? (
          <Verdict verdict="block">{text.mayNot(blocks)}</Verdict>
        ) : refused ? (
          <Verdict verdict="block">{text.mayNotBeCalled}</Verdict>
        ) : (
          <>
            <span className={styles.soft}>{text.mayBeCalled}</span>
            <Pill tone={data.label === 'anonymised' ? 'pass' : 'warn'}>{text.labels[data.label]}</Pill>
          </>
        )}
        <span className={styles.stale}>{measuring ? text.stale : ''}</span>
        {blocks === 0 && !refused && data.k >= kOf(recipe) && steps.length > 0 && (
          <Button
            className={styles.next}
            variant="filled"
            rightSection={<ArrowRight size={14} aria-hidden="true" />}
            onClick={() => goTo('release')}
          >
            {text.next}
          </Button>
        )}
      </div>
      <Tabs value={tab} onChange={(next) => setTab(next ?? 'measure')} keepMounted={false} className={tabs.tabs}>
        <Tabs.List>
          <Tabs.Tab value="measure">{text.tabs.standing}</Tabs.Tab>
          <Tabs.Tab value="rows">{text.tabs.rows}</Tabs.Tab>
          <Tabs.Tab
            value="guardrails"
            rightSection={
              <Pill tone={blocks > 0 ? 'block' : warns > 0 ? 'warn' : 'pass'}>
                {recipeText.guard.counts(blocks, warns)}
              </Pill>
            }
          >
            {text.tabs.guardrails}
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="measure" className={tabs.panel} tabIndex={0}>
          <Measure assessment={data} recipe={recipe} />
        </Tabs.Panel>
        <Tabs.Panel value="rows" className={tabs.fill}>
          <PreviewTable datasetId={datasetId} recipe={recipe} />
        </Tabs.Panel>
        <Tabs.Panel value="guardrails" className={tabs.panel} tabIndex={0}>
          <GuardrailList findings={data.findings} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
