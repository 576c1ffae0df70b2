import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAppSettings, writeAppSettings } from '#engine/workspace/app-settings.ts';
import { addRecent, forgetRecent, listRecent } from '#engine/workspace/recent-workspaces.ts';
import { scratch } from './support.ts';

const recent = (id: string, directory = `somewhere/${id}.custos`) => ({
  id,
  name: id,
  organisation: '',
  directory,
  openedAt: '2026-01-05T09:00:00.000Z',
});

describe('recent workspaces', () => {
  it('are listed newest first, once each, at most twenty, until forgotten', () => {
    const profile = join(scratch(), 'new', 'profile');
    expect(listRecent(profile)).toEqual([]);
    for (let n = 1; n <= 25; n += 1) addRecent(profile, recent(`w${n}`));
    addRecent(profile, recent('w20'));
    expect(
      listRecent(profile)
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['w20', 'w25', 'w24']);
    expect(listRecent(profile)).toHaveLength(20);
    addRecent(profile, recent('other', 'somewhere/w25.custos'));
    expect(
      listRecent(profile)
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['other', 'w20', 'w24']);
    forgetRecent(profile, 'w20');
    forgetRecent(profile, 'never-there');
    expect(
      listRecent(profile)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['other', 'w24']);
    expect(readdirSync(profile)).toEqual(['recent-workspaces.json']);
  });

  it('a file that is damaged counts as an empty list', () => {
    const profile = scratch();
    for (const text of ['', '{', '[]', '{"format":"custos-recent","formatVersion":1,"workspaces":[{"id":1}]}']) {
      writeFileSync(join(profile, 'recent-workspaces.json'), text);
      expect(listRecent(profile)).toEqual([]);
    }
    addRecent(profile, recent('w1'));
    expect(listRecent(profile)).toEqual([recent('w1')]);
  });
});

describe('settings of this account', () => {
  it('have usual values, are changed one by one, and keep what a newer Custos wrote', () => {
    const profile = scratch();
    expect(readAppSettings(profile)).toEqual({ theme: 'system' });
    expect(writeAppSettings(profile, { theme: 'dark' })).toEqual({ theme: 'dark' });
    const file = join(profile, 'settings.json');
    writeFileSync(file, JSON.stringify({ theme: 'from-the-future', language: 'eo' }));
    expect(readAppSettings(profile)).toEqual({ theme: 'system' });
    expect(writeAppSettings(profile, { theme: 'light' })).toEqual({ theme: 'light' });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ theme: 'light', language: 'eo' });
  });

  it('survive a damaged file', () => {
    const profile = join(scratch(), 'profile');
    mkdirSync(profile);
    for (const text of ['', 'null', '[1]', '{"theme":7}']) {
      writeFileSync(join(profile, 'settings.json'), text);
      expect(readAppSettings(profile)).toEqual({ theme: 'system' });
    }
  });
});
