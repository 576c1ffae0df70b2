import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RequestSummary, RequestView } from '#shared/contract/requests.ts';
import type { SubjectFound } from '#shared/contract/subjects.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const inWorkspace = ['--workspace', 'Acme.custos'];
const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

let desk: Desk;

beforeAll(async () => {
  desk = makeDesk();
  await desk.workspace('Acme.custos');
  writeFileSync(
    desk.path('customers.csv'),
    'customer_id,email,city\nK-1001,ada@example.com,Bonn\nK-1002,bo@example.com,Ghent\n',
  );
  writeFileSync(desk.path('log.csv'), `id,kind\n${Array.from({ length: 1500 }, (_, at) => `${at},web`).join('\n')}\n`);
  for (const file of ['customers.csv', 'log.csv']) {
    const imported = await desk.custos(['import', file, ...inWorkspace]);
    expect(imported.status, imported.stderr).toBe(0);
  }
});
afterAll(() => desk.remove());

const request = (...words: string[]) => desk.custos(['request', ...words, ...inWorkspace]);
async function viewAfter(...words: string[]): Promise<RequestView> {
  const run = await request(...words, '--json');
  expect(run.status, run.stderr).toBeLessThan(2);
  return JSON.parse(run.stdout) as RequestView;
}
const step = (ref: string, act: object): Promise<RequestView> => {
  writeFileSync(desk.path('step.json'), JSON.stringify(act));
  return viewAfter('step', ref, 'step.json');
};
async function refusedStep(ref: string, act: object): Promise<{ status: number | null; stderr: string }> {
  writeFileSync(desk.path('step.json'), JSON.stringify(act));
  return request('step', ref, 'step.json');
}
/** What stands in the register, without its fields of proof. */
async function entries(): Promise<string> {
  const listed = await desk.custos(['register', 'list', ...inWorkspace, '--json']);
  return listed.stdout;
}
async function verified(): Promise<void> {
  const run = await desk.custos(['register', 'verify', ...inWorkspace, '--json']);
  expect(JSON.parse(run.stdout)).toMatchObject({ ok: true, problems: [] });
}

it('answers a request for access with a copy, and keeps nobody’s name in the register', async () => {
  const opened = await viewAfter(
    'open',
    'ada@example.com',
    '--type',
    'access',
    '--received',
    ago(3),
    '--country',
    'de',
    '--name',
    'Ada Lovelace',
  );
  expect(opened.request).toMatchObject({ ref: 'R-1', type: 'access', calendar: 'DE', name: 'Ada Lovelace' });
  expect(opened.clock.next).toMatchObject({ kind: 'answer', months: 1, from: ago(3) });

  // Nothing is granted before it is known who asks and what there is.
  const early = await refusedStep('R-1', { act: 'decide', outcome: 'granted', ground: null, reason: '', kept: [] });
  expect(early).toMatchObject({ status: 3 });
  expect(early.stderr).toContain('Identity comes first');
  // Freedom of expression keeps data from being erased; it keeps nobody from seeing theirs.
  const refusal = { act: 'decide', outcome: 'refused', ground: 'expression', reason: 'Ours', kept: [] };
  expect((await refusedStep('R-1', refusal)).stderr).toMatch(
    /is a ground of another right: R-1 is “Access \(Art\. 15\)”/,
  );
  await step('R-1', { act: 'identified', needed: true, how: 'Wrote from the address that we have', on: ago(2) });

  const found = await viewAfter('find', 'r-1');
  expect(found.request.search?.hits).toMatchObject([
    { dataset: 'customers', column: 'email', match: 'plain', rows: 1 },
  ]);
  expect(found.request.search?.searched.map(({ name }) => name)).toEqual(expect.arrayContaining(['customers', 'log']));
  expect(JSON.stringify(found.request.search)).not.toContain('ada@example');
  const unfit = await request('close', 'R-1', '--on', ago(0), '--remedies-told');
  expect(unfit.stderr).toContain('Decide comes first');
  await step('R-1', { act: 'decide', outcome: 'granted', ground: null, reason: '', kept: [] });
  const copied = await viewAfter('copy', 'R-1', '-o', 'copy.json');
  expect(readFileSync(desk.path('copy.json'), 'utf8')).toContain('K-1001');
  expect(copied.request.deeds).toMatchObject([{ what: 'copied', fileName: 'copy.json' }]);

  const letter = await request('letter', 'R-1', 'answer', '-o', 'answer.txt');
  expect(letter.status, letter.stderr).toBe(0);
  expect(readFileSync(desk.path('answer.txt'), 'utf8')).toMatch(
    /Our reference: R-1[\s\S]*Dear Ada Lovelace,[\s\S]*- customers: 1 record[\s\S]*- A copy of your data is enclosed: copy\.json/,
  );
  const closed = await viewAfter('close', 'R-1', '--on', ago(0), '--how', 'letter');
  expect(closed.clock.next).toBeNull();
  expect(closed.keepUntil?.slice(0, 4)).toBe(String(new Date().getUTCFullYear() + 3));

  const log = await entries();
  expect(log).toContain('request.answered');
  expect(log).not.toMatch(/Lovelace|ada@example|Wrote from/);
  await verified();
});

