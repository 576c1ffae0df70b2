import { describe, expect, it } from 'vitest';
import { guardrails } from '#shared/guardrails/index.ts';
import { settledAt } from './settled-at.ts';

const finding = (id: string, verdict: 'pass' | 'warn' | 'block', code: string, values = {}) => ({
  id,
  verdict,
  reason: { code, values },
});

describe('where a finding is settled in the register', () => {
  it('leads from a purpose that the data are not bound to to declaring or testing it', () => {
    expect(settledAt(finding('G2', 'block', 'other-purpose'))).toEqual({ at: 'purposes', purpose: true });
    expect(settledAt(finding('G2', 'block', 'came-in-on-consent'))).toEqual({ at: 'purposes', purpose: true });
    expect(settledAt(finding('G2', 'block', 'bound-and-no-purpose'))).toEqual({ at: 'purposes', purpose: false });
  });

  it('leads to the field of the record that the reason names', () => {
    expect(settledAt(finding('G1', 'block', 'special-without-condition', { ref: 'PU-002' }))).toEqual({
      at: 'record',
      ref: 'PU-002',
      field: 'art9Conditions',
    });
    expect(settledAt(finding('G1', 'warn', 'no-notice', { ref: 'PU-002' }))).toEqual({ at: 'notice', ref: 'PU-002' });
    expect(settledAt(finding('G2', 'block', 'record-unreadable', { refs: ['BD-001'] }))).toMatchObject({
      ref: 'BD-001',
    });
  });

  it('leads from spare columns to the matrix, and nowhere from what passed or what the recipe says', () => {
    expect(settledAt(finding('G3', 'warn', 'not-needed'))).toEqual({ at: 'columns' });
    expect(settledAt(finding('G3', 'pass', 'all-needed'))).toBeNull();
    expect(settledAt(finding('G3', 'warn', 'no-purpose'))).toBeNull();
    expect(settledAt(finding('E6', 'pass', 'audited'))).toBeNull();
    expect(settledAt(finding('E6', 'warn', 'score-not-audited'))).toEqual({ at: 'fairness' });
    expect(settledAt(finding('E2', 'block', 'no-consent'))).toBeNull();
  });

  it('names only codes that guardrails give', () => {
    const codes = new Set(guardrails.flatMap(({ reasons }) => Object.keys(reasons)));
    for (const code of ['other-purpose', 'incompatible', 'came-in-on-consent', 'not-declared', 'unbound-columns'])
      expect(codes, code).toContain(code);
    for (const code of ['special-without-condition', 'declared-without-basis', 'not-weighed', 'inform-before'])
      expect(codes, code).toContain(code);
  });
});
