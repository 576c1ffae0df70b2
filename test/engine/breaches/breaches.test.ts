import SqliteDatabase from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { breachBody, type BreachBody } from '#shared/cases/breach.ts';
import type { BreachChange } from '#shared/contract/breaches.ts';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyRegister } from '#engine/journal/read-journal.ts';
import { breachCases } from '#engine/use-cases/breaches/breach-cases.ts';
import { dueBreaches } from '#engine/use-cases/breaches/due-breaches.ts';
import { follow, makeEngine } from '#test/support/make-engine.ts';
import { makeWorkspace } from '../workspace/support.ts';

const passphrase = 'correct horse battery staple';
/** Sixty invented customers; every fifth was born in 2012, one in ten has no date of birth. */
const customers = [
  'customer_id,email,country,date_of_birth,religion,total_spent',
  ...Array.from(
    { length: 60 },
    (_, at) =>
      `K-${1000 + at},p${at}@example.org,${at % 3 === 0 ? 'France' : 'Germany'},` +
      `${at % 10 === 1 ? '' : at % 5 === 0 ? '2012-03-04' : '1970-05-06'},${at % 2 === 0 ? 'Catholic' : 'Muslim'},${10 + at}.50`,
  ),
].join('\n');

const reported = breachBody.parse({
  ref: 'B-1',
  zone: 'Europe/Berlin',
  reportedAt: '2026-11-27T13:20:00.000Z',
  reportedBy: 'Ada',
  state: 'suspected',
  facts: { title: 'Laptop', awareAt: '2026-11-27T13:10:00.000Z' },
  scope: null,
  decision: null,
  notified: null,
  phases: [],
  told: null,
  closing: null,
});

async function acme(start = '2026-11-27T14:00:00.000Z') {
  let now = new Date(start);
  const made = makeEngine('in memory', { clock: () => now });
  onTestFinished(() => made.close());
  const { client, engine, path } = made;
  const grant = (name: string, use: 'read' | 'write' | 'workspace-create' | 'workspace-open'): string =>
    engine.grants.add(path(name), use).grantId;
  await client.workspaces.create({
    grantId: grant('Acme.custos', 'workspace-create'),
    operator: 'Ada',
    organisation: 'Acme GmbH',
    passphrase,
  });
  return {
    ...made,
    grant,
    folder: path('Acme.custos'),
    at: (iso: string) => void (now = new Date(iso)),
    change: (breach: string, change: BreachChange) => client.breaches.change({ breach, change }),
    entries: () => {
      const db = new SqliteDatabase(join(path('Acme.custos'), 'register.sqlite'), { readonly: true });
      const rows = db.prepare<[], { kind: string; payload: string }>('SELECT kind, payload FROM log').all();
      db.close();
      return rows.filter(({ kind }) => kind.startsWith('breach.'));
    },
    everything: () => {
      const db = new SqliteDatabase(join(path('Acme.custos'), 'register.sqlite'), { readonly: true });
      const bytes = db.serialize();
      db.close();
      return bytes.toString('latin1');
    },
  };
}

async function withCustomers() {
  const made = await acme();
  writeFileSync(made.path('customers.csv'), `${customers}\n`);
  const dataset = await follow(made.client.datasets.import({ grantId: made.grant('customers.csv', 'read') }));
  return { ...made, dataset };
}

const tellBoth: BreachChange = {
  kind: 'decide',
  decision: {
    risk: 'high',
    authority: { tell: true, reason: 'Religion of named people.' },
    people: { tell: true, ground: null, reason: 'Religion of named people.' },
  },
};

