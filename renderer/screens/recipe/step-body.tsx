import { CircleX, TriangleAlert } from 'lucide-react';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import type { RecipeProblem } from '#shared/recipe/recipe-problem.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { problemWords } from './problem-words.ts';
import styles from './recipe.module.css';
import type { StepWords } from './step-facts.ts';

const text = recipeText.step;

interface Props {
  at: number;
  step: RecipeStep;
  words: StepWords;
  problems: RecipeProblem[];
  /** Values that could not be read at this step. */
  failed: number;
  selected: boolean;
  /** @param byKeyboard the person goes on without a pointer */
  onSelect(byKeyboard: boolean): void;
}

/** What a step does, why, and what stands in its way; its title opens its settings. */
export function StepBody({ at, step, words: { label, sentence }, problems, failed, selected, onSelect }: Props) {
  return (
    <div className={styles.stepBody}>
      <button
        type="button"
        id={`step-${at + 1}`}
        className={styles.stepTitle}
        aria-pressed={selected}
        aria-describedby={`step-${at + 1}-words`}
        onClick={(event) => onSelect(event.detail === 0)}
      >
        <span className="sr-only">{text.edit}</span>
        <span className={styles.stepNumber}>{at + 1}</span>
        <span>{label}</span>
        {!step.enabled && <span className={styles.offWord}>{text.off}</span>}
      </button>
      <div id={`step-${at + 1}-words`} className={styles.stepWords}>
        {sentence !== '' && <span className={styles.sentence}>{sentence}</span>}
        {step.reason !== '' && <span className={styles.reason}>{step.reason}</span>}
        {problems.map((problem) => (
          <span key={problem.sentence} className={styles.problem}>
            <CircleX size={13} aria-hidden="true" />
            {problemWords(problem, step)}
          </span>
        ))}
        {failed > 0 && (
          <span className={styles.warning}>
            <TriangleAlert size={13} aria-hidden="true" />
            {text.failed(failed)}
          </span>
        )}
      </div>
    </div>
  );
}
