import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OnImportingAgain } from '#shared/contract/register-files.ts';
import { follow } from '#test/support/make-engine.ts';
import { approved, engineWithRecords, expectVerified, lists, says } from '../records/support.ts';

type Made = Awaited<ReturnType<typeof engineWithRecords>>;
const file = 'register.csv';
const heads = ['Reference', 'Processing activity', 'Purpose of processing', 'Categories of individuals', 'Recipients'];

const keep = (made: Made, ...rows: string[][]): void =>
  writeFileSync(
    made.path(file),
    `${[heads, ...rows].map((row) => row.map((one) => `"${one}"`).join(',')).join('\n')}\n`,
  );
const take = (made: Made, again: OnImportingAgain = 'skip', more: { preview?: boolean; sha256?: string } = {}) =>
  follow(
    made.client.registerFiles.import({
      grantId: made.engine.grants.add(made.path(file), 'read').grantId,
      again,
      preview: false,
      ...more,
    }),
  );
const activities = async ({ client }: Made): Promise<string[]> =>
  (await client.records.list({ kind: 'activity' })).map(({ ref, title }) => `${ref} ${title}`);
const did = ({ again }: Awaited<ReturnType<typeof take>>): string[] =>
  again.filter(({ kind }) => kind === 'activity').map((one) => `${one.ref} ${one.did} by ${one.by}`);
const idOf = async ({ client }: Made, ref: string): Promise<string> =>
  (await client.records.list({})).find((one) => one.ref === ref)!.id;
const draftOf = async (made: Made, ref: string) =>
  (await made.client.records.get({ kind: 'activity', id: await idOf(made, ref) })).draft as unknown as {
    body: Record<string, { value?: unknown; items?: { value: unknown }[] }>;
  } | null;

const payroll = ['HR-1', 'Payroll', 'Pay staff', 'Employees', 'Host Ltd'];
const hiring = ['HR-2', 'Hiring', 'Find staff', 'Applicants', 'Agency Ltd'];