it('keeps a breach from awareness to its end, sealed, with a log that holds no word of it', async () => {
  const made = await withCustomers();
  const { client, change, at } = made;
  const { ref, dueAt } = await client.breaches.report({
    title: 'Laptop of Quirin stolen',
    awareAt: '2026-11-27T14:10:00+01:00',
    zone: 'Europe/Berlin',
    description: '',
  });
  expect([ref, dueAt]).toEqual(['B-1', '2026-11-30T13:10:00.000Z']);
  await follow(client.breaches.affected({ breach: ref, datasets: [made.dataset.id], releases: [] }));
  const shown = await client.breaches.get({ breach: ref });
  // Counted by hand in the file: 12 born in 2012 less those of 6 without a date, which end in 1.
  expect(shown.affected).toMatchObject({
    rows: 60,
    people: { least: 60, most: 60 },
    minors: { least: 12, most: 12 },
    unknownAge: 6,
    special: ['religion'],
    identifiers: 'plain',
    countries: [
      { country: 'Germany', rows: 40 },
      { country: 'France', rows: 20 },
    ],
  });
  await change(ref, { kind: 'facts', facts: { encrypted: 'yes', keyTaken: 'no', consequences: 'Discrimination.' } });
  expect((await client.breaches.get({ breach: ref })).protection.unintelligible).toBe('may-hold');
  await change(ref, { kind: 'state', state: 'halted' });
  await change(ref, tellBoth);
  at('2026-11-30T13:00:00.000Z');
  await change(ref, {
    kind: 'notified',
    at: '2026-11-30T12:50:00.000Z',
    authority: 'BfDI',
    reference: 'X-77',
    delayReason: '',
  });
  await change(ref, { kind: 'phase', content: 'The disk was found.' });
  await change(ref, { kind: 'told', at: '2026-11-30T12:55:00.000Z', channel: 'letter', people: 60 });
  const closing = {
    kind: 'close',
    rootCause: 'No lock.',
    effects: 'None seen.',
    remedy: 'Locks.',
    lessons: '',
  } as const;
  await change(ref, { ...closing });
  expect(await client.breaches.get({ breach: ref })).toMatchObject({ clock: { state: 'closed' }, next: [] });
  await expect(change(ref, { kind: 'phase', content: 'Later.' })).rejects.toThrow('B-1 is closed');
  await expect(change(ref, { kind: 'reopen', reason: ' ' })).rejects.toThrow('Say why');
  await change(ref, { kind: 'reopen', reason: 'Quirin saw a copy for sale.' });
  const again = await client.breaches.get({ breach: ref });
  expect(again).toMatchObject({ clock: { state: 'told' }, body: { state: 'halted', closing: null } });
  expect(again.body.reopenings).toMatchObject([
    { reason: 'Quirin saw a copy for sale.', closing: { effects: 'None seen.' } },
  ]);
  await expect(change(ref, { kind: 'reopen', reason: 'Again.' })).rejects.toThrow('B-1 is not closed');
  await change(ref, { ...closing });

  const entries = made.entries();
  expect(entries.map(({ kind }) => kind)).toEqual([
    'breach.reported',
    'breach.updated',
    'breach.updated',
    'breach.updated',
    'breach.decided',
    'breach.notified',
    'breach.phase',
    'breach.told',
    'breach.closed',
    'breach.reopened',
    'breach.closed',
  ]);
  expect(JSON.parse(entries[1]!.payload)).toMatchObject({ datasets: 1, releases: 0, people: 60, ref: 'B-1' });
  expect(JSON.stringify(entries)).not.toMatch(/Quirin|Religion|BfDI|X-77|disk|lock/i);
  expect(made.everything()).not.toMatch(/Quirin|X-77/);

  await client.breaches.delete({ breach: ref, why: 'kept-long-enough' });
  expect((await client.breaches.list({})).breaches).toEqual([]);
  await client.workspaces.close({});
  const verified = verifyRegister(made.folder, { profileDirectory: made.path('profile') });
  expect([verified.ok, verified.problems]).toEqual([true, []]);
});

it('counts a release by its lineage: at most its rows, its columns, and identifiers that a hash does not protect', async () => {
  const made = await withCustomers();
  const { client, grant, dataset } = made;
  const step = (op: string, settings: Record<string, unknown>) => ({
    op,
    version: 1,
    settings,
    reason: '',
    enabled: true,
  });
  const hash = { columns: ['email'], platform: 'meta', field: 'email', callingCode: '', profile: 1 };
  const written = await follow(
    client.releases.run({
      datasetId: dataset.id,
      recipe: {
        format: 'custos-recipe',
        formatVersion: 1,
        purpose: 'p1-find-segments',
        release: 'pseudonymised',
        referenceDate: '2026-11-27',
        target: { k: 1, suppression: 1 },
        steps: [
          step('platform-hash', hash),
          step('drop-columns', { columns: ['customer_id', 'religion', 'date_of_birth', 'total_spent'] }),
        ],
      },
      grantId: grant('audience.csv', 'write'),
    }),
  );
  const { ref } = await client.breaches.report({ title: 'Stick', awareAt: '2026-11-27T13:00:00Z', description: '' });
  const [release] = (await client.breaches.get({ breach: ref })).releases;
  expect(release).toMatchObject({ name: 'audience.csv' });
  expect(written.rowsOut).toBe(60);
  await follow(client.breaches.affected({ breach: ref, datasets: [], releases: [release!.id] }));
  await made.change(ref, { kind: 'facts', facts: { encrypted: 'no', keyTaken: 'no' } });
  const { affected, body, protection } = await client.breaches.get({ breach: ref });
  expect(body.scope!.parts[0]!.columns.map(({ name }) => name)).toEqual(['email', 'country']);
  expect(affected).toMatchObject({ rows: 60, people: { least: 0, most: 60 }, special: [], identifiers: 'unkeyed' });
  expect(protection).toEqual({ unintelligible: 'does-not-hold', because: 'hash-reversible' });
  await expect(
    follow(client.breaches.affected({ breach: ref, datasets: [], releases: ['nobody'] })),
  ).rejects.toMatchObject({ code: 'RELEASE_UNKNOWN' });
});

