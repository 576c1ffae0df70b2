import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { runRelease } from '#engine/release/run-release.ts';
import type { Finding } from '#shared/domain/finding.ts';
import type { Purpose } from '#shared/domain/purpose.ts';
import { recipe } from '#shared/domain/recipe-file.ts';
import { finding } from '#test/support/finding.ts';
import { purpose, recipeOf, releaseInput, testFolders } from './release-fixture.ts';

let folders: ReturnType<typeof testFolders>;
beforeEach(() => (folders = testFolders()));
afterEach(() => folders.remove());

const onConsent: Purpose = {
  ...purpose,
  lawfulBases: [{ basis: 'consent', why: 'An audience needs it.' }],
  targeting: true,
};
const consent = (name: string, type: SemanticTypeId = 'consent_status'): Finding =>
  finding(name, type, { flags: ['consent'] });

/** The numbers of the rows that leave, of a file with these columns about consent. */
async function left(
  columns: Record<string, readonly string[]>,
  findings: Finding[],
  over: { purpose?: Purpose; release?: 'targeting' | 'pseudonymised' } = {},
) {
  const names = Object.keys(columns);
  const rows = Array.from({ length: columns[names[0]!]!.length }, (_, at) =>
    [`n${at}`, '1980-01-01', ...names.map((name) => columns[name]![at]!)].map((cell) => `"${cell}"`).join(','),
  );
  const text = `plan,born,${names.join(',')}\n${rows.join('\n')}\n`;
  const input = await releaseInput(folders, text, {
    recipe: recipeOf([{ op: 'drop-columns', version: 1, settings: { columns: ['born'] }, reason: '', enabled: true }], {
      release: over.release ?? 'targeting',
      target: { k: 1, suppression: 1 },
    }),
    findings: [finding('plan', 'contract_type'), finding('born', 'date_of_birth', { class: 'linked' }), ...findings],
    purpose: over.purpose ?? onConsent,
    keepOrder: true,
    force: true,
  });
  try {
    const { result, findings: answers } = await runRelease(input);
    return {
      rows: readFileSync(input.outputPath, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => Number(line.slice(1).split(',')[0])),
      excluded: result.excluded,
      e2: answers.find(({ id }) => id === 'E2'),
    };
  } finally {
    await input.close();
  }
}

describe('a release made after one on consent', () => {
  it('is held against the rows that left then, not against all that could have', async () => {
    const cities = ['Bonn', 'Ulm', 'Jena', 'Hof'];
    const rows = cities.flatMap((city) => [`${city},1980-01-01,yes`, `${city},1981-01-01,no`]);
    const steps = [
      { op: 'drop-columns', version: 1, settings: { columns: ['born', 'opt_in'] }, reason: '', enabled: true },
    ];
    const targeting = recipeOf(steps, { release: 'targeting', target: { k: 1, suppression: 1 } });
    const input = await releaseInput(folders, `city,born,opt_in\n${rows.join('\n')}\n`, {
      recipe: recipeOf(steps, { release: 'pseudonymised', target: { k: 2, suppression: 0 } }),
      findings: [finding('city', 'city'), finding('born', 'date_of_birth', { class: 'linked' }), consent('opt_in')],
      earlier: [
        {
          releaseId: 'r1',
          output: 'audience.csv',
          createdAt: '2026-11-01T00:00:00Z',
          made: {
            recipe: recipe.parse(targeting),
            purpose: onConsent,
            referenceDate: '2026-11-23',
            format: 'csv',
            planHash: '',
            overrides: [],
          },
        },
      ],
    });
    try {
      // Of every city one person had left: both of it here agree with that row and no other.
      expect((await runRelease(input)).result.earlierReleases).toMatchObject([{ columns: ['city'], joined: 1 }]);
    } finally {
      await input.close();
    }
  });
});

