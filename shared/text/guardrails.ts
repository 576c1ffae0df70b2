import { firstNames } from './names.ts';
import { counted, rowsOrPeople } from './numbers.ts';
import { foundList, type FoundIn } from './written-values.ts';

const chooseAPurpose = 'Choose a purpose.';
const dropThese = 'Drop these columns.';
const purposeUnknown = 'The recipe’s purpose is not among the purposes.';
const notForTargeting = 'The release is not for targeting.';
const outputColumns = (columns: number): string => counted(columns, 'output column');
const asTheyWere = (columns: number): string => (columns === 1 ? 'is as it was' : 'are as they were');
const holdSentences = (columns: number): string =>
  `${outputColumns(columns)} ${columns === 1 ? 'holds' : 'hold'} whole sentences, at least five different ` +
  `ones${columns === 1 ? '' : ' each'}.`;
const fromSuchData = (columns: number): string =>
  `${outputColumns(columns)} ${columns === 1 ? 'comes' : 'come'} from such data, in whatever form.`;
const tooFew = (k: number, people: boolean, targetK: number, then: string): string =>
  k === 0
    ? `No row is left: no combination is shared by ${targetK}.`
    : `Some combinations are shared by only ${rowsOrPeople(k, people)}, ${targetK} are wanted${then}`;

/**
 * What the guardrails say: message, evidence and fix of each verdict. Names are column names; no cell value gets here.
 */
