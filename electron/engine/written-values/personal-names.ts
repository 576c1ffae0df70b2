import { matchHeader } from '#shared/header-language/header-index.ts';
import { parseHeader } from '#shared/header-language/header.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';
import { valueTools } from '#engine/values/value-tools.ts';
import { isPerson } from './identifier-columns.ts';
import { identifiersInText } from './identifiers-in-text.ts';

/** What a name must hold for a look at it to be worth while: of five thousand columns nearly all have plain names. */
const suspicious = /[@＠%&\\]|\(at\)|\[at\]|\d(?:[^\d\n]{0,3}\d){5}|[0-9a-f]{2}[:-][0-9a-f]{2}[:-]/i;
const twoWords = /^\p{Lu}[\p{L}.'’-]*,?(?: \p{Lu}?[\p{L}.'’-]*){1,4}$|^\p{Lu}+\/\p{Lu}+/u;
/** Fewer names than this are a chance: so many values of people at the head of columns are rows turned into columns. */
const fewestPeople = 3;
/** Parts of a path into nested data that are tried together: an address or a number holds dots of its own. */
const mostParts = 10;

/** The name, and where it is a path (`per.192.0.2.4.points`, `sum_+49 …`) each run of its steps. */
function runsOf(name: string): string[] {
  const steps = name.split(/(?<=[._[\]/])|(?=[._[\]/])/);
  const starts = steps.flatMap((step, at) => (/^[._[\]/]$/.test(step) ? [] : [at]));
  if (starts.length === 1 || starts.length > mostParts) return [name];
  const runs = starts.flatMap((from) => starts.filter((to) => to >= from).map((to) => steps.slice(from, to + 1)));
  return [name, ...runs.map((run) => run.join(''))];
}

const holdsIdentifier = (name: string): boolean =>
  suspicious.test(name) &&
  runsOf(name).some(
    (run) =>
      suspicious.test(run) && identifiersInText(run).some(({ passes, beyondChance }) => passes && beyondChance <= 3),
  );

const isHeader = (text: string): boolean => matchHeader(knownHeaders(), parseHeader(text)).length > 0;

/** What may be a person's name in the name of a column: its steps, without the word of what was counted of them. */
function namesIn(name: string): string[] {
  const steps = name.split(/[.[\]/]/).map((part) => part.trim());
  return steps.filter(Boolean).flatMap((step) => {
    const words = step
      .replace(/\(.*?\)|\s[-–:|]\s.*$/g, ' ')
      .split(/[\s_]+/)
      .filter((word) => /\p{L}/u.test(word));
    const shorter = words.length > 2 && words.length <= 4 ? [words.slice(1), words.slice(0, -1)] : [];
    return [step, ...[words, ...shorter].map((some) => some.join(' '))];
  });
}

const hasForm = (text: string): boolean => twoWords.test(text) && !isHeader(text);

/**
 * Whether the name of a column is itself a value of a person: an address, a number, a first and a family name. Rows
 * turned into columns and headers that are no headers make such names.
 */
export function isPersonalName(name: string): boolean {
  return holdsIdentifier(name) || namesIn(name).some((text) => hasForm(text) && isPerson(text, valueTools()));
}

/** A first or a family name that is known, beside a word that may be the other. */
function mayNamePerson(name: string): boolean {
  const tools = valueTools();
  return namesIn(name).some((text) => {
    const words = text.split(/[\s,]+/).filter((word) => /^\p{Lu}[\p{L}'’-]+$/u.test(word));
    if (words.length < 2 || !hasForm(text) || tools.isCity(text) || tools.isCountry(text)) return false;
    return words.some((word) => !isHeader(word) && (tools.isFirstName(word) || tools.isSurname(word)));
  });
}

/**
 * Those of a table's names that are values of people. No list knows all names: where several columns are called by
 * values of people, names of which one half is known are taken for people as well.
 */
export function personalNames(names: readonly string[]): Set<string> {
  const sure = names.filter(isPersonalName);
  const likely = names.filter((name) => !sure.includes(name) && mayNamePerson(name));
  return new Set(sure.length > 0 && sure.length + likely.length >= fewestPeople ? [...sure, ...likely] : sure);
}
