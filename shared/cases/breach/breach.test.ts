import { describe, expect, it } from 'vitest';
import type { AffectedPart, BreachBody } from '../breach.ts';
import { breachClock, inZone, isZone, notificationDue } from './clock.ts';
import { protectionOf } from './protection.ts';
import { affectedBy } from './scope.ts';
import { nextStates, whyNotClosed } from './states.ts';

const part = (over: Partial<AffectedPart>): AffectedPart => ({
  kind: 'dataset',
  id: 'd1',
  name: 'customers',
  datasetId: 'd1',
  rows: 100,
  columns: [{ name: 'email', type: 'email_address', flags: [] }],
  identifiers: 'plain',
  people: { count: 90, by: 'email', atMost: false },
  minors: { under: 3, unknown: 2, atMost: false },
  countries: [{ country: 'DE', rows: 60 }],
  ...over,
});
const release = (id: string, over: Partial<AffectedPart> = {}): AffectedPart =>
  part({
    kind: 'release',
    id,
    rows: 40,
    people: { count: 40, by: 'email', atMost: true },
    minors: null,
    countries: [],
    ...over,
  });

describe('the clock of Art. 33(1)', () => {
  it('counts plain hours: a weekend, a night and a clock put forward change none of them', () => {
    // Friday afternoon to Monday afternoon.
    expect(notificationDue('2026-11-27T13:10:00.000Z', 72)).toBe('2026-11-30T13:10:00.000Z');
    // On 28 March 2027 Berlin puts its clocks forward: the same hours end an hour later by the wall.
    const aware = '2027-03-26T13:10:00.000Z';
    expect(inZone(aware, 'Europe/Berlin')).toBe('Fri 26 Mar 2027, 14:10');
    expect(inZone(notificationDue(aware, 72), 'Europe/Berlin')).toBe('Mon 29 Mar 2027, 15:10');
    // On 25 October 2026 it puts them back.
    expect(inZone(notificationDue('2026-10-23T12:10:00.000Z', 72), 'Europe/Berlin')).toBe('Mon 26 Oct 2026, 13:10');
  });

  const facts = { awareAt: '2026-11-27T13:10:00.000Z' } as BreachBody['facts'];
  const at = { decision: null, notified: null, closing: null };
  const by = 'Ada';
  it.each([
    ['an hour before the end', '2026-11-30T12:10:00.000Z', at, 'running', 1],
    ['to the minute', '2026-11-30T13:10:00.000Z', at, 'running', 0],
    ['a minute later', '2026-11-30T13:11:00.000Z', at, 'late', -1 / 60],
  ] as const)('%s', (_name, now, rest, state, hours) => {
    const clock = breachClock({ facts, ...rest }, now, 72);
    expect(clock.state).toBe(state);
    expect(clock.hoursLeft).toBeCloseTo(hours, 9);
  });

  it('stops when the authority was told, in time or late, and when it need not be; a closed breach has none', () => {
    const notified = (moment: string) => ({ at: moment, by, authority: 'BfDI', reference: '', delayReason: '' });
    const now = '2026-12-24T00:00:00.000Z';
    const stateOf = (rest: Partial<BreachBody>) => breachClock({ facts, ...at, ...rest }, now, 72);
    expect(stateOf({ notified: notified('2026-11-30T13:10:00.000Z') })).toMatchObject({
      state: 'told',
      hoursLeft: null,
    });
    expect(stateOf({ notified: notified('2026-11-30T13:10:01.000Z') }).state).toBe('told-late');
    const no = { tell: false, reason: 'Empty disk.' };
    const decision = { at: now, by, risk: 'none', authority: no, people: { ...no, ground: 'no-high-risk' } } as const;
    expect(stateOf({ decision }).state).toBe('not-needed');
    const closing = { at: now, by, rootCause: '', effects: 'None.', remedy: 'None.', lessons: '' };
    expect(stateOf({ closing })).toMatchObject({ state: 'closed', hoursLeft: null });
  });

  it('knows zones from words', () => {
    expect([isZone('Europe/Berlin'), isZone('Middle/Earth')]).toEqual([true, false]);
  });
});

