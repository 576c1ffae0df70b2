import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
/** Invented people: who is asked again, and four who are not, each for another reason. */
const people = [
  ['K-1001', 'ada@example.com', 'Ghent', '120.50', 'granted', '1980-02-03'],
  ['K-1002', 'bo@example.com', 'Ghent', '80.10', 'withdrawn', '1975-07-09'],
  ['K-1003', 'cy@example.com', 'Bonn', '40.20', 'granted', '2015-01-01'],
  ['K-1004', '', 'Bonn', '300.00', 'granted', '1990-12-30'],
  ['K-1005', 'di@example.com', 'Bonn', '12.00', 'pending', '1969-05-05'],
  ['K-1006', 'ed@example.com', 'Ghent', '55.00', 'granted', ''],
];
const header = ['customer_id', 'email', 'city', 'total_spent', 'consent_status', 'date_of_birth'];

let desk: Desk;
beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  writeFileSync(desk.path('customers.csv'), `${[header, ...people].map((row) => row.join(',')).join('\n')}\n`);
  const imported = await desk.custos(['import', 'customers.csv', ...inWorkspace]);
  expect(imported.status, imported.stderr).toBe(0);
  for (const release of ['pseudonymised', 'anonymised'])
    writeFileSync(
      desk.path(`${release}.json`),
      JSON.stringify({
        format: 'custos-recipe',
        formatVersion: 1,
        purpose: 'p1-find-segments',
        release,
        referenceDate: '2026-11-29',
        target: { k: 1, suppression: 1 },
        steps: [
          {
            op: 'drop-columns',
            version: 1,
            settings: { columns: ['customer_id', 'email', 'consent_status', 'date_of_birth'] },
            reason: '',
          },
        ],
      }),
    );
});
afterAll(() => desk.remove());

const apply = (output: string, recipe = 'pseudonymised.json', ...more: string[]) =>
  desk.custos(['apply', 'customers.csv', '--recipe', recipe, '-o', output, '--json', ...inWorkspace, ...more]);
const bind = (...args: string[]) => desk.custos(['purposes', 'bind', 'customers.csv', ...args, ...inWorkspace]);

it('warns where nobody declared what data are for, and writes the release', async () => {
  const { status, stdout, stderr } = await apply('before.csv');
  expect(status, stderr).toBe(0);
  const { guardrails } = JSON.parse(stdout) as {
    guardrails: { id: string; state: string; reason: { code: string } }[];
  };
  expect(guardrails.find(({ id }) => id === 'G2')).toMatchObject({
    state: 'not-stated',
    reason: { code: 'not-declared' },
  });
});

it('refuses a release for a purpose that the data are not bound to, of any kind, and writes nothing', async () => {
  const bound = await bind('--purpose', 'P3', '--basis', 'contract', '--justification', 'Part of the programme.');
  expect(bound.status, bound.stderr).toBe(0);
  expect(bound.stderr).toContain('BD-001');
  for (const recipe of ['pseudonymised.json', 'anonymised.json']) {
    const { status, stderr } = await apply('other.csv', recipe);
    expect(status).toBe(1);
    expect(stderr).toContain('These data are bound to another purpose');
    expect(existsSync(desk.path('other.csv'))).toBe(false);
    expect(existsSync(desk.path('other.csv.certificate.json'))).toBe(false);
  }
});

it('releases for another purpose all the same where somebody answers for it, and overrides nothing else with it', async () => {
  const answered = ['--override', 'G2=The board decided so.'];
  const anonymised = await apply('anonymous.csv', 'anonymised.json', ...answered);
  expect(anonymised.status).toBe(1);
  expect(anonymised.stderr).toContain('This may not be called anonymised.');
  expect(anonymised.stderr).not.toContain('bound to another purpose');
  expect(existsSync(desk.path('anonymous.csv'))).toBe(false);
  const { status, stdout, stderr } = await apply('answered.csv', 'pseudonymised.json', ...answered);
  expect(status, stderr).toBe(0);
  const { guardrails } = JSON.parse(stdout) as { guardrails: { id: string; state: string; overridden?: object }[] };
  expect(guardrails.find(({ id }) => id === 'G2')).toMatchObject({
    state: 'blocked',
    overridden: { reason: 'The board decided so.' },
  });
});

it('takes a purpose by the reference of its record, and names one that is none', async () => {
  const listed = await desk.custos(['register', 'records', 'purpose', '--json', ...inWorkspace]);
  const records = JSON.parse(listed.stdout) as { ref: string; title: string }[];
  const { ref } = records.find(({ title }) => /second/i.test(title))!;
  const bound = await bind('--purpose', ref.toLowerCase());
  expect(bound.status, bound.stderr).toBe(0);
  const wrong = await bind('--purpose', 'PU-999');
  expect(wrong.status).toBe(2);
  expect(wrong.stderr).toContain('PU-999');
});

