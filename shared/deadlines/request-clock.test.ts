import { describe, expect, it } from 'vitest';
import { policyOn } from '#shared/policy/index.ts';
import { requestClock, type RequestTimes } from './request-clock.ts';

const asked = (receivedOn: string, more: Partial<RequestTimes> = {}): RequestTimes => ({
  type: 'access',
  calendar: 'DE',
  receivedOn,
  waits: [],
  extensionToldOn: null,
  acknowledgedOn: null,
  stoppedOn: null,
  answeredOn: null,
  ...more,
});

const clockOf = (times: RequestTimes, today = times.receivedOn) =>
  requestClock(times, policyOn(times.receivedOn), today);
const dueOf = (times: RequestTimes, today?: string) => clockOf(times, today).next?.due;

describe('a month after receipt', () => {
  it.each([
    ['2026-11-04', '2026-12-04'],
    ['2026-11-30', '2026-12-30'],
    // The last day of a month that has no such day, which is a Sunday.
    ['2027-01-31', '2027-03-01'],
    // A Saturday.
    ['2026-09-03', '2026-10-05'],
    // 31 March and 30 April, which is a Friday.
    ['2027-03-31', '2027-04-30'],
    // In a leap year 29 February is there.
    ['2028-01-31', '2028-02-29'],
    // Friday 25 December and Saturday 26: the next working day is Monday.
    ['2026-11-25', '2026-12-28'],
  ])('%s ends on %s', (received, due) => {
    expect(dueOf(asked(received))).toBe(due);
  });

  it('ends by the holidays of the country that was chosen', () => {
    expect(dueOf(asked('2026-09-26', { calendar: 'AT' }))).toBe('2026-10-27');
    expect(dueOf(asked('2026-09-26', { calendar: 'DE' }))).toBe('2026-10-26');
    // 28 December 2026 stands in for Boxing Day in the United Kingdom.
    expect(dueOf(asked('2026-11-26', { calendar: 'GB' }))).toBe('2026-12-29');
    expect(dueOf(asked('2026-11-25', { calendar: '' }))).toBe('2026-12-25');
  });
});

describe('an extension', () => {
  it('gives two months more where it was told in time', () => {
    const clock = clockOf(asked('2026-11-04', { extensionToldOn: '2026-12-04' }));
    expect(clock.next).toMatchObject({ due: '2027-02-04', months: 3 });
    expect(clock.extendBy).toBeNull();
  });

  it('gives nothing where it was told too late', () => {
    const clock = clockOf(asked('2026-11-04', { extensionToldOn: '2026-12-05' }));
    expect(clock.next).toMatchObject({ due: '2026-12-04', months: 1 });
    expect(clock.extendBy).toBe('2026-12-04');
  });
});

describe('waiting for the person', () => {
  const identity = (askedOn: string, answeredOn: string | null) => [{ why: 'identity' as const, askedOn, answeredOn }];

  it('shows both dates where authorities differ', () => {
    const { next } = clockOf(asked('2026-11-04', { waits: identity('2026-11-05', '2026-11-15') }));
    // Ten days more than 4 December are 14 December.
    expect(next).toMatchObject({ due: '2026-12-04', later: '2026-12-14', stopped: false });
  });

  it('moves the later date a day each day while it lasts', () => {
    const times = asked('2026-11-04', { waits: identity('2026-11-05', null) });
    expect(clockOf(times, '2026-11-10').next?.later).toBe('2026-12-09');
    expect(clockOf(times, '2026-11-11').next?.later).toBe('2026-12-10');
  });

  it('begins when identity is shown, in the United Kingdom since 5 February 2026', () => {
    const waits = identity('2026-11-05', '2026-11-16');
    expect(clockOf(asked('2026-11-04', { calendar: 'GB', waits })).next).toMatchObject({
      from: '2026-11-16',
      due: '2026-12-16',
      later: null,
    });
    const before = identity('2026-01-06', '2026-01-16');
    expect(clockOf(asked('2026-01-05', { calendar: 'GB', waits: before })).next).toMatchObject({
      due: '2026-02-05',
      later: '2026-02-16',
    });
  });

  it('leaves out the days of clarification there, the first and the last included', () => {
    const waits = [{ why: 'clarification' as const, askedOn: '2026-11-09', answeredOn: '2026-11-11' }];
    // 4 December and three days more: Monday 7 December.
    expect(clockOf(asked('2026-11-04', { calendar: 'GB', waits })).next).toMatchObject({
      paused: 3,
      due: '2026-12-07',
    });
  });

  it('stands still there while something is asked for', () => {
    const times = asked('2026-11-04', { calendar: 'GB', waits: identity('2026-11-05', null) });
    expect(clockOf(times, '2027-01-11').next).toMatchObject({ stopped: true, due: '2027-02-11' });
  });

  it('counts days that two questions share once', () => {
    const waits = [...identity('2026-11-05', '2026-11-10'), ...identity('2026-11-08', '2026-11-12')];
    expect(clockOf(asked('2026-11-04', { waits })).next?.later).toBe('2026-12-11');
  });
});

describe('what is due at once, and complaints', () => {
  it('stops advertising on the day, and answers in a month', () => {
    const { duties, next } = clockOf(asked('2026-11-07', { type: 'object-marketing' }));
    expect(duties.map(({ kind, due }) => [kind, due])).toEqual([
      ['stop', '2026-11-07'],
      ['answer', '2026-12-07'],
    ]);
    expect(next?.kind).toBe('stop');
    const stopped = clockOf(asked('2026-11-07', { type: 'object-marketing', stoppedOn: '2026-11-07' }));
    expect(stopped.next).toMatchObject({ kind: 'answer', due: '2026-12-07' });
  });

  it('stops use on consent on the day', () => {
    const { duties } = clockOf(asked('2026-11-07', { type: 'withdraw-consent' }));
    expect(duties.map(({ kind, due }) => [kind, due])).toEqual([['stop', '2026-11-07']]);
  });

  it('acknowledges a complaint 30 days after the day of receipt, on a working day', () => {
    const { duties } = clockOf(asked('2026-07-01', { type: 'complaint', calendar: 'GB' }));
    expect(duties[0]).toMatchObject({ kind: 'acknowledge', due: '2026-07-31' });
    expect(duties[0]?.source).toContain('164A');
    // Saturday 1 August 2026; Monday 3 August is a holiday in Scotland alone.
    expect(dueOf(asked('2026-07-02', { type: 'complaint', calendar: 'GB' }))).toBe('2026-08-03');
    expect(dueOf(asked('2026-07-02', { type: 'complaint', calendar: 'GB-SCT' }))).toBe('2026-08-04');
    expect(clockOf(asked('2026-07-02', { type: 'complaint' })).duties[0]?.source).toContain('Product policy');
  });

  it('runs no clock after the answer', () => {
    const clock = clockOf(asked('2026-11-04', { answeredOn: '2026-12-10' }), '2027-05-01');
    expect(clock.next).toBeNull();
    expect(clock.extendBy).toBeNull();
    expect(clock.duties[0]).toMatchObject({ due: '2026-12-04', doneOn: '2026-12-10' });
  });
});