describe('who is affected', () => {
  it('counts nobody twice for certain, and says how many there can be', () => {
    expect(affectedBy([part({})]).people).toEqual({ least: 90, most: 90 });
    // A release of an affected dataset adds nobody.
    expect(affectedBy([part({}), release('r1')]).people).toEqual({ least: 90, most: 90 });
    // Two releases of one dataset: the same people or others.
    expect(affectedBy([release('r1'), release('r2')]).people).toEqual({ least: 0, most: 80 });
    const other = part({ id: 'd2', datasetId: 'd2', people: { count: 50, by: 'no', atMost: false } });
    expect(affectedBy([part({}), other]).people).toEqual({ least: 90, most: 140 });
    // Rows that nothing tells people apart in are the most, never a count.
    const rows = part({ people: { count: 100, by: null, atMost: true } });
    expect(affectedBy([rows]).people).toEqual({ least: 0, most: 100 });
  });

  it('never takes an unknown age for one of age', () => {
    expect(affectedBy([part({})])).toMatchObject({ minors: { least: 3, most: 3 }, unknownAge: 2 });
    expect(affectedBy([part({ minors: null })])).toMatchObject({ minors: null, unknownAge: 100 });
  });

  it('tells special categories, the gravest identifiers and every country', () => {
    const health = part({
      id: 'd2',
      datasetId: 'd2',
      columns: [{ name: 'diagnosis', type: 'diagnosis', flags: ['health', 'timestamp'] }],
      identifiers: 'keyed',
      countries: [
        { country: 'DE', rows: 10 },
        { country: 'FR', rows: 90 },
      ],
    });
    expect(affectedBy([health])).toMatchObject({ special: ['health'], identifiers: 'keyed' });
    expect(affectedBy([health, release('r1', { identifiers: 'unkeyed' })])).toMatchObject({ identifiers: 'unkeyed' });
    expect(affectedBy([part({}), health]).countries).toEqual([
      { country: 'FR', rows: 90 },
      { country: 'DE', rows: 60 },
    ]);
  });
});

describe('whether nobody can understand the data (Art. 34(3)(a))', () => {
  const of = (
    encrypted: 'yes' | 'no' | 'not-known',
    keyTaken: 'yes' | 'no' | 'not-known',
    identifiers: AffectedPart['identifiers'],
  ) => protectionOf({ encrypted, keyTaken }, { identifiers });
  it.each([
    ['yes', 'no', 'plain', 'may-hold', 'sealed-key-elsewhere'],
    ['yes', 'yes', 'keyed', 'does-not-hold', 'key-taken'],
    ['yes', 'not-known', 'keyed', 'not-known', 'not-known'],
    ['no', 'no', 'plain', 'does-not-hold', 'plain'],
    // A platform's hash is undone by whoever tries all values.
    ['no', 'no', 'unkeyed', 'does-not-hold', 'hash-reversible'],
    ['no', 'no', 'keyed', 'does-not-hold', 'rest-readable'],
    ['no', 'yes', 'keyed', 'does-not-hold', 'key-taken'],
    ['no', 'no', 'not-known', 'not-known', 'not-known'],
    ['not-known', 'not-known', 'anonymised', 'may-hold', 'anonymised'],
    ['not-known', 'no', 'unkeyed', 'not-known', 'not-known'],
  ] as const)('encrypted %s, key taken %s, identifiers %s: %s', (encrypted, key, form, unintelligible, because) => {
    expect(of(encrypted, key, form)).toEqual({ unintelligible, because });
  });
});

describe('how far a breach has come', () => {
  it('ends by closing alone', () => {
    expect(nextStates('suspected')).not.toContain('closed');
    expect(nextStates('closed')).toEqual([]);
  });

  it('is not closed while it goes on, undecided, or with somebody untold', () => {
    const decision = (tell: boolean) =>
      ({ authority: { tell, reason: 'x' }, people: { tell, ground: null, reason: 'x' } }) as BreachBody['decision'];
    const body = (over: Partial<BreachBody>) =>
      ({ state: 'mitigated', decision: null, notified: null, told: null, ...over }) as BreachBody;
    expect(whyNotClosed(body({ state: 'ongoing' }))).toEqual(['ongoing', 'undecided']);
    expect(whyNotClosed(body({ decision: decision(true) }))).toEqual(['authority-not-told', 'people-not-told']);
    expect(whyNotClosed(body({ decision: decision(false) }))).toEqual([]);
  });
});
