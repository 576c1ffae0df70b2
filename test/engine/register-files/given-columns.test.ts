import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { GivenColumn } from '#shared/domain/import-field.ts';
import { follow } from '#test/support/make-engine.ts';
import { engineWithRecords } from '../records/support.ts';

type Made = Awaited<ReturnType<typeof engineWithRecords>>;
const file = 'own.csv';
const rows = [
  'Was tun wir,Wofür,Wen betrifft es,Wer sieht es,Wer noch,Laune',
  'Lohnabrechnung,Löhne zahlen,Mitarbeiter,Steuerbüro Nord,Bank Süd,heiter',
  'Empfang,Gäste anmelden,Besucher,,,',
];
const columns: GivenColumn[] = [
  { heading: 'Was tun wir', field: 'name' },
  { heading: 'wofür', field: 'purposes' },
  { heading: 'Wen betrifft es', field: 'dataSubjects' },
  { heading: 'Wer sieht es', field: 'recipients' },
  { heading: 'Wer noch', field: 'recipients' },
];

const take = (made: Made, given: GivenColumn[]) =>
  follow(
    made.client.registerFiles.import({
      grantId: made.engine.grants.add(made.path(file), 'read').grantId,
      columns: given,
    }),
  );
const made = async (lines = rows): Promise<Made> => {
  const engine = await engineWithRecords();
  writeFileSync(engine.path(file), `${lines.join('\n')}\n`);
  return engine;
};

describe('a register with headings of its own', () => {
  it('is refused with the headings that it has and those that are looked for', async () => {
    const refused = take(await made(), []);
    await expect(refused).rejects.toMatchObject({ code: 'FORMAT_UNKNOWN' });
    await expect(refused).rejects.toThrow(/Seen in it: “Was tun wir”, “Wofür”, .*looked for: .*“Processing activity”/);
  });

  it('quotes no value of people where a file without headings is refused', async () => {
    const engine = await made(['kim@example.org,2026-01-03,+49 30 123456', 'lee@example.org,2026-01-04,+49 30 123457']);
    const said = await take(engine, []).catch((error: Error) => error.message);
    expect(said).toContain('No headings were found in it');
    expect(said).not.toMatch(/example\.org|123456|2026-01/);
  });

  it('is taken in where a person says what its columns hold; two may go into one field', async () => {
    const engine = await made();
    const done = await take(engine, columns);
    expect(done.drafted.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
      'activity Empfang',
      'activity Lohnabrechnung',
      'purpose Gäste anmelden',
      'purpose Löhne zahlen',
      'recipient Bank Süd',
      'recipient Steuerbüro Nord',
    ]);
    expect(done.columns.map(({ heading, field, why, texts }) => [heading, field, why, texts])).toEqual([
      ['Was tun wir', 'name', null, 2],
      ['Wofür', 'purposes', null, 2],
      ['Wen betrifft es', 'dataSubjects', null, 2],
      ['Wer sieht es', 'recipients', null, 1],
      ['Wer noch', 'recipients', null, 1],
      ['Laune', null, 'no-column', 1],
    ]);
  });

  it.each([
    [[{ heading: 'Wer', field: 'name' }], /has no heading “Wer”. It has “Was tun wir”/],
    [
      [
        { heading: 'Was tun wir', field: 'name' },
        { heading: 'Wofür', field: 'name' },
      ],
      /Two columns were said to hold “name”/,
    ],
  ] as [GivenColumn[], RegExp][])('is refused where the columns named do not fit: %j', async (given, said) => {
    const engine = await made();
    await expect(take(engine, given)).rejects.toThrow(said);
    expect(await engine.client.records.list({})).toEqual([]);
  });
});

it('what a person says of a known heading goes before what the layout says', async () => {
  const engine = await made(['Processing activity,Purpose of processing,Recipients', 'Bank Ltd,Pay staff,Payroll']);
  const done = await take(engine, [
    { heading: 'Recipients', field: 'name' },
    { heading: 'Processing activity', field: 'recipients' },
  ]);
  expect(done.drafted.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
    'activity Payroll',
    'purpose Pay staff',
    'recipient Bank Ltd',
  ]);
});
