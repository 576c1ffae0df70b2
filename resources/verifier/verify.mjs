#!/usr/bin/env node
// Checks what Custos hands out, without Custos, with the SHA-256 and Ed25519 of a browser or of Node 20. It knows
// MANIFEST.json and MANIFEST.sig (a pack's files and who signed their list), audit.jsonl (the log) under checkpoint.txt
// (its head, C2SP tlog-checkpoint), public_key.txt (C2SP vkeys), register.json, *.tlog-proof and *.head (older heads).
const usage = 'Give the unpacked folder of a pack, or files: node verify.mjs FOLDER or FILES… [--key name+hash+key]';
const remarks = ['clock-behind', 'key-not-given', 'operator-recovered'];
const utf8 = (text) => new TextEncoder().encode(text);
const textOf = (bytes, fatal = false) => new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);
const attempt = (work) => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
const textIn = (files, path) => (files.has(path) ? textOf(files.get(path)) : '');
const listOf = (value) => (Array.isArray(value) ? value.map(Object) : []);
const parsed = (text) => attempt(() => JSON.parse(text)) ?? {};
const bytesOf = (hex) => Uint8Array.from(String(hex).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const hexOf = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes) => hexOf(await crypto.subtle.digest('SHA-256', bytes));
const nodeHash = (left, right) => sha256(bytesOf(`01${left}${right}`));
const treeRoot = (edge) => edge.reduceRight(async (root, left) => nodeHash(left, await root));
const toBase64 = (hex) => btoa(String.fromCharCode(...bytesOf(hex)));
const rawOf = (binary) => Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
/** Strict base64 as hex; empty for anything else. */
const fromBase64 = (text) => attempt(() => (btoa(atob(text)) === text ? hexOf(rawOf(atob(text))) : '')) ?? '';
const keyOf = (key) => crypto.subtle.importKey('raw', bytesOf(key), { name: 'Ed25519' }, false, ['verify']);
const no = () => false;
const isSignature = (key, text, signature) =>
  keyOf(key).then((made) => crypto.subtle.verify('Ed25519', made, bytesOf(signature), utf8(text)), no);
// C2SP signed notes: a text, an empty line, lines of signatures; type 01 signs the text, 04 a time and the text.
const keyHash = async (name, type, key) =>
  (await sha256(new Uint8Array([...utf8(`${name}\n`), ...bytesOf(type + key)]))).slice(0, 8);

export function readNote(note) {
  const border = note.lastIndexOf('\n\n');
  if (border < 0 || !note.endsWith('\n') || /(?!\n)\p{Cc}/u.test(note)) return { text: '', signatures: [] };
  const signatures = [];
  for (const line of note.slice(border + 2, -1).split('\n')) {
    const parts = /^— ([^\s\u0085+]{1,200}) ([A-Za-z0-9+/]+={0,2})$/u.exec(line);
    const bytes = fromBase64(parts?.[2]);
    if (bytes.length <= 8 || signatures.length === 64) return { text: '', signatures: [] };
    signatures.push({ name: parts[1], hash: bytes.slice(0, 8), bytes: bytes.slice(8) });
  }
  return { text: note.slice(0, border + 1), signatures };
}

/** What a key says of a note: absent, wrong, signed, or at which time. */
async function judge({ text, signatures }, name, key, type) {
  let found = 'absent';
  const known = await keyHash(name, type, key);
  for (const { bytes } of signatures.filter((one) => one.name === name && one.hash === known)) {
    const seconds = type === '04' ? Number.parseInt(bytes.slice(0, 16), 16) : 0;
    const signed = type === '04' ? `cosignature/v1\ntime ${seconds}\n${text}` : text;
    const rest = bytes.slice(type === '04' ? 16 : 0);
    if (rest.length !== 128 || seconds > 253402300799 || !(await isSignature(key, signed, rest))) return 'wrong';
    found = type === '04' ? { at: new Date(seconds * 1000).toISOString() } : 'signed';
  }
  return found;
}

