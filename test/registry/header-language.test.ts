import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { headerLanguages } from '#shared/header-language/languages.ts';
import { ruledOut } from '#shared/header-language/phrases/ruled-out/index.ts';
import { semanticTypes } from '#shared/semantic-types/index.ts';
import { attitudinalTypes } from '#shared/semantic-types/attitudinal/index.ts';
import { behaviouralTypes } from '#shared/semantic-types/behavioural/index.ts';
import { engagementTypes } from '#shared/semantic-types/engagement/index.ts';
import { linkableTypes } from '#shared/semantic-types/linkable/index.ts';
import { linkedTypes } from '#shared/semantic-types/linked/index.ts';
import { onlineTypes } from '#shared/semantic-types/online/index.ts';
import { technicalTypes } from '#shared/semantic-types/technical/index.ts';

const folder = new URL('../../shared/header-language/phrases/', import.meta.url).pathname;
const files = readdirSync(folder).flatMap((language) =>
  readdirSync(join(folder, language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(language, file)),
);
const idsOf = (types: readonly { id: string }[]) => new Set(types.map(({ id }) => id));
const scopes: Record<string, Set<string>> = {
  attitudinal: idsOf(attitudinalTypes),
  behavioural: idsOf(behaviouralTypes),
  engagement: idsOf(engagementTypes),
  linkable: idsOf(linkableTypes),
  linked: idsOf(linkedTypes),
  online: idsOf(onlineTypes),
  technical: idsOf(technicalTypes),
};

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8');
  const byType = JSON.parse(text) as Record<string, string[]>;
  const phrases = Object.entries(byType).flatMap(([type, list]) => list.map((phrase) => ({ type, phrase })));

  test('names types of its scope and no others', () => {
    const scope = scopes[basename(file, '.json')];
    expect(Object.keys(byType).filter((type) => !scope?.has(type))).toEqual([]);
  });

  test('has one phrase a line, none twice for one type', () => {
    expect(text).toBe(`${JSON.stringify(byType, null, 2)}\n`);
    expect(Object.entries(byType).filter(([, list]) => list.length === 0 || new Set(list).size < list.length)).toEqual(
      [],
    );
  });

  test('is written in lower case, without accents, commas and spaces at the ends', () => {
    expect(
      phrases
        .filter(({ phrase }) => !/^[=~]*[^\s,=~](?:[^,]*[^\s,])?$/.test(phrase) || phrase !== phrase.toLowerCase())
        .map(({ type, phrase }) => `${type}: ${phrase}`),
    ).toEqual([]);
  });

  test('is read by the list of its folder', () => {
    expect(readFileSync(join(folder, dirname(file), 'index.ts'), 'utf8')).toContain(`'./${basename(file)}'`);
    const words =
      dirname(file) === 'ruled-out' ? ruledOut : headerLanguages.find(({ code }) => code === dirname(file))?.phrases;
    for (const type of Object.keys(byType)) expect(words?.[type], type).toEqual(byType[type]);
  });
});

test('every folder of phrases is a language of the list, or the words that rule out', () => {
  expect(
    readdirSync(folder)
      .filter((name) => name !== 'ruled-out')
      .toSorted(),
  ).toEqual(headerLanguages.map(({ code }) => code).toSorted());
});

test('a type that has no words is one that values alone tell, or none at all', () => {
  const wordless = semanticTypes
    .filter(({ id }) => !headerLanguages.some(({ phrases }) => phrases[id] !== undefined))
    .map(({ id }) => id);
  expect(wordless).toEqual(['empty', 'constant', 'unknown']);
});