export const guardrailsText = {
  noColumns: 'No column that can be read is in the output, so there is nothing to look at.',
  barredHere: (columns: string[]) =>
    `This workspace bars targeting by such data: ${firstNames(columns)}. Its policy row says why.`,
  g1: {
    title: 'Lawfulness, fairness and transparency',
    noPurpose: {
      message: 'The release names no purpose that Custos knows, so no lawful basis stands behind it.',
      evidence: purposeUnknown,
      fix: 'Choose one of the purposes, or write down your own with its lawful basis.',
    },
    noReason: {
      message: (purpose: string) => `The purpose “${purpose}” names a lawful basis without saying why it applies.`,
      evidence: (without: number, bases: number) =>
        `${without} of ${counted(bases, 'basis', 'bases')} ${without === 1 ? 'has' : 'have'} no reason.`,
      fix: 'Write one sentence per basis.',
    },
    special: {
      message: (columns: string[]) =>
        `Special categories or criminal data are in the output: ${firstNames(columns)}. A lawful basis alone is ` +
        'not enough for them.',
      evidence: (columns: number) => `${outputColumns(columns)} ${columns === 1 ? 'comes' : 'come'} from such data.`,
      fix: 'Drop them, or record the condition of Art. 9(2) or the law under Art. 10 that allows their use.',
    },
    pass: (purpose: string) => `The purpose “${purpose}” states its lawful basis.`,
  },
  g2: {
    title: 'Purpose limitation',
    noPurpose: {
      message: 'Without a stated purpose nobody can tell later what this output may be used for.',
      evidence: purposeUnknown,
      fix: chooseAPurpose,
    },
    otherUse: {
      message: (purpose: string) =>
        `The purpose “${purpose}” does not cover choosing people for advertising or offers.`,
      evidence: 'It is not marked as a targeting purpose.',
      fix: 'Choose a targeting purpose, or test whether the new use is compatible (Art. 6(4)) and record the outcome.',
    },
    pass: (purpose: string) => `The output is bound to the purpose “${purpose}”.`,
  },
  g3: {
    title: 'Data minimisation',
    noPurpose: {
      message: 'Without a stated purpose no column can be shown to be needed.',
      evidence: '',
      fix: chooseAPurpose,
    },
    spare: {
      message: (purpose: string, columns: string[]) =>
        `The purpose “${purpose}” does not say what it needs these columns for: ${firstNames(columns)}.`,
      evidence: (columns: number) =>
        `${outputColumns(columns)} ${columns === 1 ? 'is' : 'are'} of a kind the purpose does not list.`,
      fix: 'Drop them, or add them to the purpose with the reason.',
    },
    pass: 'Every output column is of a kind the purpose needs.',
    passEvidence: (kinds: number) =>
      `${counted(kinds, 'kind')} of data ${kinds === 1 ? 'is' : 'are'} listed with the purpose.`,
  },
  g4: {
    title: 'Accuracy',
    unread: {
      message: (values: number, columns: string[]) =>
        `${counted(values, 'value')} of ${firstNames(columns)} of the source could not be read: the recipe makes ` +
        `${values === 1 ? 'it' : 'them'} empty.`,
      evidence: (steps: { step: number; rows: number }[]) =>
        steps.map(({ step, rows }) => `Step ${step + 1}: ${counted(rows, 'row')} of the source.`).join(' '),
      fix: 'Choose the date or number format the file uses, or correct the values at their source.',
    },
    nothingRead: 'No step of the recipe reads values as dates or numbers.',
    pass: 'Every value could be read as what its step takes it for.',
  },
  g5: {
    title: 'Storage limitation',
    noPurpose: {
      message: 'Without a stated purpose there is no limit for keeping the output.',
      evidence: '',
      fix: chooseAPurpose,
    },
    undecided: {
      message: (purpose: string) => `Nobody has decided how long data for “${purpose}” is kept.`,
      evidence: 'The purpose has no number of days.',
      fix: 'Set the number of days and the reason.',
    },
    noReason: {
      message: (purpose: string, days: number) =>
        `“${purpose}” keeps data for ${counted(days, 'day')} without saying why.`,
      evidence: 'The reason is empty.',
      fix: 'Write the reason.',
    },
    pass: (purpose: string, days: number) => `Data for “${purpose}” is kept for ${counted(days, 'day')}.`,
  },
  g6: {
    title: 'Integrity and confidentiality',
    secret: {
      message: (columns: string[]) => `Passwords or other credentials are in the output: ${firstNames(columns)}.`,
      evidence: (columns: number) => `${outputColumns(columns)} ${columns === 1 ? 'comes' : 'come'} from credentials.`,
      fix: 'Drop them: no purpose needs them.',
    },
    notMeasured: { message: 'No output was measured.', evidence: '', fix: 'Run the recipe.' },
    noneCounted: 'No column counts as one that people are recognised by, so there are no combinations to share.',
    evidence: (columns: string[], k: number, targetK: number) =>
      `Counted over ${counted(columns.length, 'column')}${columns.length === 0 ? '' : ` (${firstNames(columns)})`}` +
      `: k ${k}, target ${targetK}.`,
    nearlyUnique: {
      message: (columns: string[]) =>
        `Nearly every row differs in ${firstNames(columns)}: whoever has the source can match rows by it.`,
      evidence: (measured: string) => `${measured} The recipe protects these columns, so they are not counted.`,
      fix: 'Drop, round or band these columns.',
    },
    pass: (k: number, people: boolean, columns: string[]) =>
      columns.length === 0
        ? `No column is counted; there are ${rowsOrPeople(k, people)} in all.`
        : `Every combination of ${firstNames(columns)} is shared by at least ${rowsOrPeople(k, people)}.`,
    fewInAll: {
      message: (k: number, people: boolean, targetK: number) =>
        `The output is of ${rowsOrPeople(k, people)} in all, ${targetK} are wanted: so few can be singled out.`,
      fix: 'Take a file of more people, or make it a pseudonymised release.',
    },
    small: {
      anonymised: (k: number, people: boolean, targetK: number) =>
        tooFew(k, people, targetK, ': people can be singled out.'),
      otherwise: (k: number, people: boolean, targetK: number) =>
        tooFew(k, people, targetK, '. The output is personal data and must be protected as such.'),
      fix: 'Generalise or drop one of these columns, or suppress small classes over all of them.',
    },
  },
  g7: {
    title: 'Accountability',
    noWorkspace: {
      message: 'Without a workspace there is no register entry and nobody signs the certificate.',
      evidence: '',
      fix: 'Run the recipe with a workspace.',
    },
    unconfirmed: {
      message: (columns: string[]) =>
        `Nobody has confirmed what these columns are: ${firstNames(columns)}. The release is recorded with that remark.`,
      evidence: (columns: number) =>
        `${counted(columns, 'classification')} ${columns === 1 ? 'is a suggestion' : 'are suggestions'}.`,
      fix: 'Confirm or correct them under Classify.',
    },
    pass: 'The release becomes a signed entry of the register; every column’s classification is confirmed.',
  },
  e1: {
    title: 'No granular tracking',
    targeting: (columns: string[]) =>
      `A targeting release may not keep exact places, ages or times: ${firstNames(columns)}.`,
    otherwise: (columns: string[]) => `Exact places, ages or times are in the output: ${firstNames(columns)}.`,
    evidence: (columns: number) =>
      `${outputColumns(columns)} ` +
      `${columns === 1 ? 'keeps the exact value of its' : 'keep the exact value of their'} source.`,
    fix: 'Use city or state, age bands, and days or months.',
    pass: 'No exact place, age or time is in the output.',
  },
  e2: {
    title: 'Check consent regularly',
    noColumn: {
      message: 'The purpose rests on consent, but no column of the source says who gave it.',
      evidence: 'No column is recognised as consent.',
      fix: 'Join the consent record first, and leave out everybody without a valid consent.',
    },
    unchecked: {
      message: 'The purpose rests on consent. Whether each person’s consent still holds for it was not checked.',
      evidence: (columns: number) =>
        `${counted(columns, 'consent column')} ${columns === 1 ? 'is' : 'are'} in the source.`,
      fix: 'Leave out rows whose consent is missing, withdrawn or out of date before the release.',
    },
    passLeftOut: (columns: string[]) => `Only rows whose consent holds by ${firstNames(columns)} are in the output.`,
    leftOut: (rows: number) =>
      `${counted(rows, 'row')} without a valid consent ${rows === 1 ? 'was' : 'were'} left out.`,
    passOtherBasis: 'Consent is not the basis of this purpose.',
    passAnonymous: 'The output is meant to be anonymous: consent covers the step that makes it so.',
  },
  e3: {
    title: 'Hashes instead of plain text',
    values: {
      message: (release: 'anonymised' | 'other', found: FoundIn[]) =>
        `${release === 'anonymised' ? 'An anonymised release may hold no identifier.' : 'Identifiers would leave in plain text.'}` +
        ` Whatever the columns are called, their values are: ${foundList(found)}.`,
      evidence: (columns: number) =>
        `${outputColumns(columns)} ${columns === 1 ? 'was' : 'were'} found by looking at every value.`,
    },
    sentences: {
      message: (columns: string[]) =>
        'An anonymised release may hold no text in people’s own words, whatever its column is called: ' +
        `${firstNames(columns)}.`,
      evidence: holdSentences,
    },
    sentencesElsewhere: {
      message: (columns: string[]) =>
        `Text in people’s own words is in the output and can hold anything: ${firstNames(columns)}.`,
      evidence: holdSentences,
    },
    notLooked: {
      message: 'Nobody looked at the values that would be written.',
      evidence: 'The check needs the transformed rows.',
      fix: 'Run the recipe.',
    },
    anonymised: {
      message: (columns: string[]) =>
        'An anonymised release may hold no identifier, online identifier or free text, hashed or not: ' +
        `${firstNames(columns)}.`,
      evidence: (hashed: number, kept: number) =>
        `${outputColumns(hashed)} ${hashed === 1 ? 'is a hash' : 'are hashes'}, ${kept} ${asTheyWere(kept)}.`,
      fix: 'Drop or redact these columns, or make it a pseudonymised release.',
    },
    plain: {
      message: (columns: string[]) => `Identifiers would leave in plain text: ${firstNames(columns)}.`,
      evidence: (columns: number) => `${counted(columns, 'linked column')} ${asTheyWere(columns)}.`,
      fix: 'Use a keyed hash; for matching on a platform its own hash; or drop them.',
    },
    online: {
      message: (columns: string[]) =>
        `Online identifiers or free text are in plain text: ${firstNames(columns)}. GDPR recital 30 counts them as ` +
        'means to find a person.',
      evidence: (columns: number) => `${outputColumns(columns)} ${asTheyWere(columns)}.`,
      fix: 'Use a keyed hash, truncate, or drop them.',
    },
    unkeyed: {
      message: (columns: string[]) =>
        `Hashes without a key can be undone by trying values: ${firstNames(columns)}. They are pseudonymised at ` +
        'best, and still personal data.',
      fixTargeting: 'Give them to nobody but the platform, and delete the file once it is matched.',
      fixOtherwise: 'Use a keyed hash.',
    },
    passAnonymised: 'No identifier is left in the output.',
    passHashed: 'Identifiers are keyed hashes: pseudonymised, still personal data.',
    passNone: 'No identifier is in the output.',
  },
  e4: {
    title: 'No targeting by origin, belief or politics',
    notForTargeting,
    message: (columns: string[]) =>
      'Nobody may be targeted by origin, belief, politics, union, orientation or criminal record: ' +
      `${firstNames(columns)}. Consent does not lift this.`,
    evidence: fromSuchData,
    fix: dropThese,
    pass: 'No column of the output tells or derives origin, belief, politics, union, orientation or criminal record.',
  },
  e5: {
    title: 'No targeting with clinical data',
    notForTargeting,
    message: (columns: string[]) =>
      `Nobody may be targeted by health: ${firstNames(columns)}. Consent does not lift this.`,
    evidence: fromSuchData,
    fix: dropThese,
    pass: 'No column of the output tells or derives health.',
  },
  e6: {
    title: 'Reduce bias',
    notForTargeting,
    message: (columns: string[]) =>
      `People would be chosen by a score or label: ${firstNames(columns)}. Whether it treats groups alike was not ` +
      'audited.',
    evidence: (columns: number) =>
      `${outputColumns(columns)} ${columns === 1 ? 'is a score or label' : 'are scores or labels'}.`,
    fix: 'Compare selection rates between groups before using the list.',
    pass: 'No score or label is in the output.',
  },
  e7: {
    title: 'No targeting of minors',
    notForTargeting,
    noAge: {
      message: 'No column tells how old people are, so minors cannot be left out.',
      evidence: 'No date of birth, age, birth year or age group was recognised.',
      fix: 'Add the age to the source, or make sure in another way that everybody is an adult.',
    },
    passAdults: (age: number) => `Everybody in the output is ${age} or older.`,
    passLeftOut: (age: number) => `People under ${age} and people of unknown age were left out.`,
    leftOut: (age: number, minors: number, unknownAge: number) =>
      `${counted(minors, 'row')} under ${age}, ${counted(unknownAge, 'row')} of unknown age.`,
  },
  e8: {
    title: 'Time to keep the data',
    message: (columns: string[]) => `Identifiers past their time are in the output: ${firstNames(columns)}.`,
    evidence: (past: { column: string; rows: number; days: number }[]) =>
      past
        .map(
          ({ column, rows, days }) =>
            `"${column}": ${rowsOrPeople(rows, false)} older than ${counted(days, 'day')} on the reference date.`,
        )
        .join(' '),
    fix: 'Drop these columns, or leave out the rows first.',
    pass: 'No online identifier in the output is known to be past its limit.',
    passNoDate: 'No such identifier with a date beside it is in the output.',
  },
  e9: {
    title: 'Benefit the customer',
    message: 'Nothing says what the customers get from this.',
    noPurpose: 'No purpose is stated.',
    noBenefit: 'The purpose’s benefit is empty.',
    fix: 'State the benefit in words a customer would accept, for example a loyalty programme.',
    pass: (purpose: string) => `“${purpose}” says what gets better for the customer.`,
  },
  reversal: {
    /** What has to be tried, by type of value. */
    spaces: {
      phone_number: 'all ten-digit phone numbers',
      fax_number: 'all ten-digit numbers',
      date_of_birth: 'all birthdays of ninety years',
      postal_code: 'all five-digit postal codes',
      national_id: 'all nine-digit numbers',
      ip_address: 'all IPv4 addresses',
      customer_id: 'all nine-digit numbers',
      user_id: 'all nine-digit numbers',
      credit_card_number: 'all numbers of one issuer with a known last block',
    },
    duration: {
      moment: 'less than a second',
      seconds: (many: number) => `${many} seconds`,
      minutes: (many: number) => `${many} minutes`,
      hours: (many: number) => `${many} hours`,
    },
    byTrying: (what: string, duration: string) => `Trying ${what} takes about ${duration} on one processor core.`,
    byList: 'Whoever has a list of such values, for example of leaked addresses, can hash it and compare.',
  },
};
