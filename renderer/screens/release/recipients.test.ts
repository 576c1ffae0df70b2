import { describe, expect, it } from 'vitest';
import { lastRecipient } from '#shared/domain/last-recipient.ts';
import { recipientsOf } from './recipients.ts';

const releases = [
  { purpose: 'p1' },
  { purpose: 'p2', recipient: 'Print Works' },
  { purpose: 'p1', recipient: 'Agency Nord' },
  { purpose: 'p1', recipient: 'agency nord' },
];

describe('recipients of releases', () => {
  it('are remembered by purpose, the newest that said one', () => {
    expect(lastRecipient(releases, 'p1')).toBe('Agency Nord');
    expect(lastRecipient(releases, 'p2')).toBe('Print Works');
    expect(lastRecipient(releases, 'p3')).toBe('');
  });

  it('are offered once each, as they were written last', () => {
    expect(recipientsOf(releases)).toEqual(['Print Works', 'Agency Nord']);
  });
});