it('keeps the proof of a search that found nobody, and tells it', async () => {
  await viewAfter('open', 'nobody@example.com', '--type', 'erase', '--received', ago(1), '--language', 'de');
  const nowhere = await request('find', 'R-2');
  expect(nowhere.status).toBe(1);
  expect(nowhere.stderr).toMatch(/Found nowhere; \d+ places looked through/);
  const closed = await request(
    'close',
    'R-2',
    '--on',
    ago(0),
    '--refuse',
    'nothing-found',
    '--reason',
    'Nothing is kept',
  );
  expect(closed.stderr).toContain('complain to the authority');
  await request('letter', 'R-2', 'answer', '-o', 'nothing.txt');
  expect(readFileSync(desk.path('nothing.txt'), 'utf8')).toMatch(
    /Wir haben Ihren Antrag auf Löschung Ihrer Daten am .* erhalten[\s\S]*Wir haben an \d+ Stellen gesucht und nichts über Sie gefunden/,
  );
  const told = await request('close', 'R-2', '--on', ago(0), '--remedies-told');
  expect(told.status, told.stderr).toBe(0);
});

it('does not take thousands of rows for one person', async () => {
  await viewAfter('open', 'web', '--type', 'access', '--received', ago(1));
  await step('R-3', { act: 'identified', needed: false, how: 'Came to the counter', on: ago(0) });
  const wide = 'The values match 1,500 rows in one column, which is hardly one person';
  const found = await desk.custos(['request', 'find', 'R-3', ...inWorkspace]);
  expect(found.stderr).toContain(wide);
  const looked = await desk.custos(['subject', 'find', 'web', ...inWorkspace]);
  expect(looked.stderr).toContain(wide);
  const granted = await refusedStep('R-3', { act: 'decide', outcome: 'granted', ground: null, reason: '', kept: [] });
  expect(granted.stderr).toContain(wide);
  const view = await step('R-3', { act: 'one-person', reason: 'A machine of theirs wrote all of them' });
  expect(view.stages.find).toBe('done');
});

it('ends advertising at once, and pauses and extends a request by its days', async () => {
  const marketing = await viewAfter('open', 'bo@example.com', '--type', 'object-marketing', '--received', ago(0));
  expect(marketing.clock.next).toMatchObject({ kind: 'stop', due: ago(0) });
  const stopped = await step('R-4', { act: 'stop', note: 'Taken off the list of the newsletter', on: ago(0) });
  expect(stopped.clock.next).toMatchObject({ kind: 'answer' });

  await viewAfter('open', 'bo@example.com', '--type', 'rectify', '--received', ago(10));
  await step('R-5', { act: 'ask', why: 'identity', detail: 'Which city did you last order to?', on: ago(9) });
  const paused = await step('R-5', { act: 'identified', needed: true, how: 'Named it', on: ago(4) });
  expect(paused.request.waits).toEqual([
    { why: 'identity', askedOn: ago(9), answeredOn: ago(4), detail: 'Which city did you last order to?' },
  ]);
  const extended = await step('R-5', { act: 'extend', reason: 'Many systems', on: ago(0) });
  expect(extended.clock.next).toMatchObject({ months: 3, from: ago(10) });
  const again = await refusedStep('R-5', { act: 'extend', reason: 'Still', on: ago(0) });
  expect(again.stderr).toContain('extended already');
});

