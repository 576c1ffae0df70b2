import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HolidayYear } from '#shared/contract/policy.ts';
import { holidayCalendars } from '#shared/deadlines/holidays.ts';
import { calendarName, requestDay } from '#shared/text/requests.ts';
import { holidaysWindowText as text } from '#shared/text/window/holidays.ts';
import { engine } from '#renderer/client/connection.ts';
import { keys, refresh } from '#renderer/client/query-client.ts';
import { ConfirmDialog } from '#renderer/design/confirm-dialog.tsx';
import { ReasonField } from '#renderer/design/reason-field.tsx';
import { Section } from '#renderer/design/section.tsx';
import styles from './settings.module.css';

/** What is asked for of one day; `holiday` null: as it is shipped. */
interface Wish {
  day: string;
  holiday: boolean | null;
}

const calendars = holidayCalendars.map(({ id }) => ({ value: id, label: calendarName(id) }));

/** Asks for the law by which the day is one, or is none. */
function WishDialog({
  calendar,
  wish,
  onSet,
  onClose,
}: {
  calendar: string;
  wish: Wish;
  onSet(): void;
  onClose(): void;
}) {
  const [reason, setReason] = useState('');
  const set = async (): Promise<void> => {
    await engine.policy.setHoliday({ calendar, ...wish, reason });
    onSet();
    await refresh(keys.policy, keys.requests, keys.register, keys.verification);
  };
  return (
    <ConfirmDialog
      opened
      title={text.wish(calendarName(calendar), requestDay(wish.day), wish.holiday)}
      confirm={text.confirm}
      disabled={reason.trim() === ''}
      onClose={onClose}
      onConfirm={set}
    >
      <p>{text.help}</p>
      <ReasonField label={text.reason} value={reason} onChange={setReason} autoFocus />
    </ConfirmDialog>
  );
}

function Days({ year, readOnly, onWish }: { year: HolidayYear; readOnly: boolean; onWish(wish: Wish): void }) {
  return (
    <table className={styles.rows} aria-label={text.list(calendarName(year.calendar))}>
      <tbody>
        {year.days.map(({ day, holiday, change }) => (
          <tr key={day}>
            <th scope="row">{requestDay(day)}</th>
            <td>{text.is(holiday)}</td>
            <td>{change === null ? year.source : text.setBy(change.by, change.reason)}</td>
            <td className={styles.change}>
              <Button
                size="compact-sm"
                disabled={readOnly}
                onClick={() => onWish({ day, holiday: change === null ? !holiday : null })}
              >
                {change === null ? text.remove : text.reset}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Holidays by which the deadlines of requests are reckoned: those of a country, and what this workspace adds or takes away. */
export function Holidays({ readOnly }: { readOnly: boolean }) {
  const [calendar, setCalendar] = useState('DE');
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [day, setDay] = useState('');
  const [wish, setWish] = useState<Wish | null>(null);
  const { data } = useQuery({
    queryKey: [...keys.policy, 'holidays', calendar, year],
    queryFn: () => engine.policy.holidays({ calendar, year }),
  });
  /** Whoever added a day sees it, whatever year was shown before. */
  const showSet = (): void => {
    if (wish !== null) setYear(Number(wish.day.slice(0, 4)));
    setDay('');
  };
  return (
    <Section title={text.title}>
      <p className={styles.help}>{text.note}</p>
      <div className={styles.holidays}>
        <Select
          label={text.calendar}
          searchable
          allowDeselect={false}
          data={calendars}
          value={calendar}
          onChange={(chosen) => chosen !== null && setCalendar(chosen)}
        />
        <NumberInput
          label={text.year}
          min={2000}
          max={2100}
          allowDecimal={false}
          value={year}
          onChange={(value) => typeof value === 'number' && value >= 2000 && value <= 2100 && setYear(value)}
        />
        <TextInput
          type="date"
          label={text.day}
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Button disabled={readOnly || day === ''} onClick={() => setWish({ day, holiday: true })}>
          {text.add}
        </Button>
      </div>
      {data && <Days year={data} readOnly={readOnly} onWish={setWish} />}
      {wish !== null && <WishDialog calendar={calendar} wish={wish} onSet={showSet} onClose={() => setWish(null)} />}
    </Section>
  );
}