describe('a register that comes again', () => {
  it('doubles nothing by itself: every activity is known and left as it is', async () => {
    const made = await engineWithRecords();
    keep(made, payroll, hiring);
    await take(made);
    const again = await take(made);
    expect(await activities(made)).toEqual(['PA-001 Payroll', 'PA-002 Hiring']);
    expect(did(again)).toEqual(['PA-001 same by source', 'PA-002 same by source']);
    expect(again.drafted).toEqual([]);
    await expectVerified(made);
  });

  it('takes a number with another name for another activity, and says whose number it is', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    keep(made, ['HR-1', 'Wages', 'Pay staff', 'Employees', 'Host Ltd'], hiring);
    const done = await take(made, 'update');
    expect(did(done)).toEqual([]);
    expect(done.rows.map(({ became }) => became?.alike)).toEqual([
      [{ ref: 'PA-001', title: 'Payroll', by: 'number' }],
      [],
    ]);
    expect(await activities(made)).toEqual(['PA-001 Payroll', 'PA-002 Wages', 'PA-003 Hiring']);
    await expectVerified(made);
  });

  it('keeps the registers of two departments apart that both count from 1, whatever is asked for', async () => {
    const made = await engineWithRecords();
    keep(made, ['1', 'Payroll', 'Pay staff', 'Employees', 'Host Ltd']);
    await take(made);
    const marketing = [
      ['1', 'Newsletter', 'Tell of offers', 'Customers', 'Mail Ltd'],
      ['2', 'Payroll', 'Pay agencies', 'Suppliers', ''],
    ];
    for (const again of ['skip', 'update'] as const) {
      keep(made, ...marketing);
      await take(made, again);
      expect(await activities(made)).toEqual(['PA-001 Payroll', 'PA-002 Newsletter', 'PA-003 Payroll']);
    }
    expect((await draftOf(made, 'PA-001'))?.body).toMatchObject({ dataSubjects: { items: [{ value: 'employees' }] } });
    keep(made, ['1', 'Payroll', 'Pay staff', 'Employees', 'Host Ltd']);
    expect(did(await take(made, 'update'))).toEqual(['PA-001 same by source']);
  });

  it('names the activity of the same name where only the number is another', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    keep(made, ['HR-7', 'Payroll', 'Pay staff', 'Employees', 'Host Ltd']);
    const [row] = (await take(made, 'skip', { preview: true })).rows;
    expect(row?.became).toEqual({
      ref: '',
      did: 'drafted',
      alike: [{ ref: 'PA-001', title: 'Payroll', by: 'name' }],
    });
  });

  it('tells one number apart within a file, where its rows bear two names', async () => {
    const made = await engineWithRecords();
    keep(made, ['1', 'Payroll', 'Pay staff', 'Employees', ''], ['1', 'Newsletter', 'Tell of offers', 'Customers', '']);
    await take(made);
    expect(await activities(made)).toEqual(['PA-001 Payroll', 'PA-002 Newsletter']);
  });

  it('tells units apart that number and name alike', async () => {
    const made = await engineWithRecords();
    const unit = (name: string) =>
      writeFileSync(
        made.path(file),
        `Business function,${heads.join(',')}\n${name},1,Newsletter,Tell of offers,Customers,\n`,
      );
    for (const name of ['HR', 'Marketing', 'HR', 'Marketing']) {
      unit(name);
      await take(made, 'update');
    }
    expect(await activities(made)).toEqual(['PA-001 Newsletter', 'PA-002 Newsletter']);
  });

  it('drafts no recipient that only an activity which stays would name', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    keep(made, ['HR-1', 'Payroll', 'Pay staff', 'Employees', 'Bureau Ltd']);
    expect((await take(made)).drafted).toEqual([]);
    expect((await made.client.records.list({ kind: 'recipient' })).map(({ title }) => title)).toEqual(['Host Ltd']);
  });

  it('drafts once more where that is asked for', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    expect(did(await take(made, 'new'))).toEqual(['PA-002 new by source']);
    expect(await activities(made)).toEqual(['PA-001 Payroll', 'PA-002 Payroll']);
    expect((await made.client.records.list({ kind: 'recipient' })).map(({ title }) => title)).toEqual(['Host Ltd']);
  });

  it('brings an approved activity up to date in a draft; the approved version stays', async () => {
    const made = await engineWithRecords();
    const body = {
      name: says('Payroll'),
      role: says('controller' as const),
      dataSubjects: lists('employees' as const),
    };
    const { id } = await approved(made.client, 'activity', body);
    keep(made, ['', 'Payroll', 'Pay staff', 'Employees and applicants', '']);
    expect(did(await take(made, 'update'))).toEqual(['PA-001 updated by name']);
    const { version, draft } = await made.client.records.get({ kind: 'activity', id });
    expect(version).toMatchObject({ state: 'approved', body: { dataSubjects: { items: [{ value: 'employees' }] } } });
    expect(draft).toMatchObject({
      body: { dataSubjects: { items: [{ id: 'i1', value: 'employees' }, { value: 'applicants' }] } },
    });
    await expectVerified(made);
  });

  it('never writes over what somebody wrote in the draft, and says so', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    const { client } = made;
    const id = await idOf(made, 'PA-001');
    await client.records.setFields({ kind: 'activity', id, fields: { name: 'Pay and pensions' } });
    keep(made, ['HR-1', 'Payroll', 'Pay staff', 'Applicants', 'Host Ltd']);
    const done = await take(made, 'update');
    expect(done.again).toEqual([
      expect.objectContaining({ ref: 'PA-001', did: 'updated', by: 'source', kept: ['name'] }),
    ]);
    expect((await draftOf(made, 'PA-001'))?.body).toMatchObject({
      name: { value: 'Pay and pensions' },
      dataSubjects: { items: [{ value: 'applicants' }] },
    });
  });

  it('takes a retired recipient for the one it names', async () => {
    const made = await engineWithRecords();
    const { id } = await approved(made.client, 'recipient', {
      name: says('Host Ltd'),
      kind: says('processor' as const),
    });
    await made.client.records.retire({ kind: 'recipient', id, reason: 'contract over' });
    keep(made, payroll);
    expect((await take(made)).known.map(({ title }) => title)).toEqual(['Host Ltd']);
    expect(await made.client.records.list({ kind: 'recipient' })).toHaveLength(1);
  });

  it('is known by the ids of our own JSON and JSON-LD, whatever it is called by now', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    for (const [format, name] of [
      ['json', 'out.json'],
      ['jsonld', 'out.jsonld'],
    ] as const) {
      const grantId = made.engine.grants.add(made.path(name), 'write').grantId;
      await follow(made.client.registerFiles.export({ grantId, format }));
      writeFileSync(made.path(file), readFileSync(made.path(name), 'utf8').replaceAll('Payroll', 'Wages'));
      expect(did(await take(made)), format).toEqual(['PA-001 left by id']);
      // In another workspace it is known by the same ids from the second time on.
      const other = await engineWithRecords();
      writeFileSync(other.path(file), readFileSync(made.path(file)));
      await take(other);
      expect(did(await take(other)), format).toEqual(['PA-001 same by source']);
    }
  });
});

