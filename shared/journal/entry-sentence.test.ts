import { describe, expect, it } from 'vitest';
import { areaOf, entrySentence } from './entry-sentence.ts';
import { entryAreas, entryKinds } from './entry-kinds/index.ts';

const hash = 'a'.repeat(64);
const names = (id: string): string => ({ d1: 'customers', r1: 'segments.csv', P1: 'Find segments' })[id] ?? id;
const said = (kind: string, payload: unknown, actor = 'Ada'): string => entrySentence({ kind, actor, payload }, names);
const release = { datasetId: 'd1', fileName: 'segments.csv', sourceSha256: hash, recipeSha256: hash, purpose: 'P1' };
const decision = (column: string, action: string, reason: string | null = null) => ({
  column,
  action,
  type: 'email_address',
  class: 'linked',
  reason,
});

describe('an entry is told in words', () => {
  it.each([
    [
      'an import',
      'dataset.imported',
      {
        datasetId: 'd1',
        name: 'customers',
        fileName: 'c.csv',
        sha256: hash,
        bytes: 9,
        rows: 10_000,
        rejectedRows: 11,
        columns: 60,
        format: 'csv',
      },
      'Ada imported c.csv as customers: 10,000 rows, 60 columns, 11 damaged rows set aside.',
    ],
    [
      'a deletion, with its reason',
      'dataset.deleted',
      { datasetId: 'd1', reason: 'asked to.\nby  mail' },
      'Ada deleted the dataset customers, because: asked to. by mail.',
    ],
    [
      'one decision',
      'classification.decided',
      { datasetId: 'd1', decisions: [decision('mail', 'overridden', 'it is one')] },
      'Ada decided that column “mail” of customers is email address, because: it is one.',
    ],
    [
      'several decisions',
      'classification.decided',
      {
        datasetId: null,
        decisions: [decision('a', 'accepted'), decision('b', 'withdrawn'), decision('c', 'accepted')],
      },
      'Ada decided on 3 columns of a file that was not imported (accepted 2 and withdrew 1): “a”, “b”, “c”.',
    ],
    [
      'a sitting with a recipe',
      'recipe.saved',
      {
        datasetId: 'd1',
        sha256: hash,
        purpose: 'P1',
        release: 'anonymised',
        steps: 12,
        saves: 9,
        changed: { added: 2, removed: 0, edited: 1, otherwise: true },
      },
      'Ada worked on the recipe of customers: 2 steps added, 1 changed and its target or roles changed; 12 steps now.',
    ],
    [
      'a save from before there were sittings',
      'recipe.saved',
      { datasetId: 'd1', sha256: hash, purpose: 'P1', release: 'anonymised', steps: 1 },
      'Ada saved the recipe of customers: 1 step.',
    ],
    [
      'a release',
      'release.written',
      {
        ...release,
        release: 'anonymised',
        label: 'anonymised',
        rowsIn: 10_000,
        rowsOut: 9884,
        k: 5,
        outputSha256: hash,
        certificateSha256: hash,
      },
      'Ada released segments.csv from customers for Find segments: 9,884 of 10,000 rows, anonymised, k 5.',
    ],
    [
      'a release in spite of blocks, with who signs and why',
      'release.written',
      {
        ...release,
        release: 'targeting',
        outputSha256: hash,
        certificateSha256: hash,
        overridden: [
          { guardrail: 'E1', code: 'exact-in-targeting', reason: 'the law\nsays so.', by: 'Ada', role: 'approver' },
          { guardrail: 'G2', code: 'other-purpose', reason: 'one campaign', by: 'Ada', role: null },
        ],
      },
      'Ada released segments.csv from customers for Find segments. E1 blocked, released all the same by Ada, approver, ' +
        'because: the law says so. G2 blocked, released all the same by Ada, because: one campaign.',
    ],
    [
      'a refusal, with the checks that block',
      'release.refused',
      { ...release, release: 'targeting', code: 'GUARDRAIL_BLOCKS', findings: [{ id: 'e7', verdict: 'block' }] },
      'Ada was refused the release of segments.csv from customers: a check blocks it (E7).',
    ],
    [
      'a release record that is gone',
      'release.deleted',
      { releaseId: 'r1', reason: 'a trial' },
      'Ada deleted the record of release segments.csv, because: a trial.',
    ],
    [
      'related tables',
      'tables.released',
      {
        releaseId: 'r1',
        label: 'k-anonymous',
        k: 6,
        targetK: 5,
        counts: 'people',
        people: 40,
        tables: ['customers.csv', 'orders.csv'].map((fileName) => ({
          datasetId: null,
          sourceSha256: 'a'.repeat(64),
          fileName,
          outputSha256: 'b'.repeat(64),
          rows: 40,
        })),
        certificateSha256: 'c'.repeat(64),
      },
      'Ada released customers.csv and orders.csv together, of 40 people: behind each at least 6 who read alike in all of ' +
        'them joined.',
    ],
    [
      'related tables that a check blocks',
      'tables.refused',
      {
        releaseId: 'r1',
        targetK: 5,
        tables: [
          { fileName: 'customers.csv', blocking: [] },
          { fileName: 'orders.csv', blocking: [{ id: 'g2', code: 'other-purpose', columns: [] }] },
        ].map((one) => ({ ...one, datasetId: null, sourceSha256: 'a'.repeat(64) })),
        code: 'GUARDRAIL_BLOCKS',
        reason: 'no',
      },
      'Ada was refused the release of customers.csv and orders.csv together: a check blocks it (G2).',
    ],
    [
      'counts that left, with noise',
      'segments.exported',
      {
        datasetId: 'd1',
        sourceSha256: 'a'.repeat(64),
        fileName: 'segments.csv',
        sha256: 'b'.repeat(64),
        purpose: 'P1',
        by: 'value',
        columns: ['total_spent'],
        referenceDate: '2026-11-29',
        k: 10,
        small: 'hide',
        groups: 3,
        hiddenGroups: 2,
        people: 240,
        epsilon: '0.5',
      },
      'Ada wrote how many people are in each of 3 segments to “segments.csv”, for Find segments: none of fewer than 10, ' +
        'with noise of ε = 0.5.',
    ],
    [
      'a look at one value',
      'value.revealed',
      { datasetId: 'd1', column: 'iban', row: 0 },
      'Ada looked at one value of column “iban” of customers, in row 1.',
    ],
    [
      'another role, with its reason',
      'operator.role-changed',
      { name: 'Bo', from: 'author', to: 'approver', reason: 'Cem is on leave' },
      'Ada made Bo approver, who was author, because: Cem is on leave.',
    ],
    ['a kind of a later version', 'audience.sent', { to: 'x' }, 'Ada: audience.sent.'],
    ['a payload that is not of its kind', 'dataset.deleted', { reason: 4 }, 'Ada: Dataset deleted.'],
    ['a payload that is none', 'dataset.deleted', 'x', 'Ada: Dataset deleted.'],
  ])('%s', (_what, kind, payload, sentence) => expect(said(kind, payload)).toBe(sentence));

  it('shows signs in names that are not seen or turn the line around', () =>
    expect(said('key.passphrase-changed', { keyId: 'k' }, 'A\u202eda\u001b[31m')).toBe(
      'A⟪U+202E⟫da␛[31m changed the passphrase.',
    ));
});

it('every kind stands in one area', () => {
  for (const kind of Object.keys(entryKinds)) expect(areaOf(kind), kind).not.toBeNull();
  const inAreas = Object.values(entryAreas).flatMap((kinds) => Object.keys(kinds));
  expect(inAreas.toSorted()).toEqual(Object.keys(entryKinds).toSorted());
});
