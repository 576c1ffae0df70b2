import { counted, listed } from '../numbers.ts';
import { firstNames, quotedNames, shortName } from '../names.ts';

const people = (many: number): string => counted(many, 'person', 'people');

/** Two datasets joined on a keyed hash: what is told of it, and why one is refused. */
export const joinsText = {
  refused: {
    sameDataset: (name: string) =>
      `${shortName(name)} cannot be joined with itself: choose another dataset for one of the two sides.`,
    otherKinds: (left: string, leftType: string, right: string, rightType: string) =>
      `${shortName(left)} is held to be ${leftType} and ${shortName(right)} to be ${rightType}: no value of the one is ` +
      'ever a value of the other, so choose columns of one kind, or decide first what they are.',
    emptyKey: (dataset: string, column: string) =>
      `The column ${shortName(column)} of ${dataset} has no value in any row that a person could be found by: choose ` +
      'another column.',
    noMatch: (left: string, right: string) =>
      `Nobody in ${left} is in ${right} by these columns, so there is nothing to join: check that both hold the same ` +
      'kind of key, spelled alike.',
    nobodyLeft: (purpose: string) =>
      `Nobody is left: the activity “${purpose}” rests on consent, and of nobody who matches it is known to be valid.`,
    noConsentKnown: (purpose: string) =>
      `The register says that “${purpose}” rests on consent, and the consent ledger has none for it: read consent in ` +
      'first, or state another basis.',
    otherPurpose: (dataset: string, columns: readonly string[], boundTo: readonly string[], purpose: string) =>
      `${dataset} was declared to be for ${quotedNames(boundTo)}, and nothing allows ${firstNames(columns)} to be used ` +
      `for “${purpose}”: test the further purpose, or bind the dataset to it first.`,
    tooMany: (rows: number) =>
      `The view would have ${counted(rows, 'row')}, because people have several rows in both datasets, each of which ` +
      'would be paired with each: choose a key that names one person, or leave rows out before.',
    noSuchColumn: (column: string) =>
      `The joined view has no column ${shortName(column)}: a preview without columns lists those it has.`,
  },
  leftOut: {
    identifier: 'names a person by itself; the keyed hash stands for the person instead',
    online: 'is an online identifier; the keyed hash stands for the person instead',
  },
  normalisation: {
    email: 'e-mail addresses without spaces around them, “mailto:” and invisible signs, in lower case',
    phone: (callingCode: string) =>
      'telephone numbers by their digits alone, 00 read as +, without “(0)”' +
      (callingCode === ''
        ? '; one without a country code matches only another without'
        : `; one without a country code is taken for +${callingCode}`),
    id: 'values without spaces around them and invisible signs, in lower case',
  },
  remarks: {
    noMatch: (left: string, right: string) => `Nobody in ${left} is in ${right} by these columns.`,
    fewMatch: (share: string, smaller: string) =>
      `Only ${share} of the people in ${smaller} are in the other dataset, too: check that both columns hold the same ` +
      'kind of key, spelled alike.',
    otherTypes: (left: string, leftType: string, right: string, rightType: string) =>
      `${shortName(left)} is held to be ${leftType} and ${shortName(right)} to be ${rightType}: whether the same value ` +
      'means the same person in both, nobody has said.',
    namesNobody: (column: string, type: string) =>
      `${shortName(column)} is held to be ${type}, which tells nobody apart: rows that share a value are taken for one ` +
      'person.',
    manyToMany: (left: string, right: string) =>
      `Some people have several rows in ${left} and in ${right}: each is paired with each, so amounts must not be added ` +
      'up over the rows of the view.',
    oneToMany: (many: string) =>
      `People with several rows in ${many} keep them all: each row of the view says who it is of by person_key, and what ` +
      'the other dataset says of somebody stands in each of their rows.',
    oneKey: (dataset: string, rows: number) =>
      `One key stands for ${counted(rows, 'row')} of ${dataset}: a placeholder, such as the shop’s own address, would ` +
      'make one person of many.',
    unreadable: (dataset: string, rows: number, kind: string) =>
      `${counted(rows, 'row')} of ${dataset} ${rows === 1 ? 'has' : 'have'} a key that is no ${kind}; ` +
      `${rows === 1 ? 'it finds' : 'they find'} nobody.`,
    sameBytes: (left: string, right: string) => `${left} and ${right} were made of the same bytes.`,
    few: 'Fewer than ten people are on one side of the match, so it is told as a range.',
    noBasis: (purpose: string) =>
      `The register states no lawful basis for “${purpose}” yet: state one in the purpose of the activity that the join ` +
      'drafts.',
    consentNotLinked: (dataset: string) =>
      `The consent ledger names nobody by a column of ${dataset}: there it does not tell who agreed.`,
  },
  kinds: { email: 'e-mail address', phone: 'telephone number', id: 'key' },
  keys: {
    sameType: (type: string) => `both are held to be ${type}`,
  },
  evidence: (left: string, right: string) =>
    `Keyed hash of ${shortName(left)} and ${shortName(right)}, made by the join under a key of this workspace`,
  decidedAs: (dataset: string, reason: string | null) =>
    `As decided for ${dataset}${reason === null || reason.trim() === '' ? '' : `: ${reason}`}`.slice(0, 2000),
  warnings: {
    made: (left: string, right: string, keys: string) =>
      `Made in this workspace by joining ${left} and ${right} on ${keys}; the keys themselves are not in it.`,
    leftOut: (columns: readonly string[]) =>
      `Left out because they say by themselves who somebody is: ${firstNames(columns)}.`,
    apart: (columns: readonly string[]) =>
      `Told apart, because both datasets have a column so called: ${firstNames(columns)}.`,
    alone: (onlyAfter: number) =>
      onlyAfter === 0
        ? 'Nobody is alone in it who was not in one of its sources.'
        : `${people(onlyAfter)} ${onlyAfter === 1 ? 'is' : 'are'} alone in it and in neither of its sources.`,
  },
  keysOf: (left: string, right: string) => listed([shortName(left), shortName(right)]),
  phases: {
    opening: 'opening both datasets',
    hashing: 'hashing keys',
    matching: 'matching people',
    weighing: 'measuring who is alone',
    joining: 'joining rows',
  },
};
