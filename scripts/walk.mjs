// The whole walk through the sample, on the command line alone: import, decisions, purpose, register, two releases, an
// impact assessment, a countersigned head, and the evidence pack of all of it, which is then verified twice.
//   node_modules/.bin/node scripts/walk.mjs [--out FOLDER]
// Each step is printed with how it ended. With --out the pack, the releases and the screens' texts stay in FOLDER.
// Exit 0 where every step ended as it should; 1 at the first that did not.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readZip } from '../electron/engine/evidence/read-zip.ts';
import { compileCache } from './runtime/project-root.mjs';
import { commandLineEntry, ensureSetUp, projectNode, projectRoot } from './set-up.mjs';
import { passphrase, throwawayPlace } from './support/throwaway-place.mjs';
import { activityFields, assessmentFields, people, screeningFields, sharedRecords } from './support/walk-records.mjs';

const outAt = process.argv.indexOf('--out');
const out = outAt === -1 ? null : process.argv[outAt + 1];
await ensureSetUp({ only: ['cli'], quiet: true });
const { folder } = throwawayPlace('walk');
const now = new Date();
const here = (name) => join(folder, name);
const sample = 'customers.csv';
const workspace = ['--workspace', 'Fallow.custos'];
const { author, approver, dpo } = people;
const passphrases = {
  [author]: passphrase,
  [approver]: 'four other words of an approver',
  [dpo]: 'what only the officer knows here',
};

/** Of the register, as the people who keep it would read it out. */
let logKey = '';

/** Stops the walk at the step that did not end as it should. */
function stop(step, status, said) {
  process.stdout.write(`✕ ${step}: exit ${status}\n${said}\n`);
  process.exit(1);
}

/** Runs `custos`, as somebody who works there where `who` says so; `tell` is the line of what it said that is shown.
 * @returns what stood on standard output */
function custos(step, args, { who = null, input = '', env = {}, tell = -1 } = {}) {
  const run = spawnSync(projectNode(), ['--no-warnings', commandLineEntry, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      NO_COLOR: '1',
      CUSTOS_HOME: here('account'),
      CUSTOS_PASSPHRASE: passphrases[who ?? author],
      ...(who === null || who === dpo ? {} : { CUSTOS_OPERATOR: who }),
      ...env,
    },
    maxBuffer: 2 ** 28,
  });
  if (run.status !== 0) stop(step, run.status, run.stderr + run.stdout);
  // What is data goes on; what is said to a person stands here, and no key does.
  const said = tell === null ? '' : (run.stderr.trim().split('\n').at(tell) ?? '').trim();
  process.stdout.write(`✓ ${step}${said === '' ? '' : `: ${said.slice(0, 160)}`}\n`);
  return run.stdout;
}

const json = (step, args, options) => JSON.parse(custos(step, [...args, '--json'], options));

/** Writes a draft, sends it as its author and approves it as somebody else. @returns its reference */
function record(kind, fields, { ref = null, takeOver = false } = {}) {
  const named = ref === null ? [] : [ref];
  const saved = json(
    `${kind}: draft by ${author}`,
    ['register', 'set', kind, ...named, '--from', '-', '--reason', 'first statement', ...workspace],
    { who: author, input: JSON.stringify(fields) },
  );
  return approved(kind, saved.ref, takeOver);
}

function approved(kind, ref, takeOver = false) {
  custos(`${kind} ${ref}: sent for review`, ['register', 'send', kind, ref, '--reason', 'complete', ...workspace], {
    who: author,
  });
  custos(
    `${kind} ${ref}: approved by ${approver}`,
    ['register', 'approve', kind, ref, ...(takeOver ? ['--take-over'] : []), ...workspace],
    { who: approver },
  );
  return ref;
}

function begin() {
  cpSync(join(projectRoot, 'resources', 'sample', sample), here(sample));
  const organisation = ['--organisation', 'Fallow & Finch Ltd', '--operator', author];
  custos('workspace', ['init', 'Fallow.custos', ...organisation], { tell: null });
  custos(`${approver} joins`, ['operator', 'add', approver, '--role', 'approver', ...workspace], {
    who: author,
    env: { CUSTOS_NEW_PASSPHRASE: passphrases[approver] },
  });
  const role = ['--role', 'author', '--reason', 'who drafts does not approve'];
  custos(`${author} is an author`, ['operator', 'role', author, ...role, ...workspace], { who: approver });
  custos('import', ['import', sample, ...workspace], { who: author });
  custos('decisions', ['decide', sample, '--accept-all', ...workspace], { who: author });
}