export async function readHead(text, key) {
  const note = readNote(text);
  const body = /^(custos\/[0-9a-zA-Z-]{1,64})\n(0|[1-9]\d{0,15})\n(\S{44})\n(?:at ([\dT:.Z-]{20,30})\n)?$/;
  const [, origin, size, base64, old] = body.exec(note.text) ?? [];
  const root = fromBase64(base64);
  if (root.length !== 64) return 'it is not a signed checkpoint';
  const [signed, timed] = [await judge(note, origin, key, '01'), await judge(note, origin, key, '04')];
  if (signed === 'wrong' || timed === 'wrong') return 'its signature does not match its text';
  if (signed === 'absent') return 'it is not signed by this key';
  if (old === undefined && timed === 'absent') return 'it does not say, signed, when it was made';
  return { origin, size: Number(size), root, at: old ?? timed.at };
}

/** The Merkle root that an entry's hash and its RFC 6962 audit path lead to. */
async function rootFrom(leaf, index, size, path) {
  if (size <= 1) return path.length === 0 ? leaf : '';
  let split = 1;
  while (split * 2 < size) split *= 2;
  const [rest, sibling] = [path.slice(0, -1), path.at(-1) ?? ''];
  if (index < split) return nodeHash(await rootFrom(leaf, index, split, rest), sibling);
  return nodeHash(sibling, await rootFrom(leaf, index - split, size - split, rest));
}

const hashedNames = ['actor', 'clock', 'kind', 'payload', 'prev_hash', 'seq', 'subject_ref', 'ts'];
const isStatement = ({ kind }) => kind === 'head.countersigned' || kind === 'head.stamped';

/** Recomputes every hash of a log and follows its chain; `sizes`: at which the Merkle root is wanted. */
async function walk(rows, sizes, found) {
  const roots = new Map([[0, await sha256(new Uint8Array())]]);
  const [edge, broken, sound] = [[], [], rows.slice(0, 0)];
  let [count, expected, previous, time, behind] = [0, 1, '0'.repeat(64), '', 0];
  for (const row of rows) {
    const seq = Number.isSafeInteger(row.seq) ? row.seq : expected;
    if (seq < expected) found(seq, 'inserted', `Entry ${seq} stands where entry ${expected} belongs.`);
    if (seq < expected) continue;
    if (seq > expected) found(expected, 'missing', `Entries ${expected}–${seq - 1} were removed after being written.`);
    const hash = await sha256(utf8(`\0${JSON.stringify({ ...row, clock: row.clock ?? undefined }, hashedNames)}`));
    const kept = hash === row.leaf_hash;
    if (!kept) found(seq, 'changed', `Entry ${seq} was changed: its content does not match its hash.`);
    else if (seq === expected && previous !== null && row.prev_hash !== previous) broken.push(seq);
    else if (row.ts < time) found(seq, 'time-order', `Entry ${seq} says it was written before entry ${seq - 1}.`);
    if (kept && row.ts > time) time = row.ts;
    if (kept && row.kind === 'checkpoint.rolled-back')
      found(seq, 'rolled-back', `Entry ${seq} says that this register was put back: what stood after is not in it.`);
    if (kept && (row.clock ?? row.ts) < row.ts) behind ||= seq;
    if (kept) sound.push(row);
    [previous, expected] = [kept ? hash : null, seq + 1];
    let node = hash;
    for (let size = count; size % 2 === 1; size = (size - 1) / 2) node = await nodeHash(edge.pop(), node);
    edge.push(node);
    count += 1;
    if (sizes.has(count)) roots.set(count, await treeRoot(edge));
  }
  if (rows.length === 0) found(1, 'missing', 'The log has no entries: all of them were removed.');
  for (let at = 0; at < broken.length; at += 1) {
    const both = broken[at + 1] === broken[at] + 1;
    const bad = both || broken[at] === 1 ? broken[at] : broken[at] - 1;
    found(bad, 'replaced', `Entry ${bad} was replaced: it does not stand in the chain of the others.`);
    if (both) at += 1;
  }
  if (behind > 0) found(behind, 'clock-behind', `The clock of the machine ran backwards at entry ${behind}.`);
  return { roots, last: expected - 1, sound };
}

const forApprovers = /^(operator\.(added|role-changed)|policy\..+|record\.(approved|retired)|cosigner\.registered)$/;

