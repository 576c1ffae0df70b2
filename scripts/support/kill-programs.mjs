// The programs that scripts/kill-writes.mjs kills, which part of the kills each gets, and how it is known afterwards that
// what they acknowledged is there.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exportHead } from '../../electron/engine/journal/heads.ts';
import { getEntry, listOperators, verifyRegister } from '../../electron/engine/journal/read-journal.ts';
import { getRecordOf, listRecordsOf } from '../../electron/engine/use-cases/records/records-of-folder.ts';
import { verifyFiles } from '../../resources/verifier/verify.mjs';

/**
 * @typedef {{ directory: string, released: string, env: { profileDirectory: string }, entries: number }} Left what a
 *   killed program left: the workspace, the folder into which it released, how many entries verify
 * @type {readonly { file: string, share: number, mostMs: number, signed?: true,
 *   isThere: (line: string, left: Left) => boolean | Promise<boolean> }[]}
 * `mostMs`: how long it may write after the first line that it acknowledged; `signed`: in a workspace of several operators
 */
export const killPrograms = [
  { file: 'append-forever.ts', share: 0.28, mostMs: 60, isThere: (line, { entries }) => entries >= Number(line) },
  { file: 'save-records-forever.ts', share: 0.2, mostMs: 120, isThere: isRecorded },
  { file: 'release-forever.ts', share: 0.14, mostMs: 1500, isThere: isReleased },
  { file: 'save-recipes-forever.ts', share: 0.14, mostMs: 200, isThere: isKept },
  { file: 'change-operators-forever.ts', share: 0.14, mostMs: 100, signed: true, isThere: isEnteredOfPeople },
  { file: 'sign-heads-forever.ts', share: 0.1, mostMs: 150, signed: true, isThere: isCountersigned },
];

/**
 * `saved 7`: a draft or version holds that number, or the next, which was put in its place and not acknowledged;
 * `approved 3`: so many versions were approved.
 */
function isRecorded(line, { directory }) {
  const [what, number] = line.split(' ');
  const [record] = listRecordsOf(directory, 'system');
  if (record === undefined) return false;
  const { versions, draft } = getRecordOf(directory, { kind: 'system', id: record.id });
  if (what === 'approved') return versions.some((one) => one.approvedBy !== null && one.version >= Number(number));
  const versionOf = (version) => getRecordOf(directory, { kind: 'system', id: record.id, version }).version;
  const bodies = [draft, ...versions.map(({ version }) => versionOf(version))];
  const held = JSON.stringify(bodies);
  return [number, String(Number(number) + 1)].some((value) => held.includes(`"value":"${value}"`));
}

/** `released 17 /folder/out.csv`: the entry is there, and file, certificate and proof hold together. */
async function isReleased(line, { directory }) {
  const [, seq, path] = line.split(' ');
  if (getEntry(directory, Number(seq)).kind !== 'release.written') return false;
  const paths = [path, `${path}.certificate.json`, `${path}.certificate.json.tlog-proof`];
  if (!paths.every(existsSync)) return false;
  const [key] = exportHead(directory).keys;
  const files = new Map(paths.map((one) => [basename(one), readFileSync(one)]));
  return (await verifyFiles(files, key)).ok;
}

/** `kept 7 DATASET`: its recipe holds that number or one saved since; `sat 21`: the entry of a sitting is there. */
function isKept(line, { directory }) {
  const [what, number, datasetId] = line.split(' ');
  if (what === 'sat') return getEntry(directory, Number(number)).kind === 'recipe.saved';
  const { steps } = JSON.parse(readFileSync(join(directory, 'recipes', `${datasetId}.json`), 'utf8'));
  return Number(/\d+$/.exec(steps[0].reason)[0]) >= Number(number);
}

/** `added NAME`, `reviewer NAME`, `left NAME`: the register says so of them. */
function isEnteredOfPeople(line, { directory }) {
  const [what, name] = line.split(' ');
  const known = listOperators(directory).find((operator) => operator.name === name);
  if (what === 'left') return known?.left !== null && known !== undefined;
  return known !== undefined && (what === 'added' || known.role === 'reviewer');
}

/** `countersigned 17 /folder/kept.head`: the entry is there, and the register goes on from that head. */
function isCountersigned(line, { directory, env }) {
  const [, seq, path] = line.split(' ');
  if (getEntry(directory, Number(seq)).kind !== 'head.countersigned') return false;
  return verifyRegister(directory, { ...env, heads: [readFileSync(path, 'utf8')] }).ok;
}