it('finds a sealed breach that was changed outside', async () => {
  const made = await acme();
  await made.client.breaches.report({ title: 'A', awareAt: '2026-11-27T13:00:00Z', description: '' });
  await made.client.workspaces.close({});
  const db = new SqliteDatabase(join(made.folder, 'register.sqlite'));
  db.exec(`UPDATE case_record SET body = replace(body, '"sealed":"', '"sealed":"AAAA')`);
  db.close();
  const { ok, problems } = verifyRegister(made.folder, { profileDirectory: made.path('profile') });
  expect(ok).toBe(false);
  expect(problems.map(({ detail }) => detail).join()).toContain('B-1');
  await made.client.workspaces.open({ grantId: made.grant('Acme.custos', 'workspace-open'), passphrase });
  const { breaches, unreadable } = await made.client.breaches.list({});
  expect([breaches, unreadable.length]).toEqual([[], 1]);
});

it('refuses moments that cannot be, each in a sentence', async () => {
  const made = await acme();
  const { client, change, at } = made;
  const report = (awareAt: string) => client.breaches.report({ title: 'A', awareAt, description: '' });
  await expect(report('2026-11-28T14:00:00Z')).rejects.toThrow('cannot have become known on 28 Nov 2026');
  await expect(
    client.breaches.report({ title: ' ', awareAt: '2026-11-27T13:00:00Z', description: '' }),
  ).rejects.toThrow('needs a name');
  await expect(
    client.breaches.report({ title: 'A', awareAt: '2026-11-27T13:00:00Z', description: '', zone: 'Middle/Earth' }),
  ).rejects.toThrow('no time zone');
  const { ref } = await report('2026-11-27T13:00:00Z');
  const facts = (stated: Extract<BreachChange, { kind: 'facts' }>['facts']) =>
    change(ref, { kind: 'facts', facts: stated });
  await expect(facts({ occurredFrom: '2026-11-27T13:30:00Z' })).rejects.toThrow('before it began');
  await expect(facts({ occurredFrom: '2026-11-26T13:30:00Z', occurredTo: '2026-11-26T13:00:00Z' })).rejects.toThrow(
    'cannot have ended',
  );
  await expect(facts({ occurredTo: '2027-01-01T00:00:00Z' })).rejects.toThrow('Leave it out while it goes on');
  await expect(facts({ severity: 9 })).rejects.toThrow('field “severity”');
  await expect(change(ref, { kind: 'state', state: 'mitigated' })).rejects.toThrow(
    'cannot become “over and mitigated”',
  );
  at('2026-11-27T12:00:00.000Z');
  await expect(facts({ description: 'x' })).rejects.toThrow('Put the clock right');
  expect(made.entries()).toHaveLength(1);
});

