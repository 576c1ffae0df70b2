import { describe, expect, it } from 'vitest';
import { finding } from '#test/support/finding.ts';
import { columnsOfView } from './joined-columns.ts';
import { commonKind, suggestKeys } from './key-columns.ts';
import { isExact, toldMatch } from './protected-counts.ts';

describe('how few people are told of', () => {
  it('tells a match of many exactly, and that nobody or everybody matches', () => {
    expect(toldMatch({ left: 100, right: 80, both: 60 })).toEqual({
      both: { least: 60, most: 60 },
      onlyLeft: { least: 40, most: 40 },
      onlyRight: { least: 20, most: 20 },
    });
    for (const both of [0, 50]) expect(isExact(toldMatch({ left: 50, right: 50, both }).both)).toBe(true);
  });

  it.each([
    ['few match', { left: 100, right: 200 }, [1, 5, 9]],
    ['few of the left do not match', { left: 100, right: 200 }, [91, 95, 99]],
    ['few of the right do not match', { left: 300, right: 100 }, [91, 95, 99]],
    ['the whole list is of a few', { left: 9, right: 1000 }, [1, 4, 8]],
  ])('tells a range that is the same however many it is where %s', (_name, sides, counts) => {
    const told = counts.map((both) => toldMatch({ ...sides, both }));
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    const [{ both, onlyLeft, onlyRight }] = told as [(typeof told)[number]];
    for (const many of counts) {
      expect(many).toBeGreaterThanOrEqual(both.least);
      expect(many).toBeLessThanOrEqual(both.most);
      expect(sides.left - many).toBeGreaterThanOrEqual(onlyLeft.least);
      expect(sides.right - many).toBeLessThanOrEqual(onlyRight.most);
    }
  });
});

describe('keys', () => {
  it('are proposed where both datasets name people in the same way, the surest first', () => {
    const left = [finding('mail', 'email_address'), finding('city', 'city'), finding('kunde', 'customer_id')];
    const right = [finding('customer', 'customer_id'), finding('contact', 'email_address')];
    expect(suggestKeys(left, right).map((pair) => [pair.left, pair.right, pair.kind])).toEqual([
      ['kunde', 'customer', 'id'],
      ['mail', 'contact', 'email'],
    ]);
  });

  it.each([
    ['email_address', 'email_address', 'email'],
    ['email_address', 'phone_number', null],
    ['email_address', 'customer_id', null],
    ['phone_number', 'unknown', 'phone'],
    ['customer_id', 'user_id', 'id'],
    ['unknown', 'record_id', 'id'],
  ])('%s against %s is %s', (left, right, kind) => {
    expect(commonKind(left, right)).toBe(kind);
  });
});

describe('columns of a view', () => {
  const side = (name: string, ...findings: ReturnType<typeof finding>[]) => ({ name, key: 'email', findings });
  const email = finding('email', 'email_address', { class: 'linked' });

  it('leave the keys out, and whatever else says who somebody is', () => {
    const view = columnsOfView(
      side('shop', email, finding('phone', 'phone_number', { class: 'linked' }), finding('city', 'city')),
      side('web', email, finding('cookie', 'cookie_id', { flags: ['online_identifier'] }), finding('no', 'user_id')),
    );
    expect(view).toEqual({
      key: 'person_key',
      columns: [{ name: 'city', side: 'left', from: 'city' }],
      leftOut: [
        { side: 'left', column: 'phone', why: 'identifier' },
        { side: 'right', column: 'cookie', why: 'online' },
        { side: 'right', column: 'no', why: 'identifier' },
      ],
    });
  });

  it('are told apart where both datasets call one the same, and from those that are called so already', () => {
    const view = columnsOfView(
      side('shop', email, finding('City', 'city'), finding('person_key', 'city')),
      side('web', email, finding('city', 'city'), finding('City (shop)', 'city')),
    );
    expect(view.key).toBe('person_key (2)');
    expect(view.columns.map(({ name }) => name)).toEqual([
      'City (shop) (2)',
      'person_key',
      'city (web)',
      'City (shop)',
    ]);
  });
});
