import { readFileSync, writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { RegisterFormat } from '#shared/contract/register-files.ts';
import { follow } from '#test/support/make-engine.ts';
import { engineWithRecords, lists, says } from '../records/support.ts';

type Made = Awaited<ReturnType<typeof engineWithRecords>>;

const write = (made: Made, name: string, format: RegisterFormat) =>
  follow(
    made.client.registerFiles.export({ grantId: made.engine.grants.add(made.path(name), 'write').grantId, format }),
  );
const take = (made: Made, name: string) =>
  follow(made.client.registerFiles.import({ grantId: made.engine.grants.add(made.path(name), 'read').grantId }));
const titles = async (made: Made): Promise<string[]> =>
  (await made.client.records.list({})).map(({ kind, title }) => `${kind} ${title}`).toSorted();

/** A register as a small firm keeps it: a title, merged cells, two sheets, one of them without a table. */
async function foreignWorkbook(path: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Register');
  sheet.addRow(['Our processing']);
  sheet.addRow(['Department', 'Processing activity', 'Purpose of processing', 'Data subjects', 'Recipients', 'Mood']);
  sheet.addRow(['HR', 'Payroll', 'Pay staff', 'Employees', 'Host Ltd (processor)', 'calm']);
  sheet.addRow([null, 'Hiring', '=1+1', 'Applicants', 'Host Ltd', null]);
  sheet.mergeCells('A3:A4');
  book.addWorksheet('Notes').addRow(['Remember to ask Kim']);
  await book.xlsx.writeFile(path);
}

describe('a register that was kept elsewhere', () => {
  it('becomes drafts, all of them, with a report of what had no place and an entry of the log', async () => {
    const made = await engineWithRecords();
    await foreignWorkbook(made.path('old.xlsx'));
    const done = await take(made, 'old.xlsx');
    expect(done.drafted.map(({ kind, title }) => `${kind} ${title}`).toSorted()).toEqual([
      'activity Hiring',
      'activity Payroll',
      'purpose =1+1',
      'purpose Pay staff',
      'recipient Host Ltd',
    ]);
    expect(done.rows.flatMap(({ row, notMapped }) => notMapped.map(({ column, text }) => [row, column, text]))).toEqual(
      [[3, 'Mood', 'calm']],
    );
    expect(done.passedOver).toEqual([{ sheet: 'Notes', rows: 1 }]);
    const listed = await made.client.records.list({});
    expect(new Set(listed.map(({ state }) => state))).toEqual(new Set(['draft']));
    const { entries } = await made.client.register.list({ kind: 'register.imported' });
    expect(entries[0]?.payload).toMatchObject({
      fileName: 'old.xlsx',
      sha256: done.sha256,
      activities: 2,
      notMapped: 1,
    });
    expect(JSON.stringify(entries)).not.toContain('Payroll');
  });

  it('taken twice refers to the recipients that are there, and doubles none', async () => {
    const made = await engineWithRecords();
    await foreignWorkbook(made.path('old.xlsx'));
    await take(made, 'old.xlsx');
    const again = await take(made, 'old.xlsx');
    expect(again.known.map(({ title }) => title)).toContain('Host Ltd');
    expect((await titles(made)).filter((title) => title === 'recipient Host Ltd')).toHaveLength(1);
  });

  it.each([
    ['wrong.csv', 'Date,Amount\n2026-01-01,3\n', 'has the headings of none of the layouts'],
    ['page.html', '<html></html>', 'is not read as a register'],
    ['other.json', '{"a":1}', 'is JSON and no register that Custos wrote'],
    ['broken.json', '{"a":', 'is no JSON'],
    ['later.json', '{"format":"custos-register","version":9}', 'of another version of Custos'],
    ['ctx.jsonld', '{"@context":"https://example.invalid/c","@graph":[]}', 'https://example.invalid/c'],
  ])('%s is refused with one sentence, and nothing is drafted', async (name, content, said) => {
    const made = await engineWithRecords();
    writeFileSync(made.path(name), content);
    await expect(take(made, name)).rejects.toThrow(said);
    expect(await titles(made)).toEqual([]);
  });
});

describe('a code of a country', () => {
  const recipient = { kind: 'recipient', id: null, body: { name: says('Host Ltd'), country: says('GB') } } as const;

  it.each([
    ['json', 'out.json', '"GB"', '"SU"'],
    ['jsonld', 'out.jsonld', 'loc:GB', 'loc:SU'],
  ] as const)('that was withdrawn is left out of what %s says, and told', async (format, name, known, withdrawn) => {
    const one = await engineWithRecords();
    const { id } = await one.client.records.saveDraft(recipient);
    const activity = { name: says('Hosting'), recipients: lists(id) };
    await one.client.records.saveDraft({ kind: 'activity', id: null, body: activity });
    await write(one, name, format);
    const other = await engineWithRecords();
    const content = readFileSync(one.path(name), 'utf8');
    expect(content).toContain(known);
    writeFileSync(other.path(name), content.replaceAll(known, withdrawn));
    const done = await take(other, name);
    expect(done.notValid).toMatchObject([{ kind: 'recipient', title: 'Host Ltd', field: 'country' }]);
    expect(await titles(other)).toContain('recipient Host Ltd');
  });

  it('that was withdrawn is refused in the form, with a sentence', async () => {
    const { client } = await engineWithRecords();
    const body = { ...recipient.body, country: says('SU') };
    await expect(client.records.saveDraft({ ...recipient, body })).rejects.toMatchObject({
      code: 'RECORD_INVALID',
      data: { detail: expect.stringContaining('names “SU”, which is no country') },
    });
  });
});

describe('the register as a file', () => {
  it.each([
    ['cnil', 'out.xlsx'],
    ['ico', 'out.xlsx'],
    ['dpc', 'out.xlsx'],
    ['ico', 'out.csv'],
    ['json', 'out.json'],
    ['jsonld', 'out.jsonld'],
  ] as const)('%s in %s goes into another workspace again', async (format, name) => {
    const one = await engineWithRecords();
    await foreignWorkbook(one.path('old.xlsx'));
    await take(one, 'old.xlsx');
    const out = await write(one, name, format);
    expect(out).toMatchObject({ fileName: name, activities: 2, drafts: 5 });
    const other = await engineWithRecords();
    writeFileSync(other.path(name), readFileSync(one.path(name)));
    await take(other, name);
    expect(await titles(other)).toEqual(await titles(one));
  });

  it('runs no cell: what looks like a formula is text in the workbook', async () => {
    const made = await engineWithRecords();
    await foreignWorkbook(made.path('old.xlsx'));
    await take(made, 'old.xlsx');
    await write(made, 'out.xlsx', 'dpc');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(made.path('out.xlsx'));
    const values = book.worksheets.flatMap((sheet) => {
      const found: unknown[] = [];
      sheet.eachRow((row) => row.eachCell((cell) => found.push(cell.value)));
      return found;
    });
    expect(values).toContain("'=1+1");
    expect(values.every((value) => typeof value === 'string')).toBe(true);
  });

  it('as a page and as PDF is written, and said in the log with its hash', async () => {
    const made = await engineWithRecords();
    await foreignWorkbook(made.path('old.xlsx'));
    await take(made, 'old.xlsx');
    const page = await write(made, 'out.html', 'html');
    await write(made, 'out.pdf', 'pdf');
    expect(readFileSync(made.path('out.html'), 'utf8')).toContain('DRAFT');
    expect(readFileSync(made.path('out.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    const { entries } = await made.client.register.list({ kind: 'register.exported' });
    expect(entries.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([expect.objectContaining({ sha256: page.sha256, format: 'html', drafts: 5 })]),
    );
    expect(await made.client.register.verify({})).toMatchObject({ ok: true });
  });

  it('calls a dataset by its name on a page, also after it was deleted', async () => {
    const made = await engineWithRecords();
    writeFileSync(made.path('people.csv'), 'email,city\nkim@example.org,Bonn\nlee@example.org,Ulm\n');
    const { client, engine } = made;
    const grantId = engine.grants.add(made.path('people.csv'), 'read').grantId;
    const { id } = await follow(client.datasets.import({ grantId }));
    const item = { category: 'contact' as const, dataset: id };
    const body = { name: says('Payroll'), datasets: lists(id), dataItems: lists(item) };
    await client.records.saveDraft({ kind: 'activity', id: null, body });
    for (const isThere of [true, false]) {
      if (!isThere) await client.datasets.delete({ datasetId: id, reason: 'no longer needed' });
      await write(made, 'out.html', 'html');
      const page = readFileSync(made.path('out.html'), 'utf8');
      expect(page).toContain('<bdi class="lines">people</bdi>');
      expect(page).not.toContain(id);
    }
  });
});
