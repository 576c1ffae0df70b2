import { expect, test } from 'vitest';
import { classifyCells } from '#test/support/classify-cells.ts';

type Cell = (row: number) => string;
const pick =
  (...from: string[]): Cell =>
  (row) =>
    from[(row * 7) % from.length]!;
const surname = pick('Kowalska', 'Nowak', 'Wiśniewski', 'Wójcik', 'Kamińska', 'Lewandowski', 'Zielińska', 'Szymański');
const persons = {
  Imię: pick('Anna', 'Piotr', 'Maria', 'Jan', 'Zofia', 'Adam', 'Ewa', 'Paweł', 'Ola', 'Marek', 'Iga'),
  Nazwisko: surname,
  Płeć: pick('K', 'M'),
  Wiek: (row: number) => String(18 + ((row * 13) % 50)),
};

test('a word for what was bought, for a taste or a thing is no fact left over of the person', async () => {
  const found = await classifyCells({
    ...persons,
    czy_kupil: pick('tak', 'nie'),
    smak_lodow: pick('wanilia', 'czekolada', 'malina'),
    tom: (row) => String((row % 90) + 3),
  });
  for (const name of ['czy_kupil', 'smak_lodow', 'tom']) expect(found[name]?.class, name).toBe('non_pii');
  expect(found['smak_lodow']).toMatchObject({ type: 'preference' });
});

test('what the law protects is no harmless word’s, and a name without any word stays about the person', async () => {
  const found = await classifyCells({
    ...persons,
    wybor_religii: pick('1', '2', '3'),
    qxwz: (row) => String(row % 77),
  });
  expect(found['wybor_religii']?.flags).toContain('religion');
  expect(found['qxwz']?.class).toBe('linkable');
});

test('a name whose column says what its bearer is to the person is a name, in any language', async () => {
  const whole = pick('Budi Santoso', 'Siti Aminah', 'Agus Wijaya', 'Dewi Lestari', 'Rina Putri', 'Joko Susilo');
  for (const name of ['Nama Wali', 'jmeno_opiekuna', 'Name der Lehrkraft', 'ime_staratelja roditelja']) {
    const found = await classifyCells({ ...persons, [name]: whole });
    expect(found[name], name).toMatchObject({ class: 'linked', type: 'full_name' });
  }
  const goods = await classifyCells({ ...persons, 'nazwa produktu': pick('Młotek', 'Piła', 'Wiertarka', 'Klucz') });
  expect(goods['nazwa produktu']?.class).toBe('non_pii');
});

test('a text that holds the surname of its row is a whole name, whatever it is called', async () => {
  const found = await classifyCells({ ...persons, zzq: (row) => `${'ABCDEFG'[row % 7]}. ${surname(row)}` });
  expect(found['zzq']).toMatchObject({ class: 'linked', type: 'full_name' });
});

test('small words are not the letters of a short form', async () => {
  const found = await classifyCells({ ...persons, yearsAtBank: (row) => String(row % 12) });
  expect(found['yearsAtBank']?.class).not.toBe('linked');
});
