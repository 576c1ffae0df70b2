import { describe, expect, it } from 'vitest';
import { policyOn } from '#shared/policy/index.ts';
import { checkedEvent, type ConsentEvent } from './consent-event.ts';
import { standingOn, validityDays } from './standing.ts';

const days = validityDays(policyOn('2026-11-29'));
const event = (over: Partial<ConsentEvent>): ConsentEvent =>
  checkedEvent({
    state: 'given',
    at: '2026-05-06',
    until: null,
    doubt: null,
    form: 'file',
    recordedAt: '2026-11-29T09:00:00Z',
    ...over,
  });
const on = (day: string, ...events: Partial<ConsentEvent>[]) => standingOn(events.map(event), day, days);

describe('where somebody stands', () => {
  it('is told by the last event, in whatever order they were entered', () => {
    const given = { at: '2025-01-01' };
    const taken = { state: 'withdrawn' as const, at: '2025-06-01T10:00:00Z' };
    expect(on('2026-11-29', given, taken).standing).toBe('withdrawn');
    expect(on('2026-11-29', taken, given, { state: 'renewed', at: '2026-01-01' })).toMatchObject({
      standing: 'valid',
      until: '2028-01-01',
    });
  });

  it('ends with what the consent says or with the policy, whichever is sooner', () => {
    expect(on('2026-11-29', { at: '2024-11-29' })).toMatchObject({ standing: 'valid', until: '2026-11-29' });
    expect(on('2026-11-30', { at: '2024-11-29' }).standing).toBe('expired');
    expect(on('2026-11-29', { until: '2026-11-28' }).standing).toBe('expired');
    expect(on('2026-11-29', { at: '2024-01-01', until: '2099-12-31' }).standing).toBe('expired');
    // What a browser keeps is asked for sooner.
    expect(on('2026-11-29', { at: '2026-05-01', form: 'tcf' }).standing).toBe('expired');
  });

  it('goes by the days that a workspace sets', () => {
    const override = { key: 'consent-validity', value: 90, reason: 'Yearly letter.', by: 'Ada', at: '2026-01-01' };
    const shorter = validityDays(policyOn('2026-11-29', [override]));
    expect(standingOn([event({})], '2026-11-29', shorter).standing).toBe('expired');
  });

  it.each([
    ['nothing at all', [], 'no-event'],
    [
      'two states at one moment',
      [{ at: '2026-05-06T10:00:00Z' }, { state: 'refused', at: '2026-05-06T10:00:00Z' }],
      'two-states',
    ],
    [
      'two states on one day, one without a time',
      [{}, { state: 'withdrawn', at: '2026-05-06T10:00:00Z' }],
      'two-states',
    ],
    ['a date in the future', [{ at: '2030-01-01' }], 'future'],
    ['a date in the future after a yes', [{}, { at: '2030-01-01' }], 'future'],
    ['a yes without a date', [{ at: null }], 'undated'],
    ['what could not be read', [{}, { state: 'unknown', at: null, doubt: 'unreadable' }], 'unreadable'],
    ['a yes of after the day asked for', [{ at: '2026-11-29' }], 'not-yet'],
  ] as [string, Partial<ConsentEvent>[], string][])('is unknown by %s', (_name, events, why) => {
    const day = why === 'not-yet' ? '2026-11-01' : '2026-11-29';
    expect(on(day, ...events)).toMatchObject({ standing: 'unknown', why });
  });

  it('takes the end of a consent from the moment it is known, dated or not, for days before, too', () => {
    const given = { at: '2025-01-01' };
    expect(on('2026-11-29', given, { state: 'withdrawn', at: null }).standing).toBe('withdrawn');
    expect(on('2026-01-01', given, { state: 'withdrawn', at: '2026-11-20' }).standing).toBe('withdrawn');
    expect(on('2026-11-29', given, { state: 'withdrawn', at: '2031-01-01' }).standing).toBe('withdrawn');
    // And can be given anew after it.
    const anew = { at: '2026-12-05', recordedAt: '2026-12-06T09:00:00Z' };
    expect(on('2026-12-06', given, { state: 'withdrawn', at: null }, anew).standing).toBe('valid');
  });

  it('keeps a dated yes beside one that lacks its date', () => {
    expect(on('2026-11-29', { at: '2026-05-06' }, { at: null }).standing).toBe('valid');
  });

  it.each([
    ['requested', 'pending'],
    ['deferred', 'pending'],
    ['refused', 'refused'],
    ['expired', 'expired'],
    ['invalidated', 'withdrawn'],
    ['revoked', 'withdrawn'],
    ['unknown', 'unknown'],
  ] as const)('is %s → %s', (state, standing) => {
    expect(on('2026-11-29', { state }).standing).toBe(standing);
  });
});