/** Whether each entry, from the first operator's on, is signed by the key that its actor had then. */
async function checkOperators(entries, found) {
  const people = new Map();
  for (const { seq, kind, actor, payload, leaf_hash: leaf, public_key: by, signature } of entries) {
    const [me, adds] = [people.get(actor), kind === 'operator.added'];
    const [first, isHere] = [people.size === 0, me?.left === false];
    if (first && !adds) continue;
    const { name, role, to, publicKey, overridden } = parsed(payload);
    const overrides = kind.startsWith('release.') && Array.isArray(overridden) ? overridden : [];
    const brings = first || (kind === 'operator.recovered' && isHere);
    const key = brings ? name === actor && publicKey : isHere && me.publicKey;
    if (!key) found(seq, 'operator-unknown', `Entry ${seq} is by ${actor}, who was no operator then.`);
    else if (!signature) found(seq, 'signature-missing', `Entry ${seq} does not bear the signature of ${actor}.`);
    else if (by !== key) found(seq, 'signature-foreign', `Entry ${seq} is not signed with the key of ${actor}.`);
    else if (!(await isSignature(fromBase64(key), `custos-entry/1\n${leaf}\n`, fromBase64(signature))))
      found(seq, 'signature-wrong', `The signature of ${actor} does not fit entry ${seq}.`);
    const approves = forApprovers.test(kind) || (kind === 'operator.left' && name !== actor) || overrides.length > 0;
    if (!first && (me?.role === 'approver' ? overrides.some((each) => each?.by !== actor) : approves))
      found(seq, 'role-exceeded', `Entry ${seq} takes an approver, and ${actor} was none then, or spoke for another.`);
    if (kind === 'operator.recovered') found(seq, 'operator-recovered', `${actor} got a new key: ask them why.`);
    const news = { added: { role, publicKey, left: false }, recovered: { publicKey }, left: { left: true } };
    const change = { ...news, 'role-changed': { role: to } }[kind.split('operator.')[1]];
    if (change && people.has(name) !== adds) people.set(name, { ...people.get(name), ...change });
  }
}

/** Checks an exported log under its signed head and heads that were kept elsewhere. */
async function checkLog(files, log, key, report) {
  const text = attempt(() => textOf(files.get(log), true));
  if (text === undefined) return report(log, null, 'changed', 'The log is not UTF-8: its bytes were changed.');
  const rows = text.split('\n').slice(0, -1).map(parsed);
  const own = log.replace(/audit\.jsonl$/, 'checkpoint.txt');
  const heads = new Map();
  for (const [name, bytes] of files)
    if (name === own || name.endsWith('.head')) heads.set(name, await readHead(textOf(bytes), key));
  const claimed = rows.filter(isStatement).map(({ payload }) => parsed(payload).size);
  const sizes = new Set([...[...heads.values()].map(({ size }) => size), ...claimed]);
  const broken = [];
  const chain = await walk(rows, sizes, (seq, kind, detail) => {
    if (['changed', 'inserted', 'missing', 'replaced'].includes(kind)) broken.push(seq);
    report(log, seq, kind, detail);
  });
  await checkOperators(chain.sound, (...finding) => report(log, ...finding));
  if (!heads.has(own)) report(own, null, 'head-missing', 'The signed head of the log is missing.');
  for (const [name, head] of heads) {
    if (typeof head === 'string') report(name, null, 'head-invalid', `The signed head cannot be trusted: ${head}.`);
    else if (head.size > chain.last)
      report(name, chain.last + 1, 'removed', `This head covers ${head.size} entries, the log ends at ${chain.last}.`);
    else if (chain.roots.get(head.size) !== head.root && !broken.some((seq) => seq <= head.size))
      report(name, null, 'rewritten', `The log was rewritten as a whole: entries up to ${head.size} are others.`);
    if (name === own && head.size < chain.last)
      report(log, head.size + 1, 'unsigned', `Entries from ${head.size + 1} came after the signed head.`);
  }
  for (const { seq, kind, payload } of chain.sound.filter(isStatement)) {
    const { size, root, name, publicKey, at, signature } = parsed(payload);
    if (chain.roots.get(size) !== root && !broken.some((bad) => bad <= size))
      report(log, seq, 'head-contradicted', `Entry ${seq} is about a head of ${size} entries that this log never had.`);
    const text = `cosignature/v1\ntime ${Date.parse(at) / 1000}\n${heads.get(own)?.origin}\n${size}\n${toBase64(root)}\n`;
    if (kind === 'head.countersigned' && !(await isSignature(fromBase64(publicKey), text, fromBase64(signature))))
      report(log, seq, 'countersignature-wrong', `The countersignature of ${name} in entry ${seq} does not fit.`);
  }
  const pack = log.replace(/[^/]*\/audit\.jsonl$/, '');
  checkRecords(files, `${pack}01_register/register.json`, chain.sound, report);
  // Of a log that does not hold, nothing can be held to what it says.
  if (broken.length > 0) return;
  holdProofs(chain.sound, (...finding) => report(log, ...finding));
  if (pack !== log) checkCopies(files, pack, chain.sound, report);
}

