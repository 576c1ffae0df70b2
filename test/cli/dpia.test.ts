// An impact assessment as a file: the sample after a whole walk, its fields counted in what was written.
import Database from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { makeDesk, type Desk } from '#test/support/run-custos.ts';

const sample = resolve(import.meta.dirname, '../../resources/sample/customers.csv');
let desk: Desk;

const custos = async (...command: string[]) => {
  const done = await desk.custos(command);
  expect(done.status, done.stderr).toBe(0);
  return done;
};
const workspace = ['--workspace', 'Acme.custos'];

/** Import, decide, bind, release, the legal minimum of the activity, approve: no assessment, no notice, no systems. */
beforeAll(async () => {
  desk = makeDesk();
  const records = {
    'organisation.json': { name: 'Acme Ltd', address: '1 Main Street, Ghent' },
    'measure.json': { name: 'Two keys to the room', kind: 'access-control', description: 'Two people have one each.' },
    'retention.json': { name: 'Two years', duration: 'P2Y', action: 'delete' },
    'activity.json': {
      role: 'controller',
      transfers: { state: 'none' },
      retention: ['RT-001'],
      measures: ['SM-001'],
    },
  };
  for (const [name, body] of Object.entries(records)) writeFileSync(desk.path(name), JSON.stringify(body));
  await desk.workspace('Acme.custos', 'Acme Ltd');
  await custos('import', sample, ...workspace);
  await custos('decide', sample, '--accept-all', ...workspace);
  const bound = ['--purpose', 'P1', '--columns', 'city,total_spent', '--why', 'Groups are formed by them.'];
  const based = ['--basis', 'legitimate-interests', '--justification', 'Weighed in LI-001.'];
  await custos('purposes', 'bind', sample, ...bound, ...based, ...workspace);
  await custos('recommend', sample, '--purpose', 'P1', '-o', 'recipe.json');
  const to = ['--recipient', 'Agency Nord'];
  await custos('apply', sample, '--recipe', 'recipe.json', '-o', 'out.csv', ...to, ...workspace);
  for (const kind of ['organisation', 'measure', 'retention'])
    await custos('register', 'set', kind, '--from', `${kind}.json`, ...workspace);
  await custos('register', 'set', 'activity', 'PA-001', '--from', 'activity.json', ...workspace);
  await custos('register', 'send', 'activity', 'PA-001', ...workspace);
  await custos('register', 'approve', 'activity', 'PA-001', '--take-over', ...workspace);
});
afterAll(() => desk.remove());

interface Written {
  format: string;
  template: { status: string };
  fields: { id: string; state: string; lines?: string[]; from?: { entry: number | null }[]; who?: string }[];
  risks: { event: string; measures: { what: string }[] }[];
}

it('fills 60 % and more of the template after a walk of the sample, each field by entries that the log has', async () => {
  await custos('dpia', 'PA-001', '--out', 'dpia.json', ...workspace);
  const written = JSON.parse(readFileSync(desk.path('dpia.json'), 'utf8')) as Written;
  const log = new Database(desk.path('Acme.custos/register.sqlite'), { readonly: true });
  const entries = new Set(log.prepare('SELECT seq FROM log').pluck().all());
  log.close();
  const filled = written.fields.filter(({ lines }) => (lines ?? []).some((line) => line.trim() !== ''));
  expect(filled.length / written.fields.length).toBeGreaterThanOrEqual(0.6);
  for (const { id, from } of filled) {
    const proven = (from ?? []).filter(({ entry }) => entry !== null && entries.has(entry));
    expect(proven.length, id).toBeGreaterThan(0);
  }
  for (const { id, state, who } of written.fields) if (state === 'open') expect(who, id).toMatch(/^[a-z]+$/);
  expect(written.template.status).toBe('consultation');
});

