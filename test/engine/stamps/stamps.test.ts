import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readZip } from '#engine/evidence/read-zip.ts';
import { verifyPack } from '#engine/evidence/verify-pack.ts';
import { exportHead } from '#engine/journal/heads.ts';
import { verifyInFull, verifyRegister } from '#engine/journal/read-journal.ts';
import { requestStamp } from '#engine/journal/stamped-heads.ts';
import { readStamp } from '#engine/stamps/read-stamp.ts';
import { stampFacts } from '#engine/stamps/stamp-facts.ts';
import { openWorkspace } from '#engine/workspace/open-workspace.ts';
import type { EntryPayload } from '#shared/journal/entry-kinds/index.ts';
import type { PackProfile } from '#shared/domain/pack-profile.ts';
import { verifyFiles } from '#resources/verifier/verify.mjs';
import { follow, makeEngine } from '#test/support/make-engine.ts';
import { timeStampAuthority } from '#test/support/time-stamp-authority.ts';
import { edit } from '../journal/tamper-ways.ts';
import { forge } from '../workspace/forge-entry.ts';
import { testPlace } from '../workspace/support.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const passphrase = 'correct horse battery staple';

/** A workspace with a request for a stamp of its newest head, which has grown since. */
async function asked() {
  const made = makeEngine();
  onTestFinished(() => made.close());
  const { engine, client, path } = made;
  const directory = path('Acme.custos');
  const grant = (name: string): string => engine.grants.add(path(name), 'read').grantId;
  await client.workspaces.create({
    grantId: engine.grants.add(directory, 'workspace-create').grantId,
    organisation: 'Acme',
    operator: 'Ada',
    policy: 'customer-tracking',
    passphrase,
  });
  const { request, head } = requestStamp(directory, random);
  writeFileSync(path('acme.tsq'), request);
  await client.policy.override({ key: 'targeting-age', value: 19, reason: 'a house rule' });
  const bring = async (answer: Buffer, root?: Buffer) => {
    writeFileSync(path('acme.tsr'), answer);
    if (root !== undefined) writeFileSync(path('root.der'), root);
    return client.register.addStamp({
      grantId: grant('acme.tsr'),
      requestGrantId: grant('acme.tsq'),
      ...(root === undefined ? {} : { rootGrantId: grant('root.der') }),
    });
  };
  const verify = () => verifyRegister(directory, { profileDirectory: path('profile') });
  /** A pack of it, by what its files are called. */
  const pack = async (name: string, profile: PackProfile = 'authority') => {
    const { grantId } = engine.grants.add(path(name), 'write');
    const { gaps } = await follow(client.evidence.export({ grantId, profile }));
    const zip = await readZip(path(name), name);
    const files = new Map<string, Uint8Array>();
    for (const file of zip.paths) files.set(file, (await zip.read(file))!);
    zip.close();
    return { files, gaps, checked: await verifyPack(path(name)) };
  };
  /** What a program of their own enters for whoever has the passphrase, with the file that it tells of. */
  const enter = async (answer: Buffer, otherwise: object = {}) => {
    const stamp = readStamp(answer);
    const facts = typeof stamp === 'string' ? null : stampFacts(stamp);
    if (facts === null) throw new Error('no stamp');
    const stampSha256 = createHash('sha256').update(answer).digest('hex');
    mkdirSync(join(directory, 'stamps'), { recursive: true });
    writeFileSync(join(directory, 'stamps', `${stampSha256}.tsr`), answer);
    const { size, root } = head;
    const payload = { size, root, ...facts, trustedRootSha256: null, stampSha256, ...otherwise };
    const place = { root: made.directory, directory, env: forgersPlace(path('profile')) };
    await forge(place, { operator: '', passphrase }, 'Ada', {
      kind: 'head.stamped',
      subjectRef: 'a workspace',
      payload,
    });
  };
  return { ...made, directory, request, head, bring, verify, pack, enter };
}

/** Surroundings of a program that is not Custos, on the same machine. */
const forgersPlace = (profileDirectory: string) => ({ ...testPlace().env, clock: () => new Date(), profileDirectory });