const number = (value) => (typeof value === 'number' ? value : 0);
const sumOf = (rules) => rules.reduce((all, { acted }) => all + number(acted), 0);

/** Whether the numbers of a proof's rules can come to those of its rows and cells. */
function addsUp({ rules, rowsBefore, rowsAfter, cellsEmptied }) {
  const gone = number(rowsBefore) - number(rowsAfter);
  const byRow = listOf(rules).filter(({ action }) => action !== 'empty' && action !== 'review');
  return (
    gone >= Math.max(0, ...byRow.map(({ acted }) => number(acted))) &&
    gone <= sumOf(byRow) &&
    number(cellsEmptied) <= sumOf(listOf(rules).filter(({ action }) => action === 'empty')) &&
    listOf(rules).every(
      ({ acted, over, held, total }) => number(acted) <= number(over) - number(held) && number(over) <= number(total),
    )
  );
}

/** What a proof that retention changed a dataset says otherwise than the entries before it; undefined: nothing. */
function untrue(proof, { before, rewriting, left } = {}) {
  if (!rewriting) return 'no entry before it says that its rows were written anew';
  const parts = [
    ['rowsBefore', rewriting.rowsBefore],
    ['rowsAfter', rewriting.rowsAfter],
    ['cellsEmptied', rewriting.cells],
    ['sha256Before', rewriting.rowsSealedBefore],
    ['sha256After', left.sha256],
    ['rowsBefore', before?.rows ?? proof.rowsBefore],
    ['sha256Before', before?.sha256 ?? proof.sha256Before],
  ];
  const part = parts.find(([name, was]) => proof[name] !== was)?.[0];
  if (part) return `its ${part} is not what the entries before it left`;
  return addsUp(proof) ? undefined : 'its numbers do not add up';
}

/** Proofs of runs of retention (counts and hashes before and after) against the entries by which rows were written. */
function holdProofs(entries, found) {
  const [datasets, unproven] = [new Map(), new Map()];
  const alone = (id) => {
    if (unproven.has(id))
      found(unproven.get(id), 'retention-proof', `No entry proves the retention of entry ${unproven.get(id)}.`);
    unproven.delete(id);
  };
  for (const { seq, kind, subject_ref: id, payload } of entries) {
    const [facts, known] = [parsed(payload), datasets.get(id)];
    const sha256 = listOf(facts.sealed).find(({ name }) => name === `${id}.rows`)?.sha256 ?? null;
    if (kind === 'dataset.imported' || kind === 'dataset.joined')
      datasets.set(id, { left: { rows: facts.rows, sha256 } });
    if (kind === 'dataset.rewritten') {
      alone(id);
      datasets.set(id, { before: known?.left, rewriting: facts, left: { rows: facts.rowsAfter, sha256 } });
      if (facts.cause === 'retention') unproven.set(id, seq);
    }
    if (kind !== 'retention.ran') continue;
    unproven.delete(id);
    const why = untrue(facts, known);
    if (why) found(seq, 'retention-proof', `The proof of retention in entry ${seq} is not true: ${why}.`);
    if (known) known.rewriting = undefined;
  }
  for (const id of unproven.keys()) alone(id);
}

const byName = ([one], [other]) => (one < other ? -1 : 1);
const inOrder = (_, value) =>
  value?.constructor === Object ? Object.fromEntries(Object.entries(value).toSorted(byName)) : value;
/** A value as a text in which the keys of every object stand in one order. */
const ordered = (value) => JSON.stringify(value, inOrder);
/** Every object in a file that says it is what an entry of the log says. */
const copiesIn = (value) =>
  Object(value) === value
    ? [...('entry' in value && 'leafHash' in value ? [value] : []), ...Object.values(value).flatMap(copiesIn)]
    : [];

