import { expect, test } from 'vitest';
import type { Decision, Finding } from '#shared/domain/finding.ts';
import { effectiveFinding } from './effective-finding.ts';

const suggestion: Finding = {
  name: 'ref',
  class: 'non_pii',
  category: 'technical',
  type: 'record_id',
  flags: [],
  confidence: 0.8,
  needsReview: true,
  runnerUp: 'patient_id',
  evidence: [{ kind: 'shape', detail: 'A code of its own in every row.' }],
  notes: [],
};
const decision: Decision = {
  column: 'ref',
  action: 'overridden',
  type: 'medical_record_number',
  class: 'linked',
  reason: 'Ward list',
  actor: 'A. Officer',
  at: '2026-05-04T10:00:00Z',
};

test('without a decision the suggestion stands', () => {
  expect(effectiveFinding(suggestion, null, 'customer-tracking')).toEqual(suggestion);
});

test('a decision outranks the suggestion and says who took it', () => {
  const found = effectiveFinding(suggestion, decision, 'customer-tracking');
  expect(found).toMatchObject({
    type: 'medical_record_number',
    class: 'linked',
    category: 'personal',
    flags: ['health'],
    confidence: 1,
    needsReview: false,
    runnerUp: 'record_id',
  });
  expect(found.evidence[0]).toEqual({
    kind: 'decision',
    detail: 'Decided by A. Officer on 2026-05-04. Reason: Ward list',
  });
  expect(found.evidence).toHaveLength(2);
});

test('the class a person chose stands even against the type', () => {
  expect(
    effectiveFinding(suggestion, { ...decision, type: 'record_id', class: 'linkable' }, 'customer-tracking'),
  ).toMatchObject({ type: 'record_id', class: 'linkable' });
});

test('an accepted online identifier still counts as linked under the strict policy', () => {
  const online: Finding = { ...suggestion, type: 'cookie_id', flags: ['online_identifier'] };
  const accepted: Decision = { ...decision, action: 'accepted', type: 'cookie_id', class: 'non_pii', reason: null };
  expect(effectiveFinding(online, accepted, 'gdpr-strict').class).toBe('linked');
  expect(effectiveFinding(online, accepted, 'customer-tracking').class).toBe('non_pii');
});
