import { ActionIcon, Switch } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { CircleX, GripVertical, Trash2, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import type { RecipeProblem } from '#shared/recipe/recipe-problem.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import { problemWords } from './problem-words.ts';
import styles from './recipe.module.css';
import { stepWords } from './step-facts.ts';

const text = recipeText.step;

interface Props {
  id: string;
  at: number;
  step: RecipeStep;
  /**
   * In a long list of which only a part is drawn: pixels from its top, its length, and who wants to know the row's
   * height.
   */
  place: { top: number; of: number; measure(row: HTMLElement | null): void } | null;
  problems: RecipeProblem[];
  /** Values that could not be read at this step. */
  failed: number;
  selected: boolean;
  readOnly: boolean;
  /** @param byKeyboard the person goes on without a pointer */
  onSelect(byKeyboard: boolean): void;
  onSwitch(enabled: boolean): void;
  onMove(to: number): void;
  onRemove(): void;
}

/** One step: handle, switch, what it does, why, what stands in its way. */
export function StepRow({
  id,
  at,
  step,
  place,
  problems,
  failed,
  selected,
  readOnly,
  onSelect,
  onSwitch,
  onMove,
  onRemove,
}: Props) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
    disabled: readOnly,
  });
  const row = useRef<HTMLLIElement | null>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const { label, sentence, known } = stepWords(step);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0 || readOnly) return;
    event.preventDefault();
    onMove(at + by);
  };
  const state = !known ? 'unknown' : !step.enabled ? 'off' : problems.length > 0 ? 'problem' : 'on';
  return (
    // Alt with an arrow key moves the step from wherever the focus is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={(node) => {
        row.current = node;
        setNodeRef(node);
        place?.measure(node);
      }}
      data-index={at}
      aria-posinset={place ? at + 1 : undefined}
      aria-setsize={place?.of}
      className={styles.step}
      data-state={state}
      data-selected={selected || undefined}
      data-dragging={isDragging || undefined}
      style={{
        ...(place ? { position: 'absolute', insetInline: 0, top: place.top } : {}),
        transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined,
        transition,
      }}
      onKeyDown={onKeyDown}
    >
      <ActionIcon
        ref={setActivatorNodeRef}
        className={styles.grip}
        disabled={readOnly}
        title={text.moveHelp}
        {...attributes}
        {...listeners}
        aria-label={text.move(at, label)}
      >
        <GripVertical size={14} aria-hidden="true" />
      </ActionIcon>
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
      <Switch
        className={styles.switch}
        aria-label={text.enable(at, label)}
        checked={step.enabled}
        disabled={readOnly}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <ActionIcon className={styles.bin} aria-label={text.remove(at, label)} disabled={readOnly} onClick={onRemove}>
        <Trash2 size={14} aria-hidden="true" />
      </ActionIcon>
    </li>
  );
}