const refused = (words: string) => ({ code: 'NOTE_REFUSED', message: expect.stringContaining(words) });

it('takes a stamp in for the head that was asked for, and says that nobody decided whom to trust', async () => {
  const { request, head, bring, verify, directory, client } = await asked();
  const authority = await timeStampAuthority();
  // An hour ago: the certificate holds from the day before.
  const at = new Date(Math.floor(Date.now() / 1000) * 1000 - 3_600_000);
  const answer = await authority.answer(request, { at });
  // What a stranger would say too: the imprint is the SHA-256 of the three lines of that head.
  expect(request.includes(createHash('sha256').update(head.text).digest())).toBe(true);
  expect(exportHead(directory).size).toBeGreaterThan(head.size);
  const added = await bring(answer);
  expect(added).toMatchObject({ size: head.size, at: at.toISOString(), authority: 'Stamps of a test', trusted: false });
  const entry = await client.register.get({ seq: added.entry });
  expect(entry.sentence).toContain('whether that authority is to be trusted was not decided');
  expect(entry.payload).toMatchObject({ root: head.root, trustedRootSha256: null });
  expect(verify()).toMatchObject({ ok: true, problems: [] });
  await expect(bring(answer)).rejects.toMatchObject(refused('is in the register already'));
});

it('leads to a certificate that the person trusts, and to no other', async () => {
  const { request, bring, client } = await asked();
  const [authority, another] = [await timeStampAuthority(), await timeStampAuthority()];
  const answer = await authority.answer(request);
  await expect(bring(answer, another.root)).rejects.toMatchObject(refused('the certificate you trust'));
  await expect(bring(answer, Buffer.from('no certificate'))).rejects.toMatchObject(refused('holds no certificate'));
  // Of several that are trusted, the one that it leads to is entered.
  const pem = [another.root, authority.root]
    .map((root) => `-----BEGIN CERTIFICATE-----\n${root.toString('base64')}\n-----END CERTIFICATE-----\n`)
    .join('');
  const added = await bring(answer, Buffer.from(pem));
  expect(added.trusted).toBe(true);
  const { payload, sentence } = await client.register.get({ seq: added.entry });
  expect(sentence).toContain('that it leads to a certificate to be trusted is the word of Ada');
  expect(payload).toMatchObject({ trustedRootSha256: createHash('sha256').update(authority.root).digest('hex') });
});

