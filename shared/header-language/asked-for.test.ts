import { describe, expect, it } from 'vitest';
import { askedFor } from './asked-for.ts';
import { inLatinLetters } from './transliterate.ts';

describe('what a question asks for', () => {
  it.each([
    ['What is your marital status?', 'marital status'],
    ['Wie lautet Ihre Postleitzahl (fünfstellig)?', 'postleitzahl'],
    ['¿Cuál es su peso actual en kg?', 'peso'],
    ['Quelle est votre profession ?', 'profession'],
    ['Wat is je lengte? (in centimeters)', 'lengte'],
    ['Qual è il tuo titolo di studio?', 'titolo di studio'],
    ['Which country do you live in?', 'country'],
    ['Welches Geschlecht haben Sie?', 'geschlecht'],
    ['Income: how much do you earn in a year?', 'income'],
    ['Каков ваш возраст?', 'возраст'],
  ])('%s', (question, name) => expect(askedFor(question)).toContain(name));

  it.each([
    'What is your view of the new policy?',
    'Was ist Ihre Meinung zum Werk?',
    'How often do you feel tired after work?',
    'Do you agree that taxes should be lower?',
    '',
  ])('is nothing in %j', (question) => expect(askedFor(question)).toEqual([]));
});

describe('phrases in Latin letters', () => {
  it.each([
    ['επωνυμο', 'eponymo'],
    ['ηλικια', 'hlikia'],
    ['χωρα', 'xwra'],
    ['дата рождения', 'data rozhdeniya'],
    ['фамилия', 'familija'],
  ])('%s may be %s', (phrase, latin) => expect(inLatinLetters(phrase)).toContain(latin));
  it('are none where they are written so', () => expect(inLatinLetters('nachname')).toEqual([]));
});