/** What the files of a pack repeat of the log (runs of retention, checks, erasures), against the entries they name. */
function checkCopies(files, folder, entries, report) {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const arrivals = entries.filter(({ kind }) => kind === 'dataset.imported' || kind === 'dataset.joined');
  const names = new Map(arrivals.map(({ subject_ref: id, payload }) => [id, parsed(payload).name]));
  for (const file of files.keys()) {
    const text = file.startsWith(folder) && file.endsWith('.json') ? textIn(files, file) : '';
    const copies = text.includes('"leafHash"') ? attempt(() => copiesIn(parsed(text))) : [];
    if (!copies) report(file, null, 'copy', 'It is nested deeper than anything that Custos writes.');
    for (const copy of copies ?? []) {
      const { seq, leaf_hash: leafHash, ts, actor, kind = '', payload } = bySeq.get(copy.entry) ?? {};
      const said = parsed(payload);
      const dataset = names.get(said.datasetId) ?? said.datasetId;
      const short = copy.kind === kind.split('.')[1] ? copy.kind : kind;
      const told = { entry: seq, leafHash, at: ts, by: actor, kind: short, dataset, ...said };
      const part = Object.keys(copy).find((key) => ordered(copy[key]) !== ordered(told[key]));
      if (part) report(file, copy.entry, 'copy', `It does not say of "${part}" what the log says in this entry.`);
    }
  }
}

/** Versions of a pack's records that somebody sent or approved are those whose hashes the log names. */
function checkRecords(files, path, entries, report) {
  const told = entries.filter(({ kind }) => kind === 'record.sent' || kind === 'record.approved');
  const hashes = new Set(told.map(({ payload }) => parsed(payload).versionSha256));
  for (const { ref, version, state, sha256: hash } of listOf(parsed(textIn(files, path)).records))
    if (!['draft', 'returned'].includes(state) && !hashes.has(hash))
      report(path, null, 'record', `${ref}, version ${version}, is not the one that the log tells of.`);
}

/** A `.tlog-proof`, and the certificate and the release that lie beside it. */
async function checkProof(files, name, key, report) {
  const wrong = (detail) => report(name, null, 'proof-invalid', detail);
  const form = /^c2sp\.org\/tlog-proof@v1\nextra (\S+)\nindex (0|[1-9]\d{0,15})\n((?:\S{44}\n){0,64})\n([^]*)$/;
  const [, extra, index, path, note] = form.exec(textOf(files.get(name))) ?? [];
  const seq = Number(index) + 1;
  const hashes = path?.split('\n').slice(0, -1).map(fromBase64);
  const entry = fromBase64(extra);
  if (!entry || hashes.includes('')) return wrong('This is no proof: it may have been cut short.');
  const head = await readHead(note, key);
  if (typeof head === 'string') return wrong(`Its signed head cannot be trusted: ${head}.`);
  const leaf = await sha256(new Uint8Array([0, ...bytesOf(entry)]));
  if (seq > head.size || (await rootFrom(leaf, seq - 1, head.size, hashes)) !== head.root)
    return wrong(`It does not show that this entry is entry ${seq} of the log.`);
  const facts = parsed(parsed(textOf(bytesOf(entry))).payload);
  const beside = ['.tlog-proof', '.certificate.json.tlog-proof'].map((end) => name.slice(0, -end.length));
  for (const [at, hash] of [facts.certificateSha256, facts.outputSha256].entries())
    if (hash && files.has(beside[at]) && (await sha256(files.get(beside[at]))) !== hash)
      report(beside[at], seq, 'file-changed', `This is not the file that entry ${seq} is about.`);
}

/** The list of a pack's files, each held against its bytes, and the signature of the list. */
async function checkManifest(files, path, key, report) {
  const folder = path.slice(0, -'MANIFEST.json'.length);
  const manifest = parsed(textOf(files.get(path)));
  const signature = `${folder}MANIFEST.sig`;
  const note = readNote(textIn(files, signature));
  const judged = await Promise.all(note.signatures.map(({ name }) => judge(note, name, key, '01')));
  const said = note.text.split('\n');
  if (judged.includes('wrong') || !judged.includes('signed'))
    report(signature, null, 'manifest-unsigned', 'The list of files is not signed by the key of the log.');
  else if (!said[0].startsWith('custos-evidence/') || said[1] !== `sha256 ${await sha256(files.get(path))}`)
    report(path, null, 'file-changed', 'The list of files was changed: its signature is about another list.');
  const names = new Set([path, signature]);
  for (const { path: name, bytes, sha256: hash } of listOf(manifest.files)) {
    const file = `${folder}${name}`;
    if (names.has(file)) report(file, null, 'manifest-invalid', 'The list names this file twice.');
    names.add(file);
    const content = files.get(file);
    if (content === undefined) report(file, null, 'file-missing', 'The file is missing.');
    else if (content.length !== bytes || (await sha256(content)) !== hash)
      report(file, null, 'file-changed', 'The file was changed: its bytes are not those that were signed.');
  }
  for (const file of files.keys())
    if (file.startsWith(folder) && !names.has(file)) report(file, null, 'file-added', 'The list does not name it.');
}

