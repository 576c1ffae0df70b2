import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { columnFlag } from '#shared/domain/column-class.ts';
import { barredFlags, policyOn, policyTopics, specialFlags } from '#shared/policy/index.ts';
import { policyKey, rowInForce, rulingOn } from '#shared/policy/policy-in-force.ts';
import type { PolicyRow } from '#shared/policy/policy-row.ts';

const rows = policyTopics.flatMap((topic) => [...topic.rows]);
const day = z.iso.date();

describe('the list of policy rows', () => {
  it('names each topic once, and has rows for each', () => {
    const ids = policyTopics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(policyTopics.filter((topic) => topic.rows.length === 0)).toEqual([]);
  });

  it.each(rows.map((row) => [`${policyKey(row.id, row.subject)} ${row.validFrom ?? 'pending'}`, row] as const))(
    '%s has a source, dates and a value within its bounds',
    (_name, row) => {
      expect(row.source.trim().length).toBeGreaterThan(5);
      expect(day.safeParse(row.checkedOn).success).toBe(true);
      // Only what decides nothing may be without its day.
      if (row.validFrom === null) expect(row.pending).toBe(true);
      else expect(day.safeParse(row.validFrom).success).toBe(true);
      expect(Number.isInteger(row.value)).toBe(true);
      expect(row.value).toBeGreaterThanOrEqual(row.bounds.minimum);
      expect(row.value).toBeLessThanOrEqual(row.bounds.maximum);
      if (row.note !== '') expect(row.note).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('has no two rows of a subject that begin on the same day', () => {
    const begun = rows.filter(({ pending }) => !pending).map((row) => `${row.id} ${row.subject} ${row.validFrom}`);
    expect(begun.filter((each, at) => begun.indexOf(each) !== at)).toEqual([]);
  });

  it('speaks of flags that columns have, and leaves none of the special categories to a workspace', () => {
    for (const { subject } of rows.filter(({ id }) => id === 'bars-targeting'))
      expect(columnFlag.safeParse(subject).success).toBe(true);
    expect(barredFlags(policyOn('2026-11-01')).toSorted()).toEqual(specialFlags.toSorted());
    expect(specialFlags).toHaveLength(9);
  });

  it('keeps the figures that releases went by before they were data', () => {
    for (const date of ['1999-12-31', '2020-01-01', '2026-11-01']) {
      const policy = policyOn(date);
      expect(policy.value('targeting-age', '*')).toBe(18);
      expect(policy.value('identifier-lifetime', 'cookie_id')).toBe(90);
      expect(policy.value('identifier-lifetime', 'advertising_id')).toBe(180);
    }
    expect(policyOn('2026-11-01').ruling('identifier-lifetime', 'device_id')).toBeNull();
  });
});

describe('which row holds', () => {
  const age = (country: string, date: string): number | undefined =>
    policyOn(date).ruling('digital-consent-age', country)?.value;

  it('is the newest that is valid on the day, else that of everybody', () => {
    expect([age('DK', '2023-12-31'), age('DK', '2024-01-01'), age('DE', '2026-11-01')]).toEqual([13, 15, 16]);
    // No row of its own, and one of a day before the table.
    expect([age('CH', '2026-11-01'), age('BE', '2019-01-01')]).toEqual([16, 16]);
  });

  it('is never a pending one', () => {
    expect([age('NO', '2026-11-01'), age('SI', '2099-01-01'), age('ES', '2099-01-01')]).toEqual([16, 16, 14]);
    const row = (over: Partial<PolicyRow>): PolicyRow => ({
      id: 'x',
      subject: '*',
      value: 1,
      unit: 'days',
      validFrom: '2026-01-01',
      source: 'a source',
      checkedOn: '2026-01-01',
      pending: false,
      note: '',
      bounds: { minimum: 0, maximum: 9 },
      ...over,
    });
    expect(rowInForce([row({ pending: true })], '*', '2026-11-01')).toBeNull();
    const known = [row({}), row({ value: 2, validFrom: '2026-06-01', pending: true }), row({ subject: 'a', value: 3 })];
    expect(['*', 'a', 'b'].map((subject) => rowInForce(known, subject, '2026-11-01')?.value)).toEqual([1, 3, 1]);
    expect(rulingOn(known, 'a', '2020-01-01', [])?.value).toBe(1);
  });

  it('gives way to what the workspace set, for a subject or for everybody without a row of their own', () => {
    const set = (key: string, value: number) => ({ key, value, reason: 'ours', by: 'Ada', at: '2026-11-01' });
    const policy = policyOn('2026-11-01', [set('identifier-lifetime.cookie_id', 30), set('digital-consent-age', 18)]);
    expect(policy.ruling('identifier-lifetime', 'cookie_id')).toMatchObject({
      value: 30,
      row: { value: 90 },
      override: { reason: 'ours' },
    });
    expect(policy.ruling('identifier-lifetime', 'advertising_id')).toMatchObject({ value: 180, override: null });
    expect(['CH', 'NO', 'DE'].map((country) => policy.ruling('digital-consent-age', country)?.value)).toEqual([
      18, 18, 16,
    ]);
    expect(barredFlags(policyOn('2026-11-01', [set('bars-targeting.financial', 1)]))).toContain('financial');
  });
});