it('wants reasons: for not telling, for being late, for what the law lets nobody leave out', async () => {
  const made = await acme();
  const { client, change, at } = made;
  const { ref } = await client.breaches.report({ title: 'A', awareAt: '2026-11-27T13:00:00Z', description: '' });
  const told = (iso: string, delayReason = ''): BreachChange => ({
    kind: 'notified',
    at: iso,
    authority: 'CNIL',
    reference: '',
    delayReason,
  });
  at('2026-12-01T13:00:00.000Z');
  await expect(change(ref, told('2026-12-01T12:00:00Z'))).rejects.toThrow('Decide first');
  const no = { tell: false, reason: 'Nobody could read it.' };
  const decide = (
    risk: 'none' | 'risk' | 'high',
    authority: typeof no,
    ground: 'no-high-risk' | '34-3-a' | null,
    tell = false,
  ) => change(ref, { kind: 'decide', decision: { risk, authority, people: { tell, ground, reason: 'Sealed.' } } });
  await expect(decide('risk', no, 'no-high-risk')).rejects.toThrow('Art. 33(1)');
  const yes = { tell: true, reason: 'A risk.' };
  await expect(decide('high', yes, 'no-high-risk')).rejects.toThrow('Name the ground');
  await expect(decide('risk', yes, null)).rejects.toThrow('why the people are not told');
  await expect(decide('high', yes, '34-3-a', true)).rejects.toThrow('leave out the ground');
  await decide('high', yes, '34-3-a');
  expect((await client.breaches.get({ breach: ref })).clock.state).toBe('late');
  await expect(change(ref, told('2026-12-01T12:00:00Z'))).rejects.toThrow('more than 72 hours');
  await expect(change(ref, told('2026-11-26T12:00:00Z'))).rejects.toThrow('before you became aware');
  await change(ref, told('2026-12-01T12:00:00Z', 'Found only on Monday who is affected.'));
  expect(JSON.parse(made.entries().at(-1)!.payload)).toMatchObject({ late: true });
});

it('is due by the hour until the authority is told, then until the people are, and never after closing', async () => {
  const { workspace } = await makeWorkspace();
  onTestFinished(() => workspace.close());
  const due = (change: Partial<BreachBody>) => {
    const body = { ...reported, ...change };
    workspace.transaction(() => breachCases(workspace).save('b1', body));
    return dueBreaches(workspace).map(({ id, at }) => [id, at]);
  };
  const [at, by] = ['2026-11-28T08:00:00.000Z', 'Ada'];
  expect(due({})).toEqual([['breach-b1', '2026-11-30T13:10:00.000Z']]);
  const told = { tell: true, reason: 'A risk.' };
  const untold = { tell: false, reason: 'An empty disk.' };
  const decision = { at, by, risk: 'high' as const, authority: told, people: { ...told, ground: null } };
  const people = ['breach-b1-people', at];
  expect(due({ decision })).toEqual([['breach-b1', '2026-11-30T13:10:00.000Z'], people]);
  const notified = { at, by, authority: 'BfDI', reference: '', delayReason: '' };
  expect(due({ decision, notified })).toEqual([people]);
  expect(due({ decision, notified, told: { at, by, channel: 'letter', people: 3 } })).toEqual([]);
  const none = {
    ...decision,
    risk: 'none' as const,
    authority: untold,
    people: { ...untold, ground: 'no-high-risk' as const },
  };
  expect(due({ decision: none })).toEqual([]);
  expect(due({ closing: { at, by, rootCause: '', effects: 'None.', remedy: 'None.', lessons: '' } })).toEqual([]);
});

it('lists the clock that ends first before the others', async () => {
  const { client, change } = await acme();
  await client.breaches.report({ title: 'A', awareAt: '2026-11-27T13:00:00Z', description: '' });
  await client.breaches.report({ title: 'B', awareAt: '2026-11-27T12:00:00Z', description: '' });
  const refs = async () => (await client.breaches.list({})).breaches.map(({ ref }) => ref);
  expect(await refs()).toEqual(['B-2', 'B-1']);
  const no = { tell: false, reason: 'An empty disk.' };
  await change('b-2', {
    kind: 'decide',
    decision: { risk: 'none', authority: no, people: { ...no, ground: 'no-high-risk' } },
  });
  expect(await refs()).toEqual(['B-1', 'B-2']);
});

