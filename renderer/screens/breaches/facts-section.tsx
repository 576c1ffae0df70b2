import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { BreachShown } from '#shared/contract/breaches.ts';
import type { BreachFacts } from '#shared/cases/breach.ts';
import { breachCauses, breachTypes, knownAnswers } from '#shared/domain/breach.ts';
import { breachWords } from '#shared/text/cases/breach.ts';
import { breachesWindowText } from '#shared/text/window/breaches.ts';
import { Section } from '#renderer/design/section.tsx';
import { localOf, momentOf, stateBreach } from './use-change.ts';
import styles from './breaches.module.css';

const text = breachesWindowText.facts;

type Writable = 'description' | 'consequences' | 'measuresTaken' | 'measuresPlanned' | 'adviceToPeople';
const long: readonly (readonly [Writable, string])[] = [
  ['consequences', text.consequences],
  ['measuresTaken', text.taken],
  ['measuresPlanned', text.planned],
  ['adviceToPeople', text.advice],
];
const answered: readonly (readonly ['encrypted' | 'keyTaken' | 'backups', string])[] = [
  ['encrypted', text.encrypted],
  ['keyTaken', text.key],
  ['backups', text.backups],
];
const options = <O extends string>(ids: readonly O[], words: Record<O, string>) =>
  ids.map((value) => ({ value, label: words[value] }));

interface Fields {
  facts: BreachFacts;
  set(part: Partial<BreachFacts>): void;
}

function Nature({ facts, set }: Fields) {
  const moment = (label: string, field: 'occurredFrom' | 'occurredTo' | 'detectedAt') => (
    <TextInput
      type="datetime-local"
      label={label}
      value={localOf(facts[field])}
      onChange={({ currentTarget }) => set({ [field]: momentOf(currentTarget.value) })}
    />
  );
  return (
    <>
      <Textarea
        label={text.what}
        description={text.description}
        autosize
        minRows={2}
        maxLength={5000}
        value={facts.description}
        onChange={({ currentTarget }) => set({ description: currentTarget.value })}
      />
      <div className={styles.pair}>
        {moment(text.from, 'occurredFrom')}
        {moment(text.to, 'occurredTo')}
        {moment(text.detected, 'detectedAt')}
      </div>
      <MultiSelect
        label={text.type}
        searchable
        classNames={{ input: styles.pills! }}
        data={options(breachTypes, breachWords.types)}
        value={facts.types}
        onChange={(types) => set({ types })}
      />
      <div className={styles.pair}>
        <Select
          label={text.cause}
          allowDeselect={false}
          data={options(breachCauses, breachWords.causes)}
          value={facts.cause}
          onChange={(cause) => set({ cause: cause ?? 'not-known' })}
        />
        <TextInput
          label={text.whose}
          maxLength={300}
          value={facts.peopleAre}
          onChange={({ currentTarget }) => set({ peopleAre: currentTarget.value })}
        />
      </div>
    </>
  );
}

function Rest({ facts, set }: Fields) {
  return (
    <>
      <div className={styles.pair}>
        {answered.map(([field, label]) => (
          <Select
            key={field}
            label={label}
            allowDeselect={false}
            data={options(knownAnswers, breachWords.answers)}
            value={facts[field]}
            onChange={(answer) => set({ [field]: answer ?? 'not-known' })}
          />
        ))}
        <Select
          label={text.severity}
          clearable
          clearButtonProps={{ 'aria-label': breachWords.answers['not-known'] }}
          data={[1, 2, 3, 4].map((level) => ({ value: String(level), label: breachWords.severities[level] ?? '' }))}
          value={facts.severity === null ? null : String(facts.severity)}
          onChange={(level) => set({ severity: level === null ? null : Number(level) })}
        />
        {facts.severity !== null && (
          <TextInput
            label={text.severityReason}
            maxLength={5000}
            value={facts.severityReason}
            onChange={({ currentTarget }) => set({ severityReason: currentTarget.value })}
          />
        )}
      </div>
      {long.map(([field, label]) => (
        <Textarea
          key={field}
          label={label}
          autosize
          minRows={1}
          maxLength={5000}
          value={facts[field]}
          onChange={({ currentTarget }) => set({ [field]: currentTarget.value })}
        />
      ))}
      <TextInput
        label={text.contact}
        maxLength={300}
        value={facts.contact}
        onChange={({ currentTarget }) => set({ contact: currentTarget.value })}
      />
    </>
  );
}

/** Who was the first to know, where a processor was (Art. 33(2)): its name and the moment belong together. */
function Processor({ facts: { processor }, set }: Fields) {
  const [name, setName] = useState(processor?.name ?? '');
  const [toldAt, setToldAt] = useState(localOf(processor?.toldAt ?? null));
  const change = (named: string, told: string): void => {
    setName(named);
    setToldAt(told);
    const at = momentOf(told);
    set({ processor: named.trim() === '' || at === null ? null : { name: named, toldAt: at } });
  };
  const isHalf = (name.trim() === '') !== (toldAt === '');
  return (
    <div className={styles.pair}>
      <TextInput
        label={text.processor}
        required={isHalf}
        maxLength={300}
        value={name}
        onChange={({ currentTarget }) => change(currentTarget.value, toldAt)}
      />
      <TextInput
        type="datetime-local"
        label={text.processorTold}
        required={isHalf}
        value={toldAt}
        onChange={({ currentTarget }) => change(name, currentTarget.value)}
      />
    </div>
  );
}

/** What people say of a breach. Any of it can be said later, or anew. */
export function FactsSection({ breach }: { breach: BreachShown }) {
  const [facts, setFacts] = useState(breach.body.facts);
  const set = (part: Partial<BreachFacts>): void => setFacts((before) => ({ ...before, ...part }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void stateBreach(breach.id, { kind: 'facts', facts });
  };
  return (
    <Section title={text.title}>
      <form className={styles.form} aria-label={text.title} onSubmit={save}>
        <Nature facts={facts} set={set} />
        <Processor facts={facts} set={set} />
        <Rest facts={facts} set={set} />
        <div className={styles.buttons}>
          <Button type="submit">{breachesWindowText.save}</Button>
        </div>
      </form>
    </Section>
  );
}
