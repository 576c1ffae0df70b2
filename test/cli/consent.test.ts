import { readFileSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
/** The day so many days before today, or after it. */
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE');

/** Invented people. */
const header = ['customer_id', 'email', 'city', 'total_spent', 'date_of_birth'];
const people = [
  ['K-1001', 'ada@example.com', 'Ghent', '120.50', '1980-02-03'],
  ['K-1002', 'bo@example.com', 'Ghent', '80.10', '1975-07-09'],
  ['K-1003', 'cy@example.com', 'Bonn', '40.20', '1985-01-01'],
  ['K-1004', 'di@example.com', 'Bonn', '300.00', '1990-12-30'],
  ['K-1005', 'ed@example.com', 'Bonn', '12.00', '1969-05-05'],
  ['K-1006', 'fay@example.com', 'Ghent', '55.00', '1971-03-04'],
  ['K-1007', 'gus@example.com', 'Ghent', '65.00', '1972-03-04'],
  ['K-1008', 'hal@example.com', 'Ghent', '75.00', '1973-03-04'],
  ['K-1009', 'ida@example.com', 'Ghent', '85.00', '1974-03-04'],
];
/** Who stands where: two agree, and of the others each does not for another reason. */
const said = [
  ['K-1001', 'P2', 'granted', ago(30)],
  ['K-1002', 'P2', 'granted', ago(800)],
  ['K-1003', 'P2', 'granted', ago(400)],
  ['K-1003', 'P2', 'widerrufen', ago(20)],
  ['K-1004', 'P2', 'pending', ago(10)],
  ['K-1005', 'P2', 'yes', ago(-400)],
  ['K-1006', 'P2', 'granted', ago(5)],
  ['K-1006', 'P2', 'refused', ago(5)],
  ['K-1007', 'Attract and keep high-value customers', 'oui', ago(700)],
  ['K-9999', 'P2', 'granted', ago(5)],
  ['K-1008', 'P77', 'granted', ago(5)],
  ['', 'P2', 'granted', ago(5)],
  ['K-1009', 'P2', 'vielleicht', ago(5)],
];
const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;

const recipe = (release: string) => ({
  format: 'custos-recipe',
  formatVersion: 1,
  purpose: 'p2-high-value-customers',
  release,
  referenceDate: ago(0),
  target: { k: 1, suppression: 1 },
  steps: [
    { op: 'drop-columns', version: 1, settings: { columns: ['customer_id', 'email', 'date_of_birth'] }, reason: '' },
  ],
});

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  writeFileSync(desk.path('customers.csv'), csv([header, ...people]));
  const imported = await desk.custos(['import', 'customers.csv', ...inWorkspace]);
  expect(imported.status, imported.stderr).toBe(0);
  writeFileSync(
    desk.path('consents.csv'),
    csv([['customer_id', 'purpose', 'consent_status', 'consent_date'], ...said]),
  );
  for (const release of ['targeting', 'pseudonymised'])
    writeFileSync(desk.path(`${release}.json`), JSON.stringify(recipe(release)));
});
afterAll(() => desk.remove());

interface Applied {
  rowsIn: number;
  rowsOut: number;
  excluded: { why: string; rows: number }[];
  registerEntry: number;
  guardrails: {
    id: string;
    state: string;
    reason: { code: string; values: Record<string, unknown> };
    evidence: string;
  }[];
}
const apply = async (output: string, release = 'targeting', ...args: string[]) => {
  const { status, stdout, stderr } = await desk.custos([
    'apply',
    'customers.csv',
    '--recipe',
    `${release}.json`,
    '-o',
    output,
    '--json',
    ...args,
    ...inWorkspace,
  ]);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as Applied;
};
const read = (name: string): string[] => readFileSync(desk.path(name), 'utf8').trimEnd().split('\n').slice(1);
const importConsent = (...args: string[]) =>
  desk.custos(['consent', 'import', ...args, '--dataset', 'customers.csv', ...inWorkspace]);

