import { expect, it } from 'vitest';
import type { ClassifiedColumn } from '#shared/contract/classify.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { orderColumns } from './order-columns.ts';

function column(name: string, part: Partial<Finding>, decided = false): ClassifiedColumn {
  const suggestion: Finding = {
    name,
    class: 'non_pii',
    category: 'other',
    type: 'unknown',
    flags: [],
    confidence: 0.9,
    needsReview: false,
    runnerUp: null,
    evidence: [],
    notes: [],
    ...part,
  };
  return {
    suggestion,
    effective: suggestion,
    examples: [],
    decision: decided
      ? {
          column: name,
          action: 'accepted',
          type: suggestion.type,
          class: suggestion.class,
          reason: null,
          actor: 'Ada',
          at: '2026-01-01T00:00:00Z',
        }
      : null,
  };
}
const columns = [
  column('total', {}),
  column('email', { class: 'linked', confidence: 0.99 }),
  column('note', { needsReview: true, confidence: 0.4 }),
  column('illness', { class: 'linkable', flags: ['health'], confidence: 0.95 }),
  column('code', { needsReview: true, confidence: 0.2 }, true),
  column('ref', { needsReview: true, confidence: 0.3 }),
];

it('puts doubts first, least certain before, and what is decided last', () => {
  expect(orderColumns(columns, 'doubt')).toEqual(['ref', 'note', 'total', 'illness', 'email', 'code']);
});
it('puts what would harm most first when asked for danger', () => {
  expect(orderColumns(columns, 'danger').slice(0, 2)).toEqual(['illness', 'email']);
});
it('keeps the order of the file when asked', () => {
  expect(orderColumns(columns, 'file')).toEqual(columns.map(({ suggestion }) => suggestion.name));
});
