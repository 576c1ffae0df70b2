import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { BreachChange, BreachShown } from '#shared/contract/breaches.ts';
import { inZone } from '#shared/cases/breach/clock.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachesWindowText as text } from '#shared/text/window/breaches.ts';
import { Section } from '#renderer/design/section.tsx';
import { Said, type SaidItem } from './said.tsx';
import { localOf, momentOf, stateBreach } from './use-change.ts';
import styles from './breaches.module.css';

type Values = Record<string, string>;

/** A part of a breach that is stated once it was done: what was, or a form that says so. */
function Stated({
  title,
  done,
  said = [],
  fixed,
  button,
  children,
  onState,
}: {
  title: string;
  done: string | null;
  /** The rest of what was stated then. */
  said?: readonly SaidItem[];
  fixed: boolean;
  button: string;
  children: ReactNode;
  onState(): void;
}) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onState();
  };
  if (done !== null)
    return (
      <Section title={title}>
        <p>{done}</p>
        <Said items={said} />
      </Section>
    );
  if (fixed) return null;
  return (
    <Section title={title}>
      <form className={styles.form} aria-label={title} onSubmit={submit}>
        {children}
        <div className={styles.buttons}>
          <Button type="submit">{button}</Button>
        </div>
      </form>
    </Section>
  );
}

function useValues(first: Values) {
  const [values, setValues] = useState(first);
  const of = (name: string): string => values[name] ?? '';
  const set = (name: string, value: string): void => setValues((before) => ({ ...before, [name]: value }));
  const line = (name: string, label: string, { type = 'text', required = false } = {}) => (
    <TextInput
      type={type}
      required={required}
      label={label}
      maxLength={300}
      value={of(name)}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    />
  );
  const area = (name: string, label: string, required = false) => (
    <Textarea
      required={required}
      label={label}
      autosize
      minRows={1}
      maxLength={5000}
      value={of(name)}
      onChange={({ currentTarget }) => set(name, currentTarget.value)}
    />
  );
  return { of, set, line, area };
}

interface Stateable {
  breach: BreachShown;
  /** Nothing can be stated any more, or not here. */
  fixed: boolean;
}

const now = (): string => localOf(new Date().toISOString());

export function AuthorityTold({ breach: { id, body }, fixed }: Stateable) {
  const { of, line, area } = useValues({ at: now() });
  const done =
    body.notified === null ? null : text.told.done(body.notified.authority, inZone(body.notified.at, body.zone));
  const state = (): void => {
    const at = momentOf(of('at'));
    if (at === null) return;
    const said = { authority: of('authority'), reference: of('reference'), delayReason: of('delay') };
    void stateBreach(id, { kind: 'notified', at, ...said });
  };
  return (
    <Stated
      title={text.told.title}
      done={done}
      said={[
        [text.told.reference, body.notified?.reference ?? null],
        [text.told.delay, body.notified?.delayReason ?? null],
      ]}
      fixed={fixed}
      button={text.told.state}
      onState={state}
    >
      <div className={styles.pair}>
        {line('at', text.told.at, { type: 'datetime-local', required: true })}
        {line('authority', text.told.authority, { required: true })}
        {line('reference', text.told.reference)}
      </div>
      {area('delay', text.told.delay)}
    </Stated>
  );
}

export function PeopleTold({ breach: { id, body, affected }, fixed }: Stateable) {
  const { of, set, line } = useValues({ at: now(), people: String(affected?.people.most ?? '') });
  const done = body.told === null ? null : text.peopleTold.done(body.told.people, inZone(body.told.at, body.zone));
  const state = (): void => {
    const at = momentOf(of('at'));
    if (at === null || of('people') === '') return;
    void stateBreach(id, { kind: 'told', at, channel: of('channel'), people: Number(of('people')) });
  };
  return (
    <Stated
      title={text.peopleTold.title}
      done={done}
      said={[[text.peopleTold.channel, body.told?.channel ?? null]]}
      fixed={fixed}
      button={text.peopleTold.state}
      onState={state}
    >
      <div className={styles.pair}>
        {line('at', text.told.at, { type: 'datetime-local', required: true })}
        {line('channel', text.peopleTold.channel, { required: true })}
        <NumberInput
          label={text.peopleTold.people}
          required
          min={0}
          allowDecimal={false}
          value={of('people')}
          onChange={(value) => set('people', String(value))}
        />
      </div>
    </Stated>
  );
}

/** Further information, phase by phase. */
export function Phases({ breach: { id, body }, fixed }: { breach: BreachShown; fixed: boolean }) {
  const { of, set, area } = useValues({});
  const add = async (): Promise<void> => {
    if (await stateBreach(id, { kind: 'phase', content: of('content') })) set('content', '');
  };
  return (
    <Section title={text.phase.title}>
      {body.phases.length === 0 && <p className={styles.soft}>{text.phase.none}</p>}
      <ol>
        {body.phases.map(({ at, content }) => (
          <li key={at}>
            {inZone(at, body.zone)}: <bdi>{content}</bdi>
          </li>
        ))}
      </ol>
      {!fixed && (
        <div className={styles.form}>
          {area('content', text.phase.label)}
          <div className={styles.buttons}>
            <Button disabled={of('content').trim() === ''} onClick={() => void add()}>
              {text.phase.add}
            </Button>
          </div>
        </div>
      )}
    </Section>
  );
}

export function Closing({ breach: { id, body, unclosed }, fixed }: Stateable) {
  const { of, area } = useValues({});
  const done = body.closing === null ? null : text.close.closed(body.closing.by, inZone(body.closing.at, body.zone));
  const close = (): void => {
    const said = { rootCause: of('cause'), effects: of('effects'), remedy: of('remedy'), lessons: of('lessons') };
    void stateBreach(id, { kind: 'close', ...said } satisfies BreachChange);
  };
  if (done === null && unclosed.length > 0)
    return (
      <Section title={text.close.title}>
        <p className={styles.soft}>{text.close.open(unclosed.map((one) => breachWords.unclosed[one]))}</p>
      </Section>
    );
  return (
    <Stated
      title={text.close.title}
      done={done}
      said={[
        [text.close.cause, body.closing?.rootCause ?? null],
        [text.close.effects, body.closing?.effects ?? null],
        [text.close.remedy, body.closing?.remedy ?? null],
        [text.close.lessons, body.closing?.lessons ?? null],
      ]}
      fixed={fixed}
      button={text.close.close}
      onState={close}
    >
      {area('cause', text.close.cause)}
      {area('effects', text.close.effects, true)}
      {area('remedy', text.close.remedy, true)}
      {area('lessons', text.close.lessons)}
    </Stated>
  );
}