describe('the consent ledger', () => {
  it('refuses a file about other people, one that says nothing, and a column that is not there, and enters nothing', async () => {
    writeFileSync(
      desk.path('others.csv'),
      csv([
        ['customer_id', 'consent_status', 'consent_date'],
        ['X-1', 'yes', ago(3)],
      ]),
    );
    const others = await importConsent('others.csv', '--key', 'customer_id', '--purpose', 'P2');
    expect([others.status, others.stderr]).toEqual([3, expect.stringContaining('for other people')]);
    const noPurpose = await importConsent('consents.csv', '--key', 'customer_id');
    expect([noPurpose.status, noPurpose.stderr]).toEqual([2, expect.stringContaining('names no purpose')]);
    const noColumn = await importConsent('consents.csv', '--key', 'member', '--purpose', 'P2');
    expect([noColumn.status, noColumn.stderr]).toEqual([3, expect.stringContaining('no column “member”')]);
    const list = await desk.custos(['consent', 'list', '--json', ...inWorkspace]);
    expect(JSON.parse(list.stdout)).toEqual([]);
  });

  it('takes events in, tells of every row that it could not read, and never takes unknown for yes', async () => {
    const { status, stdout, stderr } = await importConsent(
      'consents.csv',
      '--key',
      'customer_id',
      '--purpose-column',
      'purpose',
      '--json',
    );
    expect(status, stderr).toBe(0);
    const told = JSON.parse(stdout) as {
      unread: { total: number; listed: { row: number; detail: string }[] };
      strangers: number;
      purposes: { people: object }[];
      registerEntry: number;
    };
    expect(told).toMatchObject({ rows: 13, events: 11, known: 0, people: 9, strangers: 1, doubtful: 2 });
    expect(told.unread.listed.map(({ row, detail }) => [row, detail.slice(0, 12)])).toEqual([
      [11, 'Its purpose '],
      [12, 'It names nob'],
    ]);
    expect(told.purposes[0]).toMatchObject({ unknown: { 'no-event': 1, 'two-states': 1, future: 1, unreadable: 1 } });
    // Of the nine people of the dataset: Hal is in no event, Ida said something that nobody can read.
    expect(told.purposes[0]!.people).toEqual({
      valid: 2,
      expired: 1,
      pending: 1,
      withdrawn: 1,
      refused: 0,
      unknown: 4,
    });
  });

  it('keeps no value of a person in the workspace, and says in the history what came in', async () => {
    const bytes = readFileSync(desk.path('Acme.custos/register.sqlite')).toString('latin1');
    expect(bytes).not.toContain('K-1001');
    expect(bytes).not.toContain('ada@example.com');
    const { stdout } = await desk.custos(['register', 'list', '--json', ...inWorkspace]);
    const { entries } = JSON.parse(stdout) as { entries: { kind: string; sentence: string }[] };
    expect(entries.find(({ kind }) => kind === 'consent.recorded')?.sentence).toMatch(
      /entered 11 events of the consent of 9 people/,
    );
  });

  it('adds nothing when the same file is read again', async () => {
    const { stdout } = await importConsent(
      'consents.csv',
      '--key',
      'customer_id',
      '--purpose-column',
      'purpose',
      '--json',
    );
    expect(JSON.parse(stdout)).toMatchObject({ events: 0, known: 11 });
  });

  it('lets only people leave whose consent holds, counts the others by why, and so do certificate and register', async () => {
    for (const release of ['targeting', 'pseudonymised']) {
      const applied = await apply(`${release}.csv`, release, '--recipient', 'Agency Nord');
      expect(applied).toMatchObject({ rowsIn: 9, rowsOut: 2 });
      expect(read(`${release}.csv`).toSorted()).toEqual(['Ghent,120.50', 'Ghent,65.00']);
      expect(applied.excluded).toEqual([
        { why: 'no valid consent: withdrawn', rows: 1 },
        { why: 'no valid consent: expired', rows: 1 },
        { why: 'no valid consent: asked for, not given', rows: 1 },
        { why: 'no valid consent: unknown', rows: 4 },
      ]);
      const e2 = applied.guardrails.find(({ id }) => id === 'E2')!;
      expect([e2.state, e2.reason.code]).toEqual(['passed', 'ledger-left-out']);
      expect(e2.evidence).toContain('7 rows left out: 1 withdrawn');
      const certificate = JSON.parse(readFileSync(desk.path(`${release}.csv.certificate.json`), 'utf8')) as object;
      expect(certificate).toMatchObject({ consent: { columns: ['customer_id'], day: ago(0) }, rows: { out: 2 } });
      const { stdout } = await desk.custos([
        'register',
        'show',
        String(applied.registerEntry),
        '--json',
        ...inWorkspace,
      ]);
      expect(JSON.parse(stdout)).toMatchObject({ payload: { consent: { withdrawn: 1, unknown: 4 } } });
    }
  });

  it('says the same without releasing, and blocks the file as it is', async () => {
    const guard = async (...args: string[]) =>
      desk.custos(['guard', 'customers.csv', '--json', ...args, ...inWorkspace]);
    const byRecipe = JSON.parse((await guard('--recipe', 'targeting.json')).stdout) as { rowsOut: number };
    expect(byRecipe.rowsOut).toBe(2);
    const asItIs = await guard('--purpose', 'P2', '--release', 'targeting');
    expect(asItIs.status).toBe(1);
    expect(JSON.parse(asItIs.stdout)).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({
          id: 'E2',
          verdict: 'block',
          reason: expect.objectContaining({ code: 'ledger-inside' }),
        }),
      ]) as unknown,
    });
  });

  it('carries a later withdrawal into every later release, and lists those written before with their recipients', async () => {
    writeFileSync(
      desk.path('later.csv'),
      csv([
        ['customer_id', 'consent_status', 'consent_date'],
        ['K-1001', 'withdrawn', ago(0)],
      ]),
    );
    const { status, stdout, stderr } = await importConsent(
      'later.csv',
      '--key',
      'customer_id',
      '--purpose',
      'P2',
      '--json',
    );
    expect(status, stderr).toBe(0);
    expect((JSON.parse(stdout) as { toTell: object[] }).toTell).toMatchObject([
      { fileName: 'pseudonymised.csv', recipient: 'Agency Nord', withdrawn: 1 },
      { fileName: 'targeting.csv', recipient: 'Agency Nord', withdrawn: 1 },
    ]);
    expect((await apply('after.csv')).rowsOut).toBe(1);
    // An earlier day makes nobody's withdrawal undone.
    expect((await apply('earlier-day.csv', 'targeting', '--today', ago(15))).rowsOut).toBe(1);
    expect(read('after.csv')).toEqual(['Ghent,65.00']);
    const shown = await desk.custos([
      'consent',
      'status',
      '--purpose',
      'P2',
      '--dataset',
      'customers.csv',
      ...inWorkspace,
    ]);
    expect(shown.status, shown.stderr).toBe(0);
    expect(shown.stdout).toMatch(/1 usable of 9 people[\s\S]*tell “Agency Nord”: “targeting.csv”/);
  });

  it('lists whom to ask again, without those who took consent back, and says when consents end', async () => {
    const asked = await desk.custos([
      'consent',
      'ask-again',
      '--purpose',
      'P2',
      '-o',
      'ask.csv',
      '--json',
      ...inWorkspace,
    ]);
    expect(asked.status, asked.stderr).toBe(0);
    expect(JSON.parse(asked.stdout)).toMatchObject({ people: 6, rows: 9, stillValid: 1, refused: 2 });
    const list = readFileSync(desk.path('ask.csv'), 'utf8');
    expect(list).toContain('bo@example.com');
    expect(list).not.toMatch(/ada@|cy@|gus@/);
    // Whose consent ends soon is asked, too.
    const soon = await desk.custos([
      'consent',
      'ask-again',
      '--purpose',
      'P2',
      '--within',
      '60',
      '-o',
      'soon.csv',
      ...inWorkspace,
    ]);
    expect(soon.status, soon.stderr).toBe(0);
    expect(readFileSync(desk.path('soon.csv'), 'utf8')).toContain('gus@example.com');
    const kept = await desk.custos(['consent', 'status', '--keep', ...inWorkspace]);
    expect(kept.status, kept.stderr).toBe(0);
    const due = await desk.custos(['consent', 'due', '-o', 'due.ics', ...inWorkspace]);
    expect(due.status, due.stderr).toBe(0);
    const calendar = readFileSync(desk.path('due.ics'), 'utf8');
    expect(calendar).toMatch(
      /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[\s\S]*SUMMARY:Ask \d+ (?:person|people) again[\s\S]*END:VCALENDAR\r\n$/,
    );
    expect(calendar).not.toContain('K-1');
    // The check that was kept today is due again in 90 days.
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${ago(-90).replaceAll('-', '')}`);
    expect(due.stdout).toContain(`${ago(-90)}  P2  check again, last checked on ${ago(0)}`);
  });

  it('finds a ledger that was changed outside Custos, and releases nothing by it', async () => {
    const db = new Sqlite(desk.path('Acme.custos/register.sqlite'));
    db.prepare(`UPDATE consent_event SET state = 'given' WHERE state = 'withdrawn'`).run();
    db.close();
    const verified = await desk.custos(['register', 'verify', '--json', ...inWorkspace]);
    expect(verified.status).toBe(1);
    expect(verified.stdout).toContain('record-changed');
    const refused = await desk.custos([
      'apply',
      'customers.csv',
      '--recipe',
      'targeting.json',
      '-o',
      'tampered.csv',
      ...inWorkspace,
    ]);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('consent')]);
  });
});
