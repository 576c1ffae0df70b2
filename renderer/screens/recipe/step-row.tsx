import { ActionIcon, Switch } from '@mantine/core';
import { useSortable } from '@dnd-kit/sortable';
import { GripVertical, Trash2 } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { RecipeStep } from '#shared/domain/recipe-file.ts';
import type { RecipeProblem } from '#shared/recipe/recipe-problem.ts';
import { recipeText } from '#shared/text/window/recipe.ts';
import styles from './recipe.module.css';
import { StepBody } from './step-body.tsx';
import { stepWords } from './step-facts.ts';
import type { StepPlace } from './steps-in-sight.ts';

const text = recipeText.step;

interface Props {
  id: string;
  at: number;
  step: RecipeStep;
  /** In a long list of which only a part is drawn. */
  place: StepPlace | null;
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

/** Whether a step takes part, and taking it out for good. */
function StepControls({
  at,
  label,
  enabled,
  readOnly,
  onSwitch,
  onRemove,
}: {
  at: number;
  label: string;
  enabled: boolean;
  readOnly: boolean;
  onSwitch(enabled: boolean): void;
  onRemove(): void;
}) {
  return (
    <>
      <Switch
        className={styles.switch}
        aria-label={text.enable(at, label)}
        checked={enabled}
        disabled={readOnly}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
      />
      <ActionIcon className={styles.bin} aria-label={text.remove(at, label)} disabled={readOnly} onClick={onRemove}>
        <Trash2 size={14} aria-hidden="true" />
      </ActionIcon>
    </>
  );
}

/** One step: handle, switch, what it does, why, what stands in its way. */
export function StepRow(props: Props) {
  const { id, at, step, place, problems, selected, readOnly, onMove } = props;
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id,
    disabled: readOnly,
  });
  const row = useRef<HTMLLIElement | null>(null);
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  const words = stepWords(step);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0 || readOnly) return;
    event.preventDefault();
    onMove(at + by);
  };
  const state = !words.known ? 'unknown' : !step.enabled ? 'off' : problems.length > 0 ? 'problem' : 'on';
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
        aria-label={text.move(at, words.label)}
      >
        <GripVertical size={14} aria-hidden="true" />
      </ActionIcon>
      <StepBody
        at={at}
        step={step}
        words={words}
        problems={problems}
        failed={props.failed}
        selected={selected}
        onSelect={props.onSelect}
      />
      <StepControls
        at={at}
        label={words.label}
        enabled={step.enabled}
        readOnly={readOnly}
        onSwitch={props.onSwitch}
        onRemove={props.onRemove}
      />
    </li>
  );
}