it('fills more than half of the EDPB’s fields from what the workspace knows, and says which list it follows', async () => {
  const made = await withCustomers();
  const { client, grant, path } = made;
  await client.records.setFields({
    kind: 'organisation',
    id: null,
    fields: {
      name: 'Acme GmbH',
      address: 'Hauptstr. 1, Bonn',
      email: 'info@acme.example',
      phone: '+49 228 1',
      role: 'controller',
      jointControllers: { state: 'none' },
      dpo: [{ name: 'Dana Officer', email: 'dpo@acme.example', phone: '+49 228 2' }],
      leadAuthority: [{ name: 'LDI NRW', country: 'DE' }],
    },
  });
  const { ref } = await client.breaches.report({
    title: 'Laptop',
    awareAt: '2026-11-27T13:00:00Z',
    description: 'Stolen from a car.',
  });
  await follow(client.breaches.affected({ breach: ref, datasets: [made.dataset.id], releases: [] }));
  const { forms } = await client.breaches.get({ breach: ref });
  const edpb = forms.find(({ id }) => id === 'edpb')!;

  await client.breaches.export({ breach: ref, what: 'edpb', grantId: grant('draft.html', 'write') });
  const html = readFileSync(path('draft.html'), 'utf8').replace(/<[^>]+>/g, ' ');
  // Counted on the page: a field is a label with what is said of it, and an open one says who is to state it.
  const labels = readFileSync(path('draft.html'), 'utf8').match(/<dt\b/g) ?? [];
  const open = html.match(/Open: to be stated/g) ?? [];
  expect([labels.length, labels.length - open.length]).toEqual([edpb.fields, edpb.filled]);
  expect(open.length * 2).toBeLessThanOrEqual(labels.length);
  expect(html).toContain('DRAFT');
  expect(html).toContain('A version for consultation adopted on 2026-06-10');
  expect(html).toContain('its 125 questions were not read one by one');
  expect(html).toContain(`${edpb.filled} of ${edpb.fields} fields are filled`);
  for (const said of ['Dana Officer', '60 people', '12 under age, 6 of unknown age', 'Religion'])
    expect(html).toContain(said);
  await client.breaches.export({ breach: ref, what: 'cnil', grantId: grant('draft.json', 'write') });
  const json = JSON.parse(readFileSync(path('draft.json'), 'utf8')) as {
    draft: boolean;
    form: { id: string };
    filled: number;
  };
  expect([json.draft, json.form.id, json.filled > 10]).toEqual([true, 'cnil', true]);
  await client.breaches.export({ breach: ref, what: 'ico', grantId: grant('draft.pdf', 'write') });
  expect(readFileSync(path('draft.pdf')).subarray(0, 5).toString()).toBe('%PDF-');

  await client.breaches.export({ breach: ref, what: 'letter', grantId: grant('letter.html', 'write') });
  const letter = readFileSync(path('letter.html'), 'utf8').replace(/<[^>]+>/g, '');
  expect(letter).toContain('Stolen from a car.');
  expect(letter).toContain('Dana Officer, dpo@acme.example, +49 228 2');
  expect(letter).toContain('[to be written: what may follow for the people]');
  await expect(
    client.breaches.export({ breach: ref, what: 'letter', grantId: grant('letter.json', 'write') }),
  ).rejects.toThrow('.html or .pdf');
  await client.breaches.export({ breach: null, what: 'register', grantId: grant('register.html', 'write') });
  expect(readFileSync(path('register.html'), 'utf8').replace(/<[^>]+>/g, '')).toContain('B-1 Laptop');
  expect(made.entries().filter(({ kind }) => kind === 'breach.exported')).toHaveLength(5);
});

it('lies in the evidence pack for an authority, those that nobody was told of with the reason, and in no other pack', async () => {
  const made = await acme();
  const { client, grant, path } = made;
  const { ref } = await client.breaches.report({ title: 'Stick', awareAt: '2026-11-27T13:00:00Z', description: '' });
  const no = { tell: false, reason: 'The stick was empty.' };
  const decision = { risk: 'none' as const, authority: no, people: { ...no, ground: 'no-high-risk' as const } };
  await made.change(ref, { kind: 'decide', decision });
  const partsOf = async (profile: 'authority' | 'auditor' | 'public') => {
    await follow(client.evidence.export({ grantId: grant(`${profile}.zip`, 'write'), profile }));
    const zip = await readZip(path(`${profile}.zip`), 'pack');
    const paths = zip.paths.filter((one) => one.startsWith('11_'));
    const page = await zip.read('11_breaches/breaches.html');
    zip.close();
    return [paths, (page?.toString() ?? '').replace(/<[^>]+>/g, '')] as const;
  };
  const [paths, page] = await partsOf('authority');
  expect(paths).toEqual(['11_breaches/breaches.html', '11_breaches/breaches.json']);
  expect(page).toContain('B-1 Stick');
  expect(page).toContain('not told: The stick was empty.');
  for (const profile of ['auditor', 'public'] as const) expect((await partsOf(profile))[0]).toEqual([]);
});
