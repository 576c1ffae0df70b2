import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { RequestView } from '#shared/contract/requests.ts';
import { holidayCalendars } from '#shared/deadlines/holidays.ts';
import { requestChannels, requestTypes, type RequestChannel, type RequestType } from '#shared/domain/request.ts';
import { calendarName, requestChannelWords, requestTypeWords } from '#shared/text/requests.ts';
import { requestsWindowText } from '#shared/text/window/requests.ts';
import { engine } from '#renderer/client/connection.ts';
import { notifyDone } from '#renderer/client/notify.ts';
import { guarded } from '#renderer/workspace/workspace-actions.ts';
import { DayField } from './day-field.tsx';
import styles from './requests.module.css';
import { refreshRequests } from './use-act.ts';

const text = requestsWindowText.fields;

interface Wish {
  type: RequestType;
  receivedOn: string;
  channel: RequestChannel;
  calendar: string;
  language: string;
  name: string;
  contact: string;
  onBehalf: string;
  wish: string;
  identifiers: string;
}

/** One value a line. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Today where the person sits, YYYY-MM-DD. */
const today = (): string => new Date().toLocaleDateString('sv-SE');

const calendars = ['', ...holidayCalendars.map(({ id }) => id)]
  .map((value) => ({ value, label: calendarName(value) }))
  .toSorted((a, b) => (a.value === '' ? -1 : b.value === '' ? 1 : a.label.localeCompare(b.label)));

/** Which request it is, and from when its clock runs. */
function WhatFields({ wish, set }: { wish: Wish; set(part: Partial<Wish>): void }) {
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={text.type}
          required
          allowDeselect={false}
          data={requestTypes.map((type) => ({ value: type, label: requestTypeWords[type] }))}
          value={wish.type}
          onChange={(type) => type !== null && set({ type })}
        />
        <DayField
          label={text.received}
          value={wish.receivedOn}
          latest={today()}
          onChange={(receivedOn) => set({ receivedOn })}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label={text.calendar}
          allowDeselect={false}
          searchable
          data={calendars}
          value={wish.calendar}
          onChange={(calendar) => calendar !== null && set({ calendar })}
        />
        <Select
          label={text.channel}
          allowDeselect={false}
          data={requestChannels.map((channel) => ({ value: channel, label: requestChannelWords[channel] }))}
          value={wish.channel}
          onChange={(channel) => channel !== null && set({ channel })}
        />
      </div>
    </>
  );
}

/** Who asks, for what, and what names them in the data. All of it lies under seal. */
function WhoFields({ wish, set }: { wish: Wish; set(part: Partial<Wish>): void }) {
  const field = (name: 'name' | 'contact' | 'onBehalf' | 'language', description?: string) => (
    <TextInput
      label={text[name]}
      {...(description === undefined ? {} : { description })}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={name === 'language' ? 2 : 500}
      value={wish[name]}
      onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      <div className={styles.pair}>
        {field('name')}
        {field('contact')}
      </div>
      <div className={styles.pair}>
        {field('onBehalf')}
        {field('language', text.languageHelp)}
      </div>
      <Textarea
        label={text.identifiers}
        description={text.identifiersHelp}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={2}
        value={wish.identifiers}
        onChange={({ currentTarget }) => set({ identifiers: currentTarget.value })}
      />
      <Textarea
        label={text.wish}
        autosize
        minRows={2}
        maxLength={4000}
        value={wish.wish}
        onChange={({ currentTarget }) => set({ wish: currentTarget.value })}
      />
    </>
  );
}

/** Logs what somebody asks for. `calendar`: whose holidays the last request went by. */
export function LogRequestForm({
  calendar,
  onDone,
  onCancel,
}: {
  calendar: string;
  onDone(view: RequestView): void;
  onCancel(): void;
}) {
  const [busy, setBusy] = useState(false);
  const [wish, setWish] = useState<Wish>({
    type: 'access',
    receivedOn: today(),
    channel: 'e-mail',
    calendar,
    language: 'en',
    name: '',
    contact: '',
    onBehalf: '',
    wish: '',
    identifiers: '',
  });
  const set = (part: Partial<Wish>): void => setWish((now) => ({ ...now, ...part }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void guarded(async () => {
      setBusy(true);
      try {
        const view = await engine.requests.open({ ...wish, identifiers: linesOf(wish.identifiers) });
        await refreshRequests();
        notifyDone(requestsWindowText.logged(view.request.ref));
        onDone(view);
      } finally {
        setBusy(false);
      }
    });
  };
  return (
    <form className={styles.form} aria-label={requestsWindowText.log} onSubmit={save}>
      <WhatFields wish={wish} set={set} />
      <WhoFields wish={wish} set={set} />
      <div className={styles.buttons}>
        <Button type="submit" variant="filled" loading={busy} disabled={wish.receivedOn === ''}>
          {text.save}
        </Button>
        <Button onClick={onCancel}>{text.cancel}</Button>
      </div>
    </form>
  );
}
