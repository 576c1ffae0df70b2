import { describe, expect, it } from 'vitest';
import type { AnyAnswer, AnyBody } from './any-body.ts';
import { isAnswered, legalMinimum, type FoundRecord, type MinimumContext } from './minimum.ts';
import type { RecordKind } from './record-kinds/index.ts';

const origin = { from: 'person', by: 'Ada', at: '2026-11-29T09:00:00.000Z' } as const;
const says = (value: unknown): AnyAnswer => ({ state: 'stated', value, origin });
const lists = (...values: unknown[]): AnyAnswer => ({
  state: 'stated',
  items: values.map((value, at) => ({ id: `i${at}`, value, origin })),
});
const none: AnyAnswer = { state: 'none', origin };
const notApplicable: AnyAnswer = { state: 'not-applicable', reason: 'in the EU', origin };
const unknown: AnyAnswer = { state: 'unknown', ask: 'Bo', origin };

const organisation: AnyBody = {
  name: says('Acme'),
  address: says('Main Street 1'),
  email: says('dpo@acme.example'),
  jointControllers: none,
  representative: notApplicable,
  dpo: lists({ name: 'Bo', email: 'bo@acme.example' }),
};
const others: Partial<Record<RecordKind, AnyBody>> = {
  purpose: { title: says('Letters'), description: says('We write to customers.') },
  recipient: { name: says('Mailer'), kind: says('processor') },
  transfer: { country: says('US'), mechanism: says('A45-3') },
  retention: { dataCategories: lists('contact'), duration: says('P1Y') },
  measure: { name: says('Keys'), kind: says('encryption') },
};
const activity: AnyBody = {
  role: says('controller'),
  purposes: lists('purpose'),
  dataSubjects: lists('customers'),
  dataItems: lists({ category: 'contact' }),
  recipients: lists('recipient'),
  transfers: lists('transfer'),
  retention: lists('retention'),
  measures: lists('measure'),
};

function minimumOf(changes: {
  activity?: AnyBody;
  organisation?: AnyBody | null;
  others?: Partial<Record<RecordKind, AnyBody | { unreadable: true } | { retired: AnyBody }>>;
}) {
  const all = { ...others, ...changes.others };
  const found = (body: (typeof all)[RecordKind]): FoundRecord => {
    if (body === undefined) return null;
    if ('unreadable' in body) return { unreadable: true };
    return 'retired' in body
      ? { body: (body as { retired: AnyBody }).retired, retired: true }
      : { body, retired: false };
  };
  const keeper = changes.organisation === undefined ? organisation : changes.organisation;
  const context: MinimumContext = {
    activity: { id: 'a', body: { ...activity, ...changes.activity } },
    organisation: keeper === null ? null : { body: keeper, retired: false },
    find: (kind, id) => (id === kind ? found(all[kind]) : null),
  };
  return legalMinimum(context);
}
const cellOf = (changes: Parameters<typeof minimumOf>[0], id: string) =>
  minimumOf(changes).cells.find((cell) => cell.id === id);

describe('the legal minimum of a record of processing', () => {
  it('is filled cell by cell, GDPR Art. 30(1)(a)–(g), and 30(2)(a)–(d) of a processor', () => {
    const { role, cells } = minimumOf({});
    expect(role).toBe('controller');
    expect(cells.map(({ id, state, missing }) => [id, state, missing])).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => [`30(1)(${letter})`, 'filled', []]),
    );
    const processor = minimumOf({
      activity: {
        role: says('processor'),
        controllers: lists({ name: 'Client', contact: 'x' }),
        processingCategories: lists('hosting'),
      },
    });
    expect(processor.cells.map(({ id, state }) => [id, state])).toEqual(
      ['a', 'b', 'c', 'd'].map((letter) => [`30(2)(${letter})`, 'filled']),
    );
  });

  it('never counts what is unknown or not stated as filled', () => {
    for (const [field, id] of [
      ['purposes', '30(1)(b)'],
      ['dataItems', '30(1)(c)'],
      ['recipients', '30(1)(d)'],
      ['transfers', '30(1)(e)'],
      ['retention', '30(1)(f)'],
      ['measures', '30(1)(g)'],
    ] as const) {
      const open = cellOf({ activity: { [field]: undefined } }, id)!;
      expect([open.state, open.missing, isAnswered(open)]).toEqual([
        'not-stated',
        [{ kind: 'activity', id: 'a', field, why: 'not-stated' }],
        false,
      ]);
      const asked = cellOf({ activity: { [field]: unknown } }, id)!;
      expect([asked.state, isAnswered(asked)]).toEqual(['unknown', false]);
    }
    expect(minimumOf({ activity: { role: undefined } }).role).toBeNull();
  });

  it('takes none for an answer where there may be none, and nowhere else', () => {
    expect(cellOf({ activity: { transfers: none } }, '30(1)(e)')).toMatchObject({ state: 'none-stated', missing: [] });
    expect(cellOf({ activity: { recipients: none } }, '30(1)(d)')).toMatchObject({ state: 'none-stated' });
    expect(
      cellOf({ activity: { measures: { ...notApplicable, reason: 'paper' } as AnyAnswer } }, '30(1)(g)'),
    ).toMatchObject({
      state: 'not-applicable',
      reasons: ['paper'],
    });
    for (const answer of [none, notApplicable])
      expect(cellOf({ activity: { purposes: answer } }, '30(1)(b)')).toMatchObject({
        state: 'not-stated',
        missing: [{ field: 'purposes', why: 'must-be-stated' }],
      });
  });

  it('looks into the records that it rests on, and says where something is missing', () => {
    expect(cellOf({ organisation: null }, '30(1)(a)')).toMatchObject({ state: 'not-stated' });
    expect(cellOf({ organisation: { ...organisation, dpo: undefined } }, '30(1)(a)')).toMatchObject({
      state: 'not-stated',
      missing: [{ kind: 'organisation', id: null, field: 'dpo', why: 'not-stated' }],
    });
    expect(cellOf({ others: { recipient: { name: says('Mailer') } } }, '30(1)(d)')).toMatchObject({
      state: 'not-stated',
      missing: [{ kind: 'recipient', id: 'recipient', field: 'kind', why: 'not-stated' }],
    });
    expect(
      cellOf(
        { others: { retention: { dataCategories: lists('contact'), criteria: says('as long as needed') } } },
        '30(1)(f)',
      ),
    ).toMatchObject({ state: 'filled' });
    const onlyDocument = { country: says('US'), mechanism: says('A49-2') };
    expect(cellOf({ others: { transfer: onlyDocument } }, '30(1)(e)')).toMatchObject({
      state: 'not-stated',
      missing: [{ field: 'safeguardDocument' }],
    });
  });

  it('does not go by a record that is gone, unreadable or retired', () => {
    for (const [recipient, why] of [
      [undefined, 'record-gone'],
      [{ unreadable: true }, 'record-unreadable'],
      [{ retired: others.recipient! }, 'record-retired'],
    ] as const)
      expect(cellOf({ others: { recipient: recipient as never } }, '30(1)(d)')).toMatchObject({
        state: 'unknown',
        missing: [{ kind: 'activity', field: 'recipients', why }],
      });
  });
});