it('says that data on consent must be asked for again, and lists whom to ask, with counts alone in the log', async () => {
  expect((await bind('--purpose', 'P3', '--basis', 'consent')).status).toBe(0);
  const { status, stderr } = await apply('other.csv');
  expect(status).toBe(1);
  expect(stderr).toContain('came in on consent');
  const overridden = await apply('other.csv', 'pseudonymised.json', '--override', 'G2=The board decided so.');
  expect(overridden.status).toBe(1);
  expect(overridden.stderr).toContain('G2 cannot be overridden: only new consent, a law,');
  expect(existsSync(desk.path('other.csv'))).toBe(false);

  const ask = ['purposes', 'ask-again', 'customers.csv', '--purpose', 'P1', '-o', 'ask.csv', '--json', ...inWorkspace];
  const listed = await desk.custos(ask);
  expect(listed.status, listed.stderr).toBe(0);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    people: 2,
    rows: 6,
    noContact: 1,
    refused: 1,
    underAge: 1,
    ageUnknown: 1,
  });
  expect(readFileSync(desk.path('ask.csv'), 'utf8')).toBe(
    'customer_id,email\r\nK-1001,ada@example.com\r\nK-1005,di@example.com\r\n',
  );
  const log = (await desk.custos(['register', 'list', '--json', ...inWorkspace])).stdout;
  expect(log).toContain('purpose.people-listed');
  expect(log).not.toMatch(/example\.com|K-100/);
  expect((await desk.custos(ask)).status).toBe(3);
});

it('shows which purpose needs which column, and drops what none needs', async () => {
  expect(
    (await bind('--purpose', 'P3', '--columns', 'city', '--not-needed', '--why', 'Sent by post code.')).status,
  ).toBe(0);
  const matrix = ['purposes', 'matrix', 'customers.csv', '--json', ...inWorkspace];
  const { rows, spare } = JSON.parse((await desk.custos(matrix)).stdout) as {
    rows: { column: string; cells: { need: string; why: string; from: { by: string } }[] }[];
    spare: string[];
  };
  expect(spare).toContain('city');
  expect(rows.find(({ column }) => column === 'city')!.cells[0]).toMatchObject({
    need: 'not-needed',
    why: 'Sent by post code.',
    from: { by: 'person', ref: 'BD-001' },
  });
  // What the purpose alone says looks like nobody's word.
  const shown = await desk.custos(['purposes', 'matrix', 'customers.csv', ...inWorkspace]);
  for (const { column, cells } of rows) {
    const line = shown.stdout.split('\n').find((each) => each.startsWith(`${column} `))!;
    expect(line.includes('◇'), line).toBe(cells[0]!.from.by === 'purpose' && cells[0]!.need !== 'open');
  }
  expect(shown.stderr).toContain('◇ prefilled');
  const { dropped } = JSON.parse((await desk.custos([...matrix, '--drop'])).stdout) as { dropped: string[] };
  expect(dropped).toEqual(spare);
  const again = JSON.parse((await desk.custos([...matrix, '--drop'])).stdout) as { dropped: string[] };
  expect(again.dropped).toEqual([]);
  expect((await bind('--purpose', 'P3', '--columns', 'no such column')).status).toBe(3);
  const both = await bind('--purpose', 'P3', '--prefilled', '--not-needed', '--why', 'Not by mail.');
  expect(both.status).toBe(2);
  expect(both.stderr).toContain('leave out --not-needed and --why');
  const taken = await bind('--purpose', 'P3', '--prefilled', '--columns', 'email,city');
  expect(taken.status, taken.stderr).toBe(0);
  const { rows: after } = JSON.parse((await desk.custos(matrix)).stdout) as { rows: typeof rows };
  expect(after.find(({ column }) => column === 'email')!.cells[0]!.from.by).toBe('person');
  expect(after.find(({ column }) => column === 'city')!.cells[0]!.why).toBe('Sent by post code.');
});

it('judges the register, and writes the notice with what it lacks', async () => {
  const judged = await desk.custos(['purposes', 'rules', '--json', ...inWorkspace]);
  const answers = JSON.parse(judged.stdout) as { rule: string; state: string; found: { state: string }[] }[];
  expect(answers).toHaveLength(11);
  expect(answers.find(({ rule }) => rule === 'R-LAW-01')!.state).toBe('needs-you');
  expect(answers.find(({ rule }) => rule === 'R-LAW-06')!.state).toBe('passed');
  const notice = await desk.custos([
    'purposes',
    'notice',
    '--purpose',
    'P3',
    '--take-over',
    '2026-01-01',
    ...inWorkspace,
  ]);
  expect(notice.status, notice.stderr).toBe(0);
  expect(notice.stdout).toContain('We may do so because you agreed to it.');
  expect(notice.stdout).toContain('[Not stated yet: who is responsible, with address or e-mail.]');
  expect(notice.stderr).toContain('NO-001');
  const told = async (): Promise<string[]> => {
    const { stdout } = await desk.custos(['purposes', 'rules', '--json', ...inWorkspace]);
    const found = (JSON.parse(stdout) as typeof answers).find(({ rule }) => rule === 'R-LAW-09')!.found;
    return found.map(({ state }) => state).toSorted();
  };
  // The purpose that a release proposed has none yet; a draft tells nobody anything.
  expect(await told()).toEqual(['needs-you', 'not-stated']);
  for (const deed of ['send', 'approve'])
    expect((await desk.custos(['register', deed, 'notice', 'NO-001', ...inWorkspace])).status).toBe(0);
  expect(await told()).toEqual(['not-stated', 'passed']);
});

it('says under each principle why it does not pass, each reason once', async () => {
  const { status, stdout, stderr } = await desk.custos(['principles', ...inWorkspace]);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/needs you: customers \([^)]*G3[^)]*\)\n {2}.*no purpose needs|nobody has decided/);
  const released = stdout.match(/Release the dataset|release the dataset/g) ?? [];
  expect(released.length).toBeLessThanOrEqual(2);
});

it('leaves a register that verifies', async () => {
  const verified = await desk.custos(['register', 'verify', '--json', ...inWorkspace]);
  expect(verified.status, verified.stdout).toBe(0);
});
