import { describe, expect, it } from 'vitest';
import { dataCategories } from '../vocabulary/people-and-data.ts';
import { dataKindOf, placedTypes } from './data-kinds.ts';
import { identifierKindOf } from './identifier-kinds.ts';
import { specialFlags } from '#shared/policy/index.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';

describe('families of data by semantic type', () => {
  it('places every type once', () => {
    expect(placedTypes.toSorted()).toEqual(semanticTypes.map(({ id }) => id).toSorted());
  });

  it('knows no family that the register lacks', () => {
    const known: readonly string[] = [...dataCategories, 'nothing', 'untold'];
    expect(semanticTypes.filter(({ id }) => !known.includes(dataKindOf(id)))).toEqual([]);
  });

  it('takes no type that points at people, or is special, for one that says nothing', () => {
    const harmless = semanticTypes.filter(({ id }) => ['nothing', 'untold'].includes(dataKindOf(id)));
    expect(harmless.filter((type) => type.class !== 'non_pii')).toEqual([]);
    expect(harmless.filter(({ flags }) => flags.some((flag) => specialFlags.includes(flag)))).toEqual([]);
  });

  it('calls identifiers what points at people directly and what their devices answer with', () => {
    // Direct by class, and yet no identifier by themselves: parts of one, or attributes.
    const parts = ['card_security_code', 'card_expiry', 'date_of_birth', 'date_of_death', 'password', 'password_hash'];
    const direct = semanticTypes.filter((type) => type.class === 'linked' && !parts.includes(type.id));
    expect(direct.filter(({ id }) => identifierKindOf(id) === null)).toEqual([]);
    const online = semanticTypes.filter(({ flags }) => flags.includes('online_identifier'));
    expect(online.filter(({ id }) => identifierKindOf(id) !== 'online').map(({ id }) => id)).toEqual(['user_agent']);
    for (const id of ['order_id', 'ticket_id', 'hashed_value', 'record_id', 'product_id'] as const)
      expect(identifierKindOf(id)).toBeNull();
  });

  it('leaves a type of a later version untold', () => {
    expect(dataKindOf('of_tomorrow' as 'unknown')).toBe('untold');
  });
});