describe('a targeting release on consent', () => {
  const no = [
    'no',
    'No',
    'withdrawn',
    'Withdrawn 2024-01-02',
    'pending',
    'unknown',
    'expired',
    '',
    ' ',
    'n/a',
    'false',
    '0',
    'nein',
    'widerrufen',
    'abgelehnt',
    'ausstehend',
    'retiré',
    'refusé',
    'en attente',
    'retirado',
    'pendiente',
    'ritirato',
    'nao',
    'não',
    'ingetrokken',
    'opted out',
    'opt-out',
    'not given',
    'unsubscribed',
    'no consent',
    'invalid',
    'inactive',
    'disagree',
    '2999-01-01',
  ];
  const yes = [
    'yes',
    'Yes',
    'TRUE',
    '1',
    'granted',
    'Given',
    'opted in',
    'opt-in',
    'double opt-in',
    'subscribed',
    'ja',
    'erteilt',
    'oui',
    'sí',
    'concedido',
    'sim',
    'accepted',
    'valid',
    '2024-03-01',
  ];
  it('takes only rows whose consent holds, in several languages, and counts the others', async () => {
    const { rows, excluded, e2 } = await left({ consent: [...no, ...yes] }, [consent('consent')]);
    expect(rows).toEqual(yes.map((_, at) => no.length + at));
    expect(excluded).toEqual([
      { why: 'no valid consent: withdrawn', rows: 11 },
      { why: 'no valid consent: refused', rows: 10 },
      { why: 'no valid consent: expired', rows: 1 },
      { why: 'no valid consent: asked for, not given', rows: 4 },
      { why: 'no valid consent: unknown', rows: 8 },
    ]);
    expect(excluded.reduce((sum, part) => sum + part.rows, 0)).toBe(no.length);
    expect(e2).toMatchObject({
      verdict: 'pass',
      state: 'passed',
      evidence: expect.stringContaining(String(no.length)) as string,
    });
  });

  it(
    'goes by days of withdrawal and of expiry, by boxes to opt out, and by the day it was given where nothing else ' +
      'tells',
    async () => {
      expect(
        (
          await left({ consent: ['yes', 'yes', 'yes'], withdrawn_at: ['', '2024-05-01', '2999-01-01'] }, [
            consent('consent'),
            consent('withdrawn_at', 'consent_timestamp'),
          ])
        ).rows,
      ).toEqual([0, 2]);
      // A day of withdrawal that is known only as a day.
      expect(
        (
          await left({ consent: ['yes', 'yes', 'no'], revoked_at: ['', '2024-05-01', ''] }, [
            consent('consent'),
            finding('revoked_at', 'date_event'),
          ])
        ).rows,
      ).toEqual([0]);
      expect(
        (
          await left({ consent_expires: ['2020-01-01', '2999-01-01', ''] }, [
            consent('consent_expires', 'consent_timestamp'),
          ])
        ).rows,
      ).toEqual([1, 2]);
      expect((await left({ opt_out: ['yes', 'no', '', '1', '0'] }, [consent('opt_out')])).rows).toEqual([1, 2, 4]);
      expect(
        (await left({ consent_date: ['2024-01-01', '', '01.02.2023'] }, [consent('consent_date', 'consent_timestamp')]))
          .rows,
      ).toEqual([0, 2]);
      expect(
        (
          await left({ consent: ['yes', 'no'], consent_date: ['', '2024-01-01'] }, [
            consent('consent'),
            consent('consent_date', 'consent_timestamp'),
          ])
        ).rows,
      ).toEqual([0]);
    },
  );

  it('is refused by the column’s name where its values cannot be read, and names none of them', async () => {
    const refused = left({ consent_flag: ['zz-1', 'zz-2', 'yes', 'qq'] }, [consent('consent_flag')]);
    await expect(refused).rejects.toMatchObject({
      code: 'TARGET_MISSED',
      message: expect.stringMatching(/consent_flag(?!.*zz)/) as string,
    });
    expect(existsSync(`${folders.out}/release.csv`)).toBe(false);
  });

  it('asks nothing of a release on another basis', async () => {
    expect(
      (await left({ consent: ['yes', 'no'] }, [consent('consent')], { purpose: { ...purpose, targeting: true } })).rows,
    ).toEqual([0, 1]);
    expect((await left({ consent: ['yes', 'no'] }, [consent('consent')], { release: 'pseudonymised' })).rows).toEqual([
      0, 1,
    ]);
  });
});