it('a node of somebody else’s linked data is known by name, too, and not by what its file calls it alone', async () => {
  const made = await engineWithRecords();
  keep(made, payroll);
  await take(made);
  const grantId = made.engine.grants.add(made.path('out.jsonld'), 'write').grantId;
  await follow(made.client.registerFiles.export({ grantId, format: 'jsonld' }));
  const foreign = readFileSync(made.path('out.jsonld'), 'utf8').replaceAll(
    /urn:custos:(\w+):[^"]+/g,
    'https://else.example/$1',
  );
  const other = await engineWithRecords();
  for (const name of ['Payroll', 'Newsletter', 'Payroll']) {
    writeFileSync(other.path(file), foreign.replaceAll('Payroll', name));
    await take(other, 'update');
  }
  expect(await activities(other)).toEqual(['PA-001 Payroll', 'PA-002 Newsletter']);
});

describe('a look at what would be taken in', () => {
  it('writes nothing, says of each row what it becomes, and holds the file to what was seen', async () => {
    const made = await engineWithRecords();
    keep(made, payroll);
    await take(made);
    keep(made, payroll, hiring);
    const before = (await made.client.register.list({})).total;
    const seen = await take(made, 'skip', { preview: true });
    expect(seen.rows.map(({ row, became }) => [row, became])).toEqual([
      [2, { ref: 'PA-001', did: 'same', alike: [] }],
      [3, { ref: '', did: 'drafted', alike: [] }],
    ]);
    expect(await activities(made)).toEqual(['PA-001 Payroll']);
    expect((await made.client.register.list({})).total).toBe(before);
    keep(made, payroll, ['HR-2', 'Hiring', 'Find nobody', 'Applicants', '']);
    await expect(take(made, 'skip', { sha256: seen.sha256 })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('was changed meanwhile'),
    });
  });
});

describe('a register written as of a day', () => {
  const write = (made: Made, asOf: string) =>
    follow(
      made.client.registerFiles.export({
        grantId: made.engine.grants.add(made.path('out.json'), 'write').grantId,
        format: 'json',
        asOf,
      }),
    );

  it('names no day that is still to come, and none before there was a register', async () => {
    const made = await engineWithRecords();
    await expect(write(made, '2999-01-01')).rejects.toThrow('2999-01-01 is still to come');
    await expect(write(made, '2001-01-01')).rejects.toThrow('There was no register on 2001-01-01');
    const today = new Date().toISOString().slice(0, 10);
    expect(await write(made, today)).toMatchObject({ activities: 0 });
  });

  it('of approved records alone has no draft in it', async () => {
    const made = await engineWithRecords();
    await approved(made.client, 'recipient', { name: says('Host Ltd') });
    keep(made, payroll);
    await take(made);
    const grantId = made.engine.grants.add(made.path('out.json'), 'write').grantId;
    const done = await follow(made.client.registerFiles.export({ grantId, format: 'json', approvedOnly: true }));
    expect(done).toMatchObject({ activities: 0, drafts: 0 });
    expect(readFileSync(made.path('out.json'), 'utf8')).not.toContain('Payroll');
  });
});

it('pages that are being laid out can be cancelled, and the file that was there stays', async () => {
  const made = await engineWithRecords();
  keep(made, ...Array.from({ length: 60 }, (_, at) => [`R-${at}`, `Activity ${at}`, 'Pay staff', 'Employees', '']));
  await take(made);
  writeFileSync(made.path('out.pdf'), 'before');
  const grantId = made.engine.grants.add(made.path('out.pdf'), 'write').grantId;
  const seen: string[] = [];
  let jobId = '';
  for await (const event of await made.client.registerFiles.export({ grantId, format: 'pdf' })) {
    seen.push(event.type === 'progress' ? event.phase : event.type);
    if (event.type === 'started') ({ jobId } = event);
    if (event.type === 'progress' && event.phase === 'laying out pages') void made.client.jobs.cancel({ jobId });
  }
  expect(seen.at(-1)).toBe('cancelled');
  expect(readFileSync(made.path('out.pdf'), 'utf8')).toBe('before');
});