it('refuses in one sentence what is no stamp of this head, and keeps nothing of it', async () => {
  const { request, bring, directory, verify, path } = await asked();
  const other = await asked();
  const authority = await timeStampAuthority();
  const answer = await authority.answer(request);
  const entries = exportHead(directory).size;
  const foreign = await timeStampAuthority();
  for (const [bytes, words] of [
    [await authority.answer(other.request), 'does not answer acme.tsq: it stamps something else'],
    [await authority.answer(request, { imprint: new Uint8Array(32) }), 'stamps something else'],
    [await authority.answer(request, { nonce: new Uint8Array([7, 7]) }), 'repeats another number'],
    [await authority.answer(request, { nonce: null }), 'repeats another number'],
    [await authority.answer(request, { status: 2 }), 'refuses to stamp'],
    [await authority.answer(request, { bare: true }), 'does not hold the certificate'],
    [await authority.answer(request, { bound: foreign.certificate }), 'does not hold the certificate'],
    [await authority.answer(request, { at: new Date('2001-01-01T00:00:00Z') }), 'did not hold at the time'],
    [answer.subarray(0, answer.length - 10), 'was cut short'],
    [Buffer.concat([answer, Buffer.from('x')]), 'no answer of a time-stamp authority'],
    [Buffer.from('a stamp'), 'no answer of a time-stamp authority'],
    [Buffer.alloc(0), 'no answer of a time-stamp authority'],
    [Buffer.alloc(100_000, 0x30), 'no answer of a time-stamp authority'],
    [request, 'no answer of a time-stamp authority'],
  ] as const)
    await expect(bring(bytes), words).rejects.toMatchObject(refused(words));
  for (const options of [{ usage: '1.3.6.1.5.5.7.3.1' }, { critical: false }])
    await expect(bring(await (await timeStampAuthority(options)).answer(request))).rejects.toMatchObject(
      refused('not one for time stamps alone'),
    );
  await expect(bring(Buffer.alloc(50_000_000))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  writeFileSync(path('acme.tsq'), other.request);
  await expect(bring(await authority.answer(other.request))).rejects.toMatchObject(
    refused('not a stamp of a head of this register'),
  );
  writeFileSync(path('acme.tsq'), 'a request');
  await expect(bring(answer)).rejects.toMatchObject(refused('no request for a time stamp'));
  expect(exportHead(directory).size).toBe(entries);
  expect(readdirSync(directory)).not.toContain('stamps');
  expect(verify()).toMatchObject({ ok: true, problems: [] });
});

it('refuses a stamp with any changed byte of what is signed or of the signature', async () => {
  const { request, bring } = await asked();
  const authority = await timeStampAuthority();
  const answer = await authority.answer(request);
  const signed = answer.indexOf(Buffer.from('Stamps of a test')) - 200;
  for (const at of [answer.length - 5, answer.length - 40, signed]) {
    const changed = Buffer.from(answer);
    changed[at]! ^= 1;
    await expect(bring(changed), `byte ${at}`).rejects.toMatchObject({ code: 'NOTE_REFUSED' });
  }
});

it('asks for an older head that was kept, and for none that the register never had', async () => {
  const { directory, client } = await asked();
  const kept = exportHead(directory);
  await client.policy.override({ key: 'targeting-age', value: 20, reason: 'another house rule' });
  expect(requestStamp(directory, random, { note: kept.note, file: 'kept.head' }).head.size).toBe(kept.size);
  const other = await asked();
  const { note } = exportHead(other.directory);
  expect(() => requestStamp(directory, random, { note, file: 'kept.head' })).toThrow('kept.head is a head that this');
});

it('lies in a pack beside its head; verification finds a stamp that was changed, lost, or never was one', async () => {
  const { request, bring, verify, directory, client, head, pack } = await asked();
  const authority = await timeStampAuthority();
  const { entry } = await bring(await authority.answer(request));
  const { files, checked } = await pack('pack.zip');
  const [stamp] = [...files.keys()].filter((file) => file.endsWith('.tsr'));
  expect(stamp).toMatch(new RegExp(`^15_log/timestamps/head-${head.size}-[0-9a-f]{16}\\.tsr$`));
  expect(Buffer.from(files.get(`15_log/timestamps/head-${head.size}.txt`)!).toString()).toBe(head.text);
  expect(checked).toMatchObject({ ok: true, problems: [], files: files.size });
  const alone = await verifyFiles(files, exportHead(directory).keys[0]);
  expect(alone).toMatchObject({ ok: true, problems: [], files: files.size });

  const [kept] = readdirSync(join(directory, 'stamps')).map((name) => join(directory, 'stamps', name));
  const bytes = readFileSync(kept!);
  const kinds = () => verify().problems.map(({ seq, kind }) => `${seq} ${kind}`);
  writeFileSync(kept!, Buffer.concat([bytes, Buffer.from('x')]));
  expect(kinds()).toEqual([`${entry} stamp-changed`]);
  const changed = await pack('changed.zip');
  expect(changed.checked.problems).toMatchObject([{ kind: 'stamp' }]);
  expect(changed.gaps.join(' ')).toContain(`is not the one of entry ${entry}: it was changed`);
  rmSync(kept!);
  expect(kinds()).toEqual([`${entry} stamp-missing`]);
  const lost = await pack('lost.zip');
  expect(lost.gaps).toContainEqual(
    expect.stringContaining(`not in the workspace any more, so that checking this pack`),
  );
  expect(lost.gaps.join(' ')).toContain(`Stamps of a test (entry ${entry})`);
  expect(lost.checked).toMatchObject({
    ok: false,
    problems: [{ file: stamp, kind: 'stamp', detail: expect.stringContaining(`entry ${entry} tells of was lost`) }],
  });
  const ofPublic = await pack('public.zip', 'public');
  expect(ofPublic.checked).toMatchObject({ ok: true });
  expect(ofPublic.gaps.join(' ')).not.toContain('Stamps of a test');
  writeFileSync(kept!, bytes);
  await client.workspaces.close({});
  edit(join(directory, 'register.sqlite'), (db) =>
    db.exec(`UPDATE log SET payload = replace(payload, '"size":${head.size}', '"size":1') WHERE seq = ${entry}`),
  );
  expect(kinds()).toContain(`${entry} changed`);
});

it('is held against what its entry says: an entry that says otherwise is found here and in a pack', async () => {
  const { request, client, engine, directory, path, pack, enter } = await asked();
  const authority = await timeStampAuthority();
  await client.workspaces.close({});
  const before = exportHead(directory).size;
  for (const otherwise of [
    { at: '2001-01-01T00:00:00.000Z' },
    { authority: 'Bundesdruckerei' },
    { serial: 'ff' },
    { policy: '1.3.6.1' },
    { certificateSha256: 'a'.repeat(64) },
  ])
    await enter(await authority.answer(request), otherwise);
  const forged = await authority.answer(request);
  forged[forged.length - 5]! ^= 1;
  await enter(forged);
  await enter(await authority.answer(request));

  const { ok, problems } = await verifyInFull(directory, { profileDirectory: path('profile') });
  expect(ok).toBe(false);
  expect(problems.map(({ seq, kind }) => [seq! - before, kind])).toEqual([
    ...[1, 2, 3, 4, 5].map((seq) => [seq, 'stamp-otherwise']),
    [6, 'stamp-forged'],
  ]);
  await client.workspaces.open({ grantId: engine.grants.add(directory, 'workspace-open').grantId, passphrase });
  const { checked } = await pack('untrue.zip');
  expect(checked.problems.map(({ kind, detail }) => [kind, /entry (\d+)/.exec(detail)?.[1]])).toEqual(
    [1, 2, 3, 4, 5, 6].map((seq) => ['stamp', String(before + seq)]),
  );
});

it('is entered once: a second time is refused with when that was, however many came since, or at once', async () => {
  const { request, client, engine, directory, path, bring, pack, head } = await asked();
  const authority = await timeStampAuthority();
  const answer = await authority.answer(request);
  const both = await Promise.allSettled([bring(answer), bring(answer)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await pack('once.zip')).checked).toMatchObject({ ok: true });
  const entry = (await client.register.list({ kind: 'head.stamped' })).entries[0]!;

  await client.workspaces.close({});
  const env = forgersPlace(path('profile'));
  const workspace = await openWorkspace(directory, { passphrase }, env);
  const { seq, payload } = entry;
  workspace.transaction(() => {
    for (let n = 1; n <= 1001; n += 1)
      workspace.register.append({
        kind: 'head.stamped',
        subjectRef: workspace.id,
        payload: { ...(payload as EntryPayload<'head.stamped'>), stampSha256: n.toString(16).padStart(64, '0') },
      });
  });
  await workspace.close();
  await client.workspaces.open({ grantId: engine.grants.add(directory, 'workspace-open').grantId, passphrase });
  expect(exportHead(directory).size).toBeGreaterThan(head.size + 1000);
  await expect(bring(answer)).rejects.toMatchObject(refused(`as entry ${seq}`));
});

it('lies in a pack once, though two entries tell of it', async () => {
  const { request, client, engine, directory, pack, enter } = await asked();
  const authority = await timeStampAuthority();
  const answer = await authority.answer(request);
  await client.workspaces.close({});
  await enter(answer);
  await enter(answer);
  await client.workspaces.open({ grantId: engine.grants.add(directory, 'workspace-open').grantId, passphrase });
  const { checked, files } = await pack('twice.zip');
  expect(checked).toMatchObject({ ok: true, problems: [] });
  expect([...files.keys()].filter((file) => file.endsWith('.tsr'))).toHaveLength(1);
});