function declare() {
  for (const [kind, fields] of sharedRecords(now)) record(kind, fields);
  const why = ['--justification', 'groups of customers, none of them a person', '--why', 'groups are formed by it'];
  const bind = ['purposes', 'bind', sample, '--purpose', 'P1', '--basis', 'legitimate-interests', ...why];
  const bound = json('dataset bound to purpose P1', [...bind, ...workspace], { who: author });
  for (const { kind, ref, state } of json('what waits', ['register', 'records', ...workspace]))
    if (state === 'draft' && (kind === 'purpose' || ref === bound.ref)) approved(kind, ref);
}

function release() {
  custos('recipe', ['recommend', sample, '--purpose', 'P1', '-o', 'recipe.json'], { who: author });
  for (const [file, recipient] of [
    ['segments.csv', 'Agency Nord'],
    ['segments.tsv', 'Sales'],
  ])
    custos(
      `release ${file} to ${recipient}`,
      ['apply', sample, '--recipe', 'recipe.json', '-o', file, '--recipient', recipient, ...workspace],
      { who: author, tell: 0 },
    );
}

function assess() {
  const activity = ['--activity', 'PA-001', ...workspace];
  const proposal = json('screening proposed', ['dpia', 'screen', ...activity], { who: author });
  record('screening', screeningFields(now, proposal));
  record('assessment', assessmentFields(now));
  writeFileSync(here('dpia.txt'), custos('template filled', ['dpia', 'template', ...activity], { who: author }));
}

/** The officer countersigns a head with a key of their own, on a machine that need not have the workspace. */
function countersign() {
  const key = custos(`key of ${dpo}`, ['register', 'cosigner-key', dpo, '-o', 'dpo.key'], { who: dpo }).trim();
  const reason = ['--reason', 'data protection officer'];
  custos(`${dpo} is registered`, ['register', 'cosigner', key, ...reason, ...workspace], { who: approver });
  const { keys } = json('head kept outside', ['register', 'head', '-o', 'kept.head', ...workspace]);
  logKey = keys[0];
  const own = ['--key', 'dpo.key', '--log-key', logKey, '-o', 'countersigned.head'];
  custos('head countersigned', ['register', 'countersign', 'kept.head', ...own], { who: dpo });
  custos('countersignature in the log', ['register', 'countersigned', 'countersigned.head', ...workspace], {
    who: approver,
  });
}

async function prove() {
  custos('register verifies', ['register', 'verify', '--head', 'kept.head', ...workspace]);
  const principles = custos('principles', ['principles', ...workspace], { who: author });
  writeFileSync(here('principles.txt'), principles);
  custos('pack', ['evidence', '-o', 'pack.zip', ...workspace], { who: approver });
  custos('pack verifies with Custos', ['verify', 'pack.zip'], { env: { CUSTOS_HOME: here('elsewhere') } });
  const zip = await readZip(here('pack.zip'), 'pack.zip');
  for (const path of zip.paths) {
    mkdirSync(dirname(here(join('pack', path))), { recursive: true });
    writeFileSync(here(join('pack', path)), (await zip.read(path)) ?? '');
  }
  zip.close();
  const alone = spawnSync(projectNode(), [here('pack/15_log/verify.mjs'), here('pack'), '--key', logKey], {
    encoding: 'utf8',
  });
  const step = 'pack verifies with the program in it';
  if (alone.status !== 0) stop(step, alone.status, alone.stderr + alone.stdout);
  process.stdout.write(`✓ ${step}: ${alone.stdout.trim().split('\n', 1)[0]}\n`);
}

begin();
declare();
release();
record('activity', activityFields(now), { ref: 'PA-001', takeOver: true });
assess();
countersign();
await prove();
if (out !== null) {
  mkdirSync(resolve(out), { recursive: true });
  for (const name of ['pack.zip', 'dpia.txt', 'principles.txt', 'kept.head', 'countersigned.head'])
    cpSync(here(name), join(resolve(out), name));
  for (const file of ['segments.csv', 'segments.tsv'])
    for (const ending of ['', '.certificate.json', '.certificate.json.tlog-proof', '.datapackage.json'])
      cpSync(here(`${file}${ending}`), join(resolve(out), `${file}${ending}`));
  process.stdout.write(
    `Kept: ${readFileSync(join(resolve(out), 'pack.zip')).length} bytes of pack, and the releases\n`,
  );
}
