import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#shared/contract/failure.ts';
import type { GuardFinding } from '#shared/domain/guardrail.ts';
import { fileBorder, type FileBorder } from '#engine/release/place/file-border.ts';
import type { ReleaseInput } from '#engine/release/release-input.ts';
import { runRelease } from '#engine/release/run-release.ts';
import { finding } from '#test/support/finding.ts';
import { recipeOf, releaseDesk, type releaseInput, step } from './release-fixture.ts';

const desk = releaseDesk();

const customers = [
  'email,cookie,zip,note',
  'ada@example.com,GA1.2.1,10115,call me',
  'bob@example.com,GA1.2.2,10117,hello',
  'cem@example.com,GA1.2.3,80331,none',
].join('\n');
const findings = [
  finding('email', 'email_address', { class: 'linked' }),
  finding('cookie', 'cookie_id', { flags: ['online_identifier'] }),
  finding('zip', 'postal_code', { class: 'linkable' }),
  finding('note', 'free_text'),
];
const dropAllBut = (...kept: string[]) =>
  step('drop-columns', { columns: ['email', 'cookie', 'zip', 'note'].filter((name) => !kept.includes(name)) });

const prepare = (over: Parameters<typeof releaseInput>[2], text = customers): Promise<ReleaseInput> =>
  desk.prepare(text, over);
type Refusal = Pick<Failure, 'code' | 'message'> & { findings: GuardFinding[] };

/** The refusal, with nothing left at the target or in the working directory. */
async function refusal(input: ReleaseInput): Promise<Refusal> {
  const before = readdirSync(desk.folders.out).sort();
  const failure = await runRelease(input).then(
    () => expect.fail('it should have been refused'),
    (error: unknown) => error as Failure,
  );
  expect(readdirSync(desk.folders.out).sort()).toEqual(before);
  expect(readdirSync(desk.folders.work).filter((name) => name.startsWith('release-'))).toEqual([]);
  expect(failure.message).not.toMatch(/example\.com|GA1\.2|10115|call me/);
  return failure as unknown as Refusal;
}

