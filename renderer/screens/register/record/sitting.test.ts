import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { AnyAnswer, AnyBody } from '#shared/register/any-body.ts';
import type { RecordVersion } from '#shared/register/register-snapshot.ts';
import { openSittings } from './open-sittings.ts';
import { startSitting, type Sitting } from './sitting.ts';

const said = (value: string): AnyAnswer => ({
  state: 'stated',
  value,
  origin: { from: 'person', by: 'Ada', at: '2026-11-28T09:41:00.000Z' },
});

const version = (body: AnyBody, sha256: string): RecordVersion => ({
  kind: 'activity',
  id: 'a1',
  ref: 'PA-001',
  version: 1,
  state: 'draft',
  body,
  sha256,
  savedAt: '2026-11-28T09:41:00.000Z',
  savedBy: 'Ada',
  authors: ['Ada'],
  reason: '',
  approval: null,
  closing: null,
  entry: null,
});

/** A register of one draft, which counts what is written to it. */
function register(first: AnyBody) {
  let now = version(first, 'h0');
  let writes = 0;
  let ended = 0;
  let failing = false;
  const write = (body: AnyBody): RecordVersion => {
    writes += 1;
    now = version(body, `h${writes}`);
    return now;
  };
  const sitting: Sitting = startSitting(now, {
    save: async (body, base) => {
      if (failing) throw new ORPCError('DISK_FULL');
      if (base !== now.sha256) throw new ORPCError('RECORD_CHANGED');
      return write(body);
    },
    load: async () => now,
    end: async () => {
      ended += 1;
    },
  });
  const words = (): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(now.body as AnyBody).map(([field, answer]) => [
        field,
        answer !== undefined && 'value' in answer ? answer.value : answer?.state,
      ]),
    );
  return {
    sitting,
    words,
    writes: () => writes,
    ended: () => ended,
    fail: (is: boolean) => {
      failing = is;
    },
    /** Somebody else saves. */
    elsewhere: (field: string, answer: AnyAnswer) => write({ ...(now.body as AnyBody), [field]: answer }),
  };
}

test('what is typed in one go is kept once, and one entry ends the sitting', async () => {
  const { sitting, words, writes, ended } = register({});
  for (const typed of ['S', 'Se', 'Segments']) sitting.answer('name', said(typed));
  await sitting.leave();
  expect(words()).toEqual({ name: 'Segments' });
  expect([writes(), ended()]).toEqual([1, 1]);
});

test('a sitting in which nothing was said writes nothing', async () => {
  const { sitting, writes } = register({ name: said('Segments') });
  sitting.answer('name', said('Segments'));
  await sitting.leave();
  expect(writes()).toBe(0);
});

test('undo takes back the field that was changed last, then the one before', async () => {
  const { sitting, words } = register({ name: said('Segments') });
  sitting.answer('name', said('Segment'));
  sitting.answer('name', said('Segments of buyers'));
  sitting.answer('owner', said('Bo'));
  await sitting.flush();
  expect(sitting.state.get().undoable).toBe('owner');
  sitting.undo();
  await sitting.flush();
  expect(words()).toEqual({ name: 'Segments of buyers' });
  sitting.undo();
  await sitting.flush();
  expect(words()).toEqual({ name: 'Segments' });
  expect(sitting.state.get().undoable).toBeNull();
});

test('a change made elsewhere to another field is kept beside one’s own', async () => {
  const { sitting, words, elsewhere } = register({ name: said('Segments') });
  elsewhere('scale', said('10,000 people'));
  sitting.answer('name', said('Segments of buyers'));
  await sitting.flush();
  expect(words()).toEqual({ name: 'Segments of buyers', scale: '10,000 people' });
  expect(sitting.state.get().clash).toBeNull();
});

test.each([
  ['mine', 'Segments of buyers'],
  ['theirs', 'Audience'],
] as const)('a change made elsewhere to the same field is asked about: %s', async (whose, kept) => {
  const { sitting, words, elsewhere } = register({ name: said('Segments') });
  elsewhere('name', said('Audience'));
  sitting.answer('name', said('Segments of buyers'));
  await sitting.flush();
  expect(words()).toEqual({ name: 'Audience' });
  expect(sitting.state.get().clash).toEqual({ field: 'name', theirs: said('Audience') });
  sitting.settle(whose);
  await sitting.flush();
  expect(words()).toEqual({ name: kept });
  expect(sitting.state.get().body['name']).toEqual(said(kept));
});

test('what could not be kept is said, stays as typed, and is kept by the next attempt', async () => {
  const { sitting, words, fail } = register({});
  fail(true);
  sitting.answer('name', said('Segments'));
  await sitting.flush();
  expect(sitting.state.get().error).toBeInstanceOf(ORPCError);
  expect(sitting.state.get().body['name']).toEqual(said('Segments'));
  fail(false);
  await sitting.flush();
  expect(words()).toEqual({ name: 'Segments' });
  expect(sitting.state.get().error).toBeNull();
});

test('a sitting whose text could not be kept does not end, and ends once it is kept', async () => {
  const { sitting, words, ended, fail } = register({});
  fail(true);
  sitting.answer('name', said('Segments'));
  await expect(sitting.leave()).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect(ended()).toBe(0);
  expect(sitting.state.get().body['name']).toEqual(said('Segments'));
  fail(false);
  await sitting.leave();
  expect([words(), ended()]).toEqual([{ name: 'Segments' }, 1]);
});

test('a sitting does not end before a person says whose words are kept', async () => {
  const { sitting, words, ended, elsewhere } = register({ name: said('Segments') });
  elsewhere('name', said('Audience'));
  sitting.answer('name', said('Segments of buyers'));
  const refused = { code: 'RECORD_CHANGED', data: { detail: expect.stringContaining('“Name” of PA-001') } };
  await expect(sitting.leave()).rejects.toMatchObject(refused);
  await expect(sitting.leave()).rejects.toMatchObject(refused);
  expect(ended()).toBe(0);
  sitting.settle('mine');
  await sitting.leave();
  expect([words(), ended()]).toEqual([{ name: 'Segments of buyers' }, 1]);
});

test('what is let go of is not kept, and does not hold the sitting', async () => {
  const { sitting, writes, ended, fail } = register({});
  fail(true);
  sitting.answer('name', said('Segments'));
  expect(await sitting.flush()).toBe(false);
  sitting.forget();
  fail(false);
  await sitting.leave();
  expect([writes(), ended()]).toEqual([0, 1]);
});

test('whoever opens a record again finds what could not be kept when its form was left', async () => {
  const { sitting, words, ended, fail } = register({});
  const sittings = openSittings();
  const other = register({});
  sittings.show('activity a1', sitting);
  sittings.show('activity a2', other.sitting);
  fail(true);
  sitting.answer('name', said('Segments'));
  await expect(sittings.hide('activity a1', sitting)).rejects.toMatchObject({ code: 'DISK_FULL' });
  await expect(sittings.leaveAll()).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect([ended(), other.ended()]).toEqual([0, 1]);
  const again = sittings.at('activity a1', () => register({}).sitting);
  expect(again.state.get().body['name']).toEqual(said('Segments'));
  fail(false);
  await sittings.leaveAll();
  expect([words(), ended()]).toEqual([{ name: 'Segments' }, 1]);
  const afterwards = sittings.at('activity a1', () => register({}).sitting);
  expect(afterwards).not.toBe(sitting);
});
