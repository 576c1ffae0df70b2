import { describe, expect, it } from 'vitest';
import type { Field } from '#shared/register/field.ts';
import { recordKindIds, recordKinds, type RecordBody } from '#shared/register/record-kinds/index.ts';

const typed = { from: 'person', by: 'Ada', at: '2026-11-29T09:00:00.000Z' } as const;

describe('the kinds of record of the register of processing', () => {
  it.each(recordKindIds)('%s is called by one of its fields, and refers to kinds that there are', (id) => {
    const kind = recordKinds[id];
    const fields: Record<string, Field> = kind.fields;
    expect(kind.id).toBe(id);
    expect(fields[kind.title]?.shape).toBe('text');
    const parts = Object.values(fields).flatMap((field) => Object.values(field.parts ?? {}));
    for (const { to } of [...Object.values(fields), ...parts])
      if (to !== undefined) expect(recordKindIds).toContain(to);
    for (const field of Object.values(fields)) if (field.need === 'law') expect(field.law).toMatch(/^(GDPR|CJEU) /);
  });

  it('takes an activity with generated, typed and missing answers', () => {
    const body: RecordBody<'activity'> = {
      name: { state: 'stated', value: 'Customer segments', origin: typed },
      recipients: { state: 'stated', items: [{ id: 'i1', value: 'r1', origin: { from: 'log', entry: 212 } }] },
      dataItems: {
        state: 'stated',
        items: [{ id: 'i1', value: { category: 'contact', columns: ['email'] }, origin: { from: 'log', entry: 4 } }],
      },
      transfers: { state: 'none', origin: typed },
      retention: { state: 'unknown', ask: 'Bo', origin: typed },
    };
    expect(recordKinds.activity.schema.safeParse(body).success).toBe(true);
  });

  it('refuses what it does not know: a field, a choice, an empty list, a reason that is missing', () => {
    const { schema } = recordKinds.activity;
    for (const body of [
      { colour: { state: 'stated', value: 'red', origin: typed } },
      { role: { state: 'stated', value: 'bystander', origin: typed } },
      { purposes: { state: 'stated', items: [] } },
      { measures: { state: 'not-applicable', reason: '', origin: typed } },
    ])
      expect(schema.safeParse(body).success).toBe(false);
  });
});