describe('an anonymised release is refused', () => {
  it.each([
    ['an e-mail address in clear', [dropAllBut('email', 'zip')], 'E3', ['email']],
    ['a keyed hash of one', [dropAllBut('email', 'zip'), step('keyed-hash', { columns: ['email'] })], 'E3', ['email']],
    [
      'an unkeyed hash of one',
      [dropAllBut('email', 'zip'), step('platform-hash', { columns: ['email'], platform: 'meta' })],
      'E3',
      ['email'],
    ],
    ['an online identifier, whatever the policy says', [dropAllBut('cookie', 'zip')], 'E3', ['cookie']],
    ['free text', [dropAllBut('note', 'zip')], 'E3', ['note']],
  ])('for %s', async (_name, steps, id, columns) => {
    const failure = await refusal(
      await prepare({ recipe: recipeOf(steps, { target: { k: 1, suppression: 0 } }), findings }),
    );
    expect(failure.code).toBe('GUARDRAIL_BLOCKS');
    expect(failure.findings.find((answer) => answer.id === id)).toMatchObject({ verdict: 'block', columns });
  });

  it('when a combination is rarer than the target', async () => {
    const failure = await refusal(await prepare({ recipe: recipeOf([dropAllBut('zip')]), findings }));
    expect(failure).toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringContaining('“zip” has 1 row, the target is 2'),
    });
    expect(failure.findings.find((answer) => answer.id === 'G6')).toMatchObject({ verdict: 'block', columns: ['zip'] });
  });

  it('when reaching the target costs more rows than allowed', async () => {
    const steps = [
      dropAllBut('zip'),
      step('zip-prefix', { columns: ['zip'], length: 2 }),
      step('suppress-small-classes', { columns: ['zip'] }),
    ];
    const failure = await refusal(
      await prepare({ recipe: recipeOf(steps, { target: { k: 2, suppression: 0.3 } }), findings }),
    );
    expect(failure).toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringContaining('leaves out 1 of 3 rows (33.33 %), more than the limit of 30 %'),
    });
  });

  it('when nothing would be left', async () => {
    const failure = await refusal(
      await prepare({
        recipe: recipeOf([dropAllBut('zip'), step('suppress-small-classes', { columns: ['zip'] })], {
          target: { k: 2, suppression: 1 },
        }),
        findings,
      }),
    );
    expect(failure).toMatchObject({ code: 'TARGET_MISSED', message: expect.stringContaining('No row is left') });
  });

  it('when the whole file is of fewer people than the target', async () => {
    const input = await prepare(
      {
        recipe: recipeOf([step('drop-columns', { columns: ['id'] }), step('redact', { columns: ['spent'] })]),
        findings: [finding('id', 'customer_id', { class: 'linkable' }), finding('spent', 'purchase_amount')],
      },
      'id,spent\nc1,1\nc1,2\nc1,3\n',
    );
    expect(await refusal(input)).toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringContaining('of 1 person in all, the target is 2'),
    });
  });

  it('when a column that is classified as harmless tells rows apart', async () => {
    const failure = await refusal(
      await prepare(
        { recipe: recipeOf([]), findings: [finding('plan', 'contract_type'), finding('spent', 'purchase_amount')] },
        'plan,spent\nfree,1\nfree,2\npro,3\npro,4\n',
      ),
    );
    expect(failure).toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringContaining('“plan”, “spent” has 1 row'),
    });
  });

  it('when the class of one is only asked to be a class of one', async () => {
    const failure = await refusal(
      await prepare({ recipe: recipeOf([dropAllBut('zip')], { target: { k: 1, suppression: 0 } }), findings }),
    );
    expect(failure).toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringMatching(/may not be called anonymised.*1 row, 2 are wanted, counting “zip”/),
    });
  });

  it('when a column it protects is given away by the others', async () => {
    const text = ['city,ill', 'Bonn,flu', 'Bonn,flu', 'Ulm,flu', 'Ulm,cold'].join('\n');
    const input = await prepare(
      {
        recipe: recipeOf([], { protect: ['ill'] }),
        findings: [finding('city', 'city', { class: 'linkable' }), finding('ill', 'contract_type')],
      },
      text,
    );
    expect(await refusal(input)).toMatchObject({ code: 'TARGET_MISSED', message: expect.stringMatching(/Drop “ill”/) });
  });

  it('when it protects a column by which people are recognised', async () => {
    const input = await prepare(
      {
        recipe: recipeOf([], { protect: ['city'] }),
        findings: [finding('city', 'city', { class: 'linkable' }), finding('plan', 'contract_type')],
      },
      'city,plan\nUlm,a\nBonn,a\nKöln,a\n',
    );
    expect(await refusal(input)).toMatchObject({ code: 'TARGET_MISSED', message: expect.stringContaining('“city”') });
  });

  it('when suppression looks at other columns than an attacker would', async () => {
    const text = ['zip,city', '1,a', '1,b', '2,a', '2,b'].join('\n');
    const input = await prepare(
      {
        recipe: recipeOf([step('suppress-small-classes', { columns: ['zip'] })]),
        findings: [
          finding('zip', 'postal_code', { class: 'linkable' }),
          finding('city', 'city', { class: 'linkable' }),
        ],
      },
      text,
    );
    expect(await refusal(input)).toMatchObject({ code: 'TARGET_MISSED' });
  });
});

const good = {
  recipe: recipeOf([dropAllBut('zip'), step('redact', { columns: ['zip'] })], { target: { k: 2, suppression: 0 } }),
  findings,
};

