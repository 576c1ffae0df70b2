import { Button } from '@mantine/core';
import { useState } from 'react';
import { notifyDone } from '#renderer/client/notify.ts';
import type { AnyAnswer } from '#shared/register/any-body.ts';
import { itemsOf } from '#shared/register/any-body.ts';
import type { ListItem, Origin } from '#shared/register/answer.ts';
import { recordsText } from '#shared/text/window/records.ts';
import type { Asked, ControlNames } from './controls/control-props.ts';
import { PartsControl } from './controls/parts-control.tsx';
import { ValuesControl } from './controls/value-control.tsx';
import styles from './form.module.css';
import { useFormContext } from './record-form-context.ts';
import { GeneratedActions, Statement } from './statement.tsx';
import { valueWords } from './value-words.ts';
import { ValueView } from './value-view.tsx';

const text = recordsText;

interface Props {
  asked: Asked;
  answer: AnyAnswer | undefined;
  names: ControlNames;
  onAnswer(answer: AnyAnswer | undefined): void;
  onProblem(problem: string | null): void;
}

/** Items of a person's own, after texts that a control holds: an item whose text stays keeps its id and origin. */
const itemsFrom = (
  values: readonly string[],
  own: readonly ListItem<unknown>[],
  mine: () => Origin,
): ListItem<unknown>[] =>
  [...new Set(values)].map(
    (value) => own.find((item) => item.value === value) ?? { id: crypto.randomUUID(), value, origin: mine() },
  );

/** Statements that are not a person's own, one by one, with what can be done with each. */
function OthersStatements({
  asked,
  items,
  onTakeOver,
  onEdit,
  onTakeOut,
}: {
  asked: Asked;
  items: readonly ListItem<unknown>[];
  onTakeOver(id: string): void;
  onEdit(id: string): void;
  onTakeOut(id: string, what: string): void;
}) {
  const surroundings = useFormContext();
  if (items.length === 0) return null;
  return (
    <div className={styles.statements}>
      {items.map(({ id, value, origin }) => {
        const what = valueWords(asked, value, surroundings);
        const actions =
          origin.from === 'log' ? (
            <GeneratedActions
              what={what}
              onTakeOver={() => onTakeOver(id)}
              onEdit={() => onEdit(id)}
              onNotSo={() => onTakeOut(id, what)}
            />
          ) : (
            <span className={styles.buttons}>
              <Button aria-label={text.origin.of(text.origin.edit, what)} onClick={() => onEdit(id)}>
                {text.origin.edit}
              </Button>
              <Button aria-label={text.form.takeOutOf(what)} onClick={() => onTakeOut(id, what)}>
                {text.form.takeOut}
              </Button>
            </span>
          );
        return (
          <Statement key={id} origin={origin} actions={actions}>
            <ValueView asked={asked} value={value} />
          </Statement>
        );
      })}
    </div>
  );
}

/** A field with several values: statements from the log stand one by one, a person's own in the control below. */
export function ListField({ asked, answer, names, onAnswer, onProblem }: Props) {
  const { mine } = useFormContext();
  const [edited, setEdited] = useState<ReadonlySet<string>>(new Set());
  const items = itemsOf(answer);
  const isOwn = ({ id, origin }: ListItem<unknown>): boolean => origin.from === 'person' || edited.has(id);
  const own = items.filter(isOwn);
  const others = items.filter((item) => !isOwn(item));
  const put = (next: readonly ListItem<unknown>[]): void =>
    onAnswer(next.length === 0 ? undefined : { state: 'stated', items: [...next] });
  const takeOut = (id: string, what: string): void => {
    put(items.filter((item) => item.id !== id));
    notifyDone(text.form.tookOut(what, asked.words.label));
  };
  const takeOver = (id: string): void =>
    put(
      items.map((item) =>
        item.id === id && item.origin.from === 'log'
          ? { ...item, origin: { ...mine(), from: 'taken-over', entry: item.origin.entry } as Origin }
          : item,
      ),
    );
  return (
    <>
      <OthersStatements
        asked={asked}
        items={others}
        onTakeOver={takeOver}
        onEdit={(id) => setEdited(new Set([...edited, id]))}
        onTakeOut={takeOut}
      />
      {asked.parts === undefined ? (
        <ValuesControl
          asked={asked}
          values={own.map(({ value }) => String(value))}
          names={names}
          onProblem={onProblem}
          onChange={(values) =>
            put([
              ...others,
              // What a generated statement says already is not said again.
              ...itemsFrom(values, own, mine).filter(({ value }) => !others.some((item) => item.value === value)),
            ])
          }
        />
      ) : (
        <PartsControl
          asked={asked}
          first={others.length + 1}
          lines={own.map(({ id, value }) => ({ id, value: value as Record<string, unknown> }))}
          onProblem={onProblem}
          onChange={(lines) =>
            put([
              ...others,
              ...lines.map(({ id, value }) => ({
                id,
                value,
                origin: own.find((item) => item.id === id && item.value === value)?.origin ?? mine(),
              })),
            ])
          }
        />
      )}
    </>
  );
}