it('names no id where a person expects a word, and measures only beside the event that they answer', async () => {
  await custos('dpia', 'PA-001', '--out', 'dpia.html', ...workspace);
  const page = readFileSync(desk.path('dpia.html'), 'utf8');
  const words = page.replaceAll(/<style>.*?<\/style>|<footer>.*?<\/footer>|<[^>]*>/gs, ' ');
  expect(words).not.toMatch(
    /p1-find|online-identifier|government-id|minors\b|[0-9a-f]{8}-[0-9a-f]{4}-4|undefined|\[object/,
  );
  for (const section of ['0 Overview', '3 Necessity and proportionality', '6 Conclusion and decision'])
    expect(words).toContain(section);
  expect(words).toContain('version for public consultation');
  expect(page).not.toMatch(/<script|src=|href=/);
  const { risks } = JSON.parse(readFileSync(desk.path('dpia.json'), 'utf8')) as Written;
  const against = new Map(risks.map(({ event, measures }) => [event, measures.map(({ what }) => what).join('\n')]));
  expect(against.get('illegitimate-access')).toContain('Two keys to the room');
  expect(against.get('disappearance')).not.toContain('Two keys to the room');
  expect(against.get('found-again-by-linking')).toContain('released as anonymised');
});

it('prints a PDF that says the same and enters each file into the log', async () => {
  const { stderr } = await custos('dpia', 'PA-001', '--out', 'dpia.pdf', ...workspace);
  expect(stderr).toMatch(/dpia\.pdf: \d+ of 49 fields/);
  const pdf = readFileSync(desk.path('dpia.pdf'));
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const streams = [...pdf.toString('latin1').matchAll(/FlateDecode[^]*?stream\r?\n([^]*?)\r?\nendstream/g)];
  expect(streams.map(([, body]) => inflateSync(Buffer.from(body!, 'latin1')).length).some((size) => size > 0)).toBe(
    true,
  );
  const log = new Database(desk.path('Acme.custos/register.sqlite'), { readonly: true });
  const told = log.prepare("SELECT payload FROM log WHERE kind = 'assessment.exported' ORDER BY seq").pluck().all();
  log.close();
  expect(told.map((payload) => (JSON.parse(payload as string) as { format: string }).format)).toEqual([
    'json',
    'html',
    'pdf',
  ]);
  const { stdout } = await custos('register', 'verify', '--workspace', 'Acme.custos', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
});

it('lies in the evidence pack once it was begun, and the pack verifies', async () => {
  const body = {
    name: 'Assessment of the segments',
    activity: 'PA-001',
    necessity: 'Counts alone do not tell groups apart.',
    risks: [
      {
        event: 'found-again-by-linking',
        arises: 'design',
        impact: 'Somebody is recognised.',
        severity: '3',
        likelihood: '4',
        residualSeverity: '3',
        residualLikelihood: '1',
      },
    ],
    measures: [{ what: 'Only counts leave the team', against: 'found-again-by-linking', owner: 'Bo' }],
  };
  writeFileSync(desk.path('assessment.json'), JSON.stringify(body));
  await custos('register', 'set', 'assessment', '--from', 'assessment.json', ...workspace);
  await custos('evidence', '-o', 'pack.zip', ...workspace);
  await custos('verify', 'pack.zip');
  const zip = await readZip(desk.path('pack.zip'), 'pack.zip');
  const packed = (ending: string) => zip.read(`06_dpia/PA-001.${ending}`);
  const [html, pdf, json] = [await packed('html'), await packed('pdf'), await packed('json')];
  zip.close();
  expect(pdf!.subarray(0, 5).toString()).toBe('%PDF-');
  const { risks, byAssessment } = JSON.parse(json!.toString('utf8')) as Written & { byAssessment: number };
  expect(byAssessment).toBeGreaterThan(0);
  expect(risks.find(({ event }) => event === 'found-again-by-linking')).toMatchObject({
    inherent: { severity: 3, likelihood: 4 },
    residual: { severity: 3, likelihood: 1 },
  });
  expect(html!.toString('utf8')).toContain('Only counts leave the team (planned, not done yet)');
  // Approved, and then the measure it goes by changes: it says since which entry it is outdated.
  await custos('register', 'send', 'assessment', 'DP-001', ...workspace);
  await custos('register', 'approve', 'assessment', 'DP-001', ...workspace);
  const standing = async () => {
    await custos('dpia', 'PA-001', '--out', 'now.json', '--force', ...workspace);
    return JSON.parse(readFileSync(desk.path('now.json'), 'utf8')) as { outdatedSince: number | null };
  };
  expect((await standing()).outdatedSince).toBeNull();
  await custos('register', 'set', 'measure', 'SM-001', '--from', 'measure.json', ...workspace);
  writeFileSync(desk.path('measure.json'), JSON.stringify({ description: 'One person has both.' }));
  await custos('register', 'set', 'measure', 'SM-001', '--from', 'measure.json', ...workspace);
  expect((await standing()).outdatedSince).toBeGreaterThan(0);
  const emails = readFileSync(sample, 'utf8')
    .match(/[\w.+-]+@[\w.-]+/g)!
    .slice(0, 500);
  for (const email of emails) expect(html!.includes(email), 'an address of the sample').toBe(false);
});

it('refuses an ending that it cannot write, an activity that is not there, and a file that is', async () => {
  const refused = async (...command: string[]) => {
    const { status, stderr } = await desk.custos([...command, ...workspace]);
    return { status, stderr };
  };
  expect(await refused('dpia', 'PA-001', '--out', 'dpia.docx')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('end its name in .pdf, .html or .json') as string,
  });
  expect(await refused('dpia', 'PA-404', '--out', 'other.json')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no processing activity “PA-404”') as string,
  });
  expect((await refused('dpia', 'PA-001', '--out', 'dpia.json')).status).toBe(3);
  expect((await refused('dpia', 'screen', '--activity', 'PA-001')).status).toBe(0);
});
