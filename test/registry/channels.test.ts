import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { channelFamilies } from '#shared/channels/channel.ts';
import { channels } from '#shared/channels/index.ts';
import { knownType, matchChannel, normaliseName } from '#shared/channels/match-channel.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';

const presets = new URL('../../shared/channels/presets/', import.meta.url);

describe('the list of channel presets', () => {
  it('holds every preset that has a file, under the name of that file', async () => {
    const files = (await readdir(presets)).map((name) => name.replace(/\.ts$/, ''));
    expect(channels.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('claims no list that any program may write', () => {
    const plain = [
      ['First Name', 'Last Name', 'Email'],
      ['Datum', 'Betrag', 'Verwendungszweck'],
      ['Top queries', 'Clicks', 'Impressions', 'CTR', 'Position'],
      ['Campaign name', 'Spend in account currency', 'Outbound clicks'],
      ['id', 'name', 'created_at', 'email', 'phone', 'total'],
      ['Timestamp', 'Age', 'Gender', 'Country', 'state', 'self_employed'],
    ];
    expect(plain.map((names) => matchChannel(channels, { names })?.channel.id ?? null)).toEqual(plain.map(() => null));
  });
});

describe.each(channels.map((channel) => [channel.id, channel] as const))('%s', (_id, channel) => {
  it('belongs to one of the seven channels and says in sentences how people are informed', () => {
    expect(channelFamilies).toContain(channel.family);
    for (const sentence of [channel.informedHow, channel.reading.times, ...channel.notes])
      expect(sentence).toMatch(/^[A-Z“].{15,}\.$/);
    expect(channel.notes.length).toBeGreaterThan(0);
    expect(channel.called).not.toBe('');
    expect(channel.source.length).toBeGreaterThan(15);
  });

  it('knows its columns by normalised names and types that exist', () => {
    for (const [name, type] of Object.entries(channel.columns)) {
      expect(normaliseName(name)).toBe(name);
      expect(semanticTypeById(type), `${name}: ${type}`).toBeDefined();
    }
    for (const name of [...channel.fingerprint.names.flat(), ...(channel.fingerprint.not ?? [])])
      expect(normaliseName(name)).toBe(name);
    for (const type of Object.values(channel.example.expect)) expect(semanticTypeById(type), type).toBeDefined();
    expect(Object.keys(channel.example.expect).some((name) => knownType(channel, name) !== null)).toBe(true);
  });

  it('gives invented people only: reserved mail domains and addresses', () => {
    for (const [mail] of channel.example.text.matchAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g))
      expect(mail).toMatch(/@([\w-]+\.)?example\.(org|net|com)$/);
    for (const [address] of channel.example.text.matchAll(/(?<![\w.])\d{1,3}(\.\d{1,3}){3}(?![\w.])/g))
      expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.|^(192\.0|198\.51|203\.0)\.0\.0$/);
  });
});
