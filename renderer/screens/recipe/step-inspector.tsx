import { Button, Textarea } from '@mantine/core';
import { ListTree } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { DatasetSummary } from '#shared/contract/datasets.ts';
import { findOperation } from '#shared/recipe/operations/index.ts';
import { Inspector } from '#renderer/navigation/inspector.tsx';
import { Section } from '#renderer/design/section.tsx';
import { revealColumn } from '#renderer/column/reveal-column.ts';
import { OperationForm } from '#renderer/operation-forms/operation-form.tsx';
import { hierarchyText } from '#shared/text/window/hierarchy.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { treeColumns } from './hierarchy/hierarchy-page.tsx';
import { problemWords } from './problem-words.ts';
import styles from './recipe.module.css';
import { StepBeforeAfter } from './step-before-after.tsx';
import { columnsAt, stepWords } from './step-facts.ts';
import { useHiddenColumns } from './use-hidden-columns.ts';
import type { RecipeDraft } from './use-recipe-draft.ts';

const text = recipeText.inspector;

interface Props {
  draft: RecipeDraft;
  at: number;
  dataset: DatasetSummary;
  /** The step was chosen by keyboard or has just been added: go on in its form. */
  takeFocus: boolean;
  /** Opens the step's hierarchy as a tree. */
  onTree(): void;
  onClose(): void;
}

/** The chosen step: what it does, its settings, its reason, what stands in its way. */
export function StepInspector({ draft, at, dataset, takeFocus, onTree, onClose }: Props) {
  const { recipe, problems, act, readOnly } = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus, at]);
  const step = recipe.steps[at];
  const hidden = useHiddenColumns(dataset.id, step);
  if (!step) return null;
  const operation = findOperation(step.op);
  const { label, sentence } = stepWords(step);
  const own = problems.filter((problem) => problem.step === at);
  const inForm = new Set(operation?.form.map(({ setting }) => setting));
  const others = own.filter(({ setting }) => setting === null || !inForm.has(setting));
  const problemOf = (setting: string): string | null => {
    const found = own.find((problem) => problem.setting === setting);
    return found ? problemWords(found, step) : null;
  };
  const reveal = (): void =>
    void guarded(async () => {
      for (const column of hidden) await revealColumn(dataset.id, column, true);
    });
  return (
    <Inspector>
      <div key={at}>
        <h2 ref={heading} tabIndex={-1} className={styles.inspectorTitle}>
          {recipeText.step.name(at, label)}
        </h2>
        <p className={styles.inspectorWords}>{operation?.summary ?? sentence}</p>
        {others.map((problem) => (
          <p key={problem.sentence} className={styles.inspectorProblem}>
            {problemWords(problem, step)}
          </p>
        ))}
        {operation ? (
          <Section title={text.settings}>
            {treeColumns(step, dataset).length > 0 && (
              <Button mb={10} leftSection={<ListTree size={14} aria-hidden="true" />} onClick={onTree}>
                {hierarchyText.open}
              </Button>
            )}
            <OperationForm
              operation={operation}
              settings={step.settings}
              columns={columnsAt(recipe, dataset.columns, at)}
              problemOf={problemOf}
              disabled={readOnly}
              hidden={hidden}
              onReveal={reveal}
              onChange={(settings) => act({ kind: 'step-changed', at, step: { ...step, settings } })}
            />
          </Section>
        ) : (
          <Section title={text.raw}>
            <pre className={styles.raw} tabIndex={0}>
              {JSON.stringify(step, null, 2).slice(0, 20_000)}
            </pre>
          </Section>
        )}
        {problems.length === 0 && <StepBeforeAfter dataset={dataset} recipe={recipe} step={step} />}
        <Section title={text.reason}>
          <Textarea
            aria-label={text.reason}
            description={text.reasonHelp}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2000}
            disabled={readOnly}
            value={step.reason}
            onChange={(event) =>
              act({ kind: 'step-changed', at, step: { ...step, reason: event.currentTarget.value } })
            }
          />
        </Section>
        <Button onClick={onClose}>{text.close}</Button>
      </div>
    </Inspector>
  );
}