/** Checks files (bytes by path) by what they are; `given`: a vkey that came another way, else the files' own is taken. */
export async function verifyFiles(files, given) {
  const problems = [];
  const report = (file, seq, kind, detail) => void problems.push({ file, seq, kind, detail });
  const ending = (end) => [...files.keys()].filter((name) => `/${name}`.endsWith(end));
  const [[manifest], [signature], [keys]] = ['/MANIFEST.json', '/MANIFEST.sig', '/public_key.txt'].map(ending);
  const [logs, proofs, [certificate]] = ['/audit.jsonl', '.tlog-proof', '.certificate.json'].map(ending);
  const key =
    fromBase64((given ?? textIn(files, keys)).split('\n')[0].split('+').slice(2).join('+')).slice(2) ||
    fromBase64(parsed(textIn(files, manifest)).publicKey) ||
    fromBase64(parsed(textIn(files, certificate)).signature?.publicKey);
  const canCheck = await keyOf('01'.repeat(32)).catch(no);
  if (!canCheck) report('', null, 'cannot-check', 'This browser cannot check Ed25519 signatures: take a newer one.');
  for (const zip of ending('.zip')) report(zip, null, 'packed', 'Unpack this, and choose the folder that comes of it.');
  if (!key) report('', null, 'key-missing', 'No public key was found: give one with --key.');
  if (!given && key) report('', null, 'key-not-given', `The key is the files' own; compare it: ${toBase64(key)}`);
  if (signature && !manifest) report('MANIFEST.json', null, 'file-missing', 'The list of files is missing.');
  if (!canCheck || !key) return { ok: false, checked: [], files: files.size, problems };
  if (manifest) await checkManifest(files, manifest, key, report);
  for (const log of logs) await checkLog(files, log, key, report);
  for (const proof of proofs) await checkProof(files, proof, key, report);
  const checked = [manifest, ...logs, ...proofs].filter(Boolean);
  if (checked.length === 0) report('', null, 'nothing', 'There is nothing here that this program can check.');
  return { ok: problems.every(({ kind }) => remarks.includes(kind)), checked, files: files.size, problems };
}

const line = ({ file, seq, kind, detail }) => `\n  ${detail} (${file && `${file}, `}${seq ? `entry ${seq}, ` : ''}${kind})`;
/** What was found, in lines of text. */
export const told = ({ ok, checked, files, problems }) =>
  (ok ? `Nothing was changed: ${files} files, checked by ${checked.join(', ')}.` : 'These files do NOT verify.') +
  problems.map(line).join('');

async function onCommandLine(args) {
  const { readFile, readdir, stat } = await import('node:fs/promises');
  const files = new Map();
  const take = async (path, name) => {
    if ((await stat(path)).isDirectory())
      for (const inside of await readdir(path)) await take(`${path}/${inside}`, name ? `${name}/${inside}` : inside);
    else files.set(name || path.split(/[\\/]/).at(-1), new Uint8Array(await readFile(path)));
  };
  const at = args.indexOf('--key');
  const given = at < 0 ? undefined : args.splice(at, 2)[1];
  if (args.length === 0 || args[0].startsWith('-')) return { ok: args[0] === '--help', text: usage };
  for (const path of args) await take(path, '');
  return verifyFiles(files, given);
}

if (globalThis.process?.argv?.[1]?.endsWith('verify.mjs')) {
  const unread = ({ message }) => ({ ok: false, text: `That cannot be read: ${message}. ${usage}` });
  const found = await onCommandLine(process.argv.slice(2)).catch(unread);
  process.stdout.write(`${found.text ?? told(found)}\n`);
  process.exitCode = found.ok ? 0 : 1;
}
