import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useMemo, useState, type FormEvent, type KeyboardEvent } from 'react';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { useWorkspace } from '#renderer/client/queries.ts';
import { appText } from '#shared/text/window/app.ts';
import { shownClass, type ShownClass, shownClasses } from '#shared/domain/shown-class.ts';
import { classText } from '#shared/text/window/classes.ts';
import { classifyText } from '#shared/text/window/classify.ts';
import { groupText } from '#shared/text/window/classify-groups.ts';
import styles from './classify.module.css';
import { classOfType, recordedClass, typeChoices } from './type-choices.ts';
import type { Changing, Review } from './use-review.ts';

const text = classifyText.decide;
/** The class a column belongs to, as buttons of which one is pressed. */
function ClassButtons({ shown, onChoose }: { shown: ShownClass; onChoose(shown: ShownClass): void }) {
  return (
    <div>
      <div className={styles.fieldLabel} id="decide-class">
        {text.class}
      </div>
      <div className={styles.classButtons} role="group" aria-labelledby="decide-class">
        {shownClasses.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.classButton}
            data-class={one}
            aria-pressed={one === shown}
            onClick={() => onChoose(one)}
          >
            <span aria-hidden="true" className={styles.classLetter}>
              {classText[one].letter}
            </span>
            {classText[one].word}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Type and class as they are being chosen: each follows the other where they would contradict. */
function useTypeAndClass({ columns, shown: asked, type: given }: Changing) {
  const { effective, suggestion } = columns[0]!;
  const [shown, setShown] = useState<ShownClass>(asked ?? (given ? classOfType(given) : null) ?? shownClass(effective));
  const alike = columns.every((column) => column.effective.type === effective.type);
  // "Online identifier" is said of a type: when the column's own is not one, the person must choose which.
  const fits = (type: string): string | null => (asked === 'online' && classOfType(type) !== 'online' ? null : type);
  const [type, setType] = useState<string | null>(given ?? (alike ? fits(effective.type) : null));
  const chooseType = (next: string | null): void => {
    setType(next);
    const own = next === null ? null : classOfType(next);
    if (own) setShown(own);
  };
  const chooseClass = (next: ShownClass): void => {
    setShown(next);
    if (type !== null && (next === 'online') !== (classOfType(type) === 'online'))
      setType(next === 'online' ? null : suggestion.type === type ? 'unknown' : suggestion.type);
  };
  /** Columns of several types may keep them: the class alone is decided. */
  const ownTypes =
    !alike && (shown !== 'online' || columns.every((column) => classOfType(column.effective.type) === 'online'));
  return { shown, type, ownTypes, chooseType, chooseClass };
}

/** The reason given last is offered again: one misleading export often spoils many columns alike. */
let lastReason = '';

/** Changes the type and class of a column, or of the columns of a group, with the reason that goes into the register. */
export function DecideDialog({ start, review }: { start: Changing; review: Review }) {
  const { effective, suggestion } = start.columns[0]!;
  const many = start.columns.length;
  const policy = useWorkspace().data?.policy ?? 'customer-tracking';
  const { shown, type, ownTypes, chooseType, chooseClass } = useTypeAndClass(start);
  const [reason, setReason] = useState(lastReason);
  const [missing, setMissing] = useState(false);
  const choices = useMemo(() => typeChoices(start.shown, effective.type), [start.shown, effective.type]);
  const submit = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if ((type === null && !ownTypes) || reason.trim() === '') {
      setMissing(true);
      return;
    }
    lastReason = reason.trim();
    review.change(null);
    const decided = { action: 'override' as const, class: recordedClass(shown, policy), reason: lastReason };
    // A type this version does not know cannot be named again: then only the class is decided.
    const typed = type !== null && semanticTypeById(type) ? { ...decided, type } : decided;
    await review.decide(start.columns.map((column) => ({ column: column.suggestion.name, ...typed })));
    if (many === 1) review.move(1);
  };
  const onReasonKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  };
  const atReason = start.shown !== null && (type !== null || ownTypes);
  const title = many === 1 ? text.title(suggestion.name.slice(0, 80)) : groupText.changeTitle(many);
  return (
    <Modal opened onClose={() => review.change(null)} title={title} size={460}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="sm">
          <Select
            label={text.type}
            placeholder={ownTypes ? groupText.eachItsOwn : text.search}
            searchable
            selectFirstOptionOnChange
            nothingFoundMessage={text.noType}
            limit={60}
            maxDropdownHeight={240}
            data={choices}
            value={type}
            onChange={chooseType}
            error={missing && type === null && !ownTypes ? text.search : undefined}
            onFocus={(event) => event.currentTarget.select()}
            {...(atReason ? {} : { 'data-autofocus': true })}
          />
          <ClassButtons shown={shown} onChoose={chooseClass} />
          <Textarea
            label={text.reason}
            description={text.reasonHelp}
            autosize
            minRows={2}
            maxLength={2000}
            required
            value={reason}
            error={missing && reason.trim() === '' ? text.needed : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={onReasonKey}
            {...(atReason ? { 'data-autofocus': true } : {})}
          />
          <Group justify="flex-end" gap="sm">
            <Button onClick={() => review.change(null)}>{appText.cancel}</Button>
            <Button type="submit" variant="filled">
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