it('erases, puts right and keeps an objection for the person of a request', async () => {
  writeFileSync(
    desk.path('club.csv'),
    'member,mail,town\nM-1,cy@example.com,Lyon\nM-2,di@example.com,Bonn\nM-3,ed@example.com,Ghent\n',
  );
  const imported = await desk.custos(['import', 'club.csv', ...inWorkspace]);
  expect(imported.status, imported.stderr).toBe(0);
  const granted = { act: 'decide', outcome: 'granted', ground: null, reason: '', kept: [] };
  const known = { act: 'identified', needed: false, how: 'Logged in', on: ago(0) };
  const walk = async (ref: string, type: string, who: string): Promise<void> => {
    const opened = await viewAfter('open', who, '--type', type, '--received', ago(0));
    expect(opened.request.ref).toBe(ref);
    await step(ref, known);
    await viewAfter('find', ref);
  };

  // What left before is in the log of releases: whoever has it is to be told.
  const steps = [
    { op: 'keyed-hash', version: 1, settings: { columns: ['mail'], normalise: 'none', key: '' }, reason: '' },
    { op: 'drop-columns', version: 1, settings: { columns: ['member'] }, reason: '' },
  ];
  const recipe = {
    format: 'custos-recipe',
    formatVersion: 1,
    purpose: 'p1-find-segments',
    release: 'pseudonymised',
    referenceDate: '2026-11-29',
    target: { k: 1, suppression: 1 },
    steps,
  };
  writeFileSync(desk.path('recipe.json'), JSON.stringify(recipe));
  const applied = await desk.custos([
    'apply',
    'club.csv',
    '--recipe',
    'recipe.json',
    '-o',
    'out.csv',
    '--recipient',
    'Agency Nord',
    ...inWorkspace,
  ]);
  expect(applied.status, applied.stderr).toBe(0);

  await walk('R-6', 'erase', 'cy@example.com');
  expect((await request('erase', 'R-6')).stderr).toContain('Decide comes first');
  const inPart = { ...granted, outcome: 'partly', ground: 'legal-obligation', reason: 'Tax' };
  await step('R-6', { ...inPart, kept: [{ hit: 0, reason: 'Tax' }] });
  await step('R-6', { ...inPart, ground: 'excessive', kept: [{ hit: 0, reason: 'Tax' }] });
  expect((await request('erase', 'R-6')).stderr).toContain('On this ground nothing is kept');
  await step('R-6', granted);
  const erased = await viewAfter('erase', 'R-6', '--suppress');
  expect(erased.request.deeds).toMatchObject([{ what: 'erased', rows: 1 }]);
  expect(erased.stages.do).toBe('done');
  const again = await desk.custos(['subject', 'find', 'cy@example.com', ...inWorkspace, '--json']);
  // What was handed over is not reached, and is still found there.
  expect((JSON.parse(again.stdout) as SubjectFound).hits.map(({ place }) => place)).toEqual(['release']);

  const [recipient] = erased.request.recipients;
  expect(recipient).toMatchObject({ recipient: 'Agency Nord', fileName: 'out.csv', holds: 'yes', toldOn: null });
  const unsaid = await request('close', 'R-6', '--on', ago(0));
  expect(unsaid.stderr).toContain('1 recipient still has to be told');
  await step('R-6', { act: 'tell', releaseId: recipient?.releaseId, on: ago(0), notTold: '' });
  await request('letter', 'R-6', 'tell-recipients', '-o', 'notice.txt');
  const notice = readFileSync(desk.path('notice.txt'), 'utf8');
  expect(notice).toContain('you received the file out.csv from us');
  expect(notice).not.toContain('cy@example.com');
  await request('letter', 'R-6', 'answer', '-o', 'erased.html');
  expect(readFileSync(desk.path('erased.html'), 'utf8')).toMatch(
    /We erased 1 record about you[\s\S]*What we keep, and why[\s\S]*out\.csv[\s\S]*Agency Nord, on/,
  );
  expect((await request('close', 'R-6', '--on', ago(0))).status).toBe(0);

  await walk('R-7', 'rectify', 'di@example.com');
  await step('R-7', granted);
  const to = ['--dataset', 'club', '--column', 'town'];
  expect((await request('rectify', 'R-7', ...to)).stderr).toContain('--to with a value, or --empty');
  const mended = await viewAfter('rectify', 'R-7', ...to, '--to', 'Antwerp');
  expect(mended.request.deeds).toMatchObject([{ what: 'rectified', note: 'club, town', rows: 1 }]);
  expect(JSON.stringify(mended.request)).not.toContain('Antwerp');
  const copied = await desk.custos(['subject', 'export', 'di@example.com', '-o', 'di.json', ...inWorkspace]);
  expect(copied.status, copied.stderr).toBe(0);
  expect(readFileSync(desk.path('di.json'), 'utf8')).toContain('Antwerp');

  await walk('R-8', 'object-marketing', 'ed@example.com');
  await step('R-8', granted);
  const kept = await viewAfter('suppress', 'R-8');
  // The list alone ends nothing: it has to be said that the use has ended.
  expect(kept.stages.do).toBe('open');
  expect(kept.request.deeds).toMatchObject([{ what: 'suppressed' }]);
  await verified();
});