describe('a target that cannot be written is refused', () => {
  it('when it is already there, and left as it is', async () => {
    const input = await prepare(good);
    writeFileSync(input.outputPath, 'mine');
    expect(await refusal(input)).toMatchObject({ code: 'TARGET_EXISTS' });
    expect(readFileSync(input.outputPath, 'utf8')).toBe('mine');
    await runRelease({ ...input, force: true });
    expect(readFileSync(input.outputPath, 'utf8')).toMatch(/^zip\n/);
  });

  it('when its certificate is already there', async () => {
    const input = await prepare(good);
    writeFileSync(`${input.outputPath}.certificate.json`, '{}');
    expect(await refusal(input)).toMatchObject({
      code: 'TARGET_EXISTS',
      message: expect.stringContaining('release.csv.certificate.json'),
    });
  });

  it('when somebody else writes it meanwhile', async () => {
    const input = await prepare(good);
    const files: FileBorder = {
      ...fileBorder,
      link: async (from, to) => {
        if (to === input.outputPath) writeFileSync(to, 'theirs');
        await fileBorder.link(from, to);
      },
    };
    await expect(runRelease({ ...input, files })).rejects.toMatchObject({ code: 'TARGET_EXISTS' });
    expect(readFileSync(input.outputPath, 'utf8')).toBe('theirs');
    expect(readdirSync(desk.folders.out)).toEqual(['release.csv']);
  });

  it('when its folder is missing, is a file, or the target is a folder', async () => {
    const input = await prepare(good);
    writeFileSync(join(desk.folders.root, 'file'), '');
    mkdirSync(join(desk.folders.out, 'folder.csv'));
    for (const outputPath of [
      join(desk.folders.out, 'nowhere', 'a.csv'),
      join(desk.folders.root, 'file', 'a.csv'),
      join(desk.folders.out, 'folder.csv'),
    ])
      expect(await refusal({ ...input, outputPath, force: true })).toMatchObject({ code: 'TARGET_UNWRITABLE' });
  });

  it('when its ending is none that can be written', async () => {
    expect(await refusal(await prepare({ ...good, outputPath: join(desk.folders.out, 'a.docx') }))).toMatchObject({
      code: 'WRONG_USAGE',
    });
  });

  it('when the day to count from is none', async () => {
    expect(await refusal(await prepare({ ...good, today: '2026-02-30' }))).toMatchObject({
      code: 'WRONG_USAGE',
      message: expect.stringContaining('--today'),
    });
  });

  it('when a keyed step has no key', async () => {
    const recipe = recipeOf([dropAllBut('email'), step('keyed-hash', { columns: ['email'] })], {
      release: 'pseudonymised',
    });
    expect(await refusal(await prepare({ recipe, findings, keys: null }))).toMatchObject({ code: 'KEY_MISSING' });
  });
});

const failing = (code: string): Error => Object.assign(new Error(code), { code });
/** A disk that is full for every file whose name has `part` in it. */
const full = (part: string): FileBorder => ({
  ...fileBorder,
  create: async (path) => {
    const handle = await fileBorder.create(path);
    return path.includes(part)
      ? { write: () => Promise.reject(failing('ENOSPC')), sync: () => handle.sync(), close: () => handle.close() }
      : handle;
  },
});

describe('nothing is left behind', () => {
  it.each([
    ['the output', 'release.csv'],
    ['the certificate', 'certificate'],
  ])('by a disk that is full at %s', async (_name, part) => {
    expect(await refusal(await prepare({ ...good, files: full(part) }))).toMatchObject({ code: 'DISK_FULL' });
  });

  it('by a certificate that cannot get its name: what was there before is there again', async () => {
    const input = await prepare({
      ...good,
      force: true,
      files: {
        ...fileBorder,
        rename: (from, to) =>
          to.endsWith('certificate.json') ? Promise.reject(failing('ENOSPC')) : fileBorder.rename(from, to),
      },
    });
    writeFileSync(input.outputPath, 'the former release');
    expect(await refusal(input)).toMatchObject({ code: 'DISK_FULL' });
    expect(readFileSync(input.outputPath, 'utf8')).toBe('the former release');
  });

  it('by a disk that does not keep what it was given', async () => {
    const files: FileBorder = {
      ...fileBorder,
      create: async (path) => {
        const handle = await fileBorder.create(path);
        return {
          write: ((buffer: Buffer, from: number) =>
            handle.write(Buffer.from(buffer).fill(0x39, buffer.length - 3, buffer.length - 2), from)) as never,
          sync: () => handle.sync(),
          close: () => handle.close(),
        };
      },
    };
    expect(await refusal(await prepare({ ...good, files }))).toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('does not hold what was measured'),
    });
  });

  it.each(['transforming rows', 'measuring', 'writing', 'checking the written file'])(
    'by a cancel while “%s”',
    async (phase) => {
      const controller = new AbortController();
      const input = await prepare({
        ...good,
        signal: controller.signal,
        onProgress: (report) => report.phase === phase && controller.abort(),
      });
      expect(await refusal(input)).toMatchObject({ code: 'JOB_CANCELLED' });
      expect(existsSync(input.outputPath)).toBe(false);
      expect(await runRelease({ ...input, signal: undefined })).toMatchObject({ result: { rowsOut: 3 } });
    },
  );
});