it('refuses what cannot be, with a sentence each', async () => {
  const tomorrow = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  for (const [words, sentence] of [
    [['open', '--type', 'access', '--received', ago(1)], 'Say who asks'],
    [['open', 'x@example.com', '--type', 'access', '--received', tomorrow], 'is still to come'],
    [['open', 'x@example.com', '--type', 'access', '--received', '2017-01-31'], 'the GDPR applies'],
    [
      ['open', 'x@example.com', '--type', 'access', '--received', ago(1), '--country', 'XX'],
      'no calendar of holidays “XX”',
    ],
    [['open', 'x@example.com', '--type', 'wish', '--received', ago(1)], 'Allowed choices are access'],
    [['show', 'R-99'], 'There is no request “R-99”'],
    [['letter', 'R-5', 'tell-recipients', '-o', 'none.txt'], 'nothing to write in that letter yet'],
    [['letter', 'R-5', 'extension', '-o', 'letter.docx'], 'has no ending that says what it is to be'],
    [['copy', 'R-5', '-o', 'no.pdf'], 'asks for no copy'],
    [['delete', 'R-5'], 'is not answered yet'],
  ] as const) {
    const run = await request(...words);
    expect(run.stderr, words.join(' ')).toContain(sentence);
    expect(run.status).not.toBe(0);
  }
  const before = await refusedStep('R-5', { act: 'acknowledge', on: ago(30) });
  expect(before.stderr).toContain('before the request came in');
  const closed = await refusedStep('R-2', { act: 'acknowledge', on: ago(0) });
  expect(closed.stderr).toContain('is over');
  const unknown = await refusedStep('R-5', { act: 'wish' });
  expect(unknown.stderr).toContain('That is no step of a request');
});

it('lists the nearest first, and erases a record while the register verifies', async () => {
  const { requests } = JSON.parse((await request('list', '--json')).stdout) as { requests: RequestSummary[] };
  expect(requests.map(({ ref }) => ref)).toEqual(['R-8', 'R-3', 'R-4', 'R-7', 'R-5', 'R-1', 'R-2', 'R-6']);
  const early = await request('delete', 'R-2');
  expect(early.stderr).toMatch(/is kept as proof until .*\. To delete it earlier, give the reason/);
  const gone = await request('delete', 'R-2', '--reason', 'Entered by mistake');
  expect(gone.status, gone.stderr).toBe(0);
  expect((await request('show', 'R-2')).stderr).toContain('There is no request');
  expect((await viewAfter('open', 'ada@example.com', '--type', 'access', '--received', ago(0))).request.ref).toBe(
    'R-9',
  );
  await verified();
});
