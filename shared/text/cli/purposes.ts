import type { GuardState } from '#shared/domain/guardrail.ts';
import type { PurposeRecord } from '#shared/domain/purpose-record.ts';
import type { Need, NecessityCell } from '#shared/register/minimisation/necessity-matrix.ts';
import { firstNames } from '../names.ts';
import { purposeRecordText } from '../purpose-record.ts';
import { counted, listed, numbered } from '../numbers.ts';

const needs: Record<Need, string> = { needed: 'needed', 'not-needed': 'not needed', open: '?' };
const states: Record<GuardState, string> = {
  passed: '✓ passed',
  'needs-you': '! needs you',
  blocked: '✕ blocked',
  'does-not-apply': '– does not apply',
  'not-stated': '? not stated',
};

type ShownCell = Pick<NecessityCell, 'need' | 'from' | 'drafted'>;
/** What the purpose says of a column and nobody has taken over; the same mark as in the window. */
const isPrefilled = ({ need, from, drafted }: ShownCell): boolean =>
  from.by === 'purpose' && need !== 'open' && drafted === undefined;

/** `custos purposes` and what stands under it. */
export const purposesText = {
  description: 'the purpose presets P1–P8, and what the datasets of a workspace are for',
  list: 'the purpose presets: data needed, lawful bases, benefit, retention',
  examples: ['custos purposes --json'],
  allExamples: [
    'custos purposes --json',
    'custos purposes bind customers.csv --purpose P1 --basis contract --workspace Acme.custos',
  ],
  columns: ['id', 'code', 'title', 'retention', 'lawful bases'],
  days: (days: number | null) => (days === null ? 'to be decided' : numbered(days, 'day')),
  file: 'the imported file, or the name of its dataset',
  purpose: 'id or code of the purpose (P1)',
  force: 'replace an existing file',
  bind: {
    description: 'says what a dataset, or columns of it, was collected for; releases for another purpose are refused',
    columns: 'names of columns, separated by commas; default: all',
    notNeeded: 'says that the purpose does not need them',
    prefilled: 'take over what the purpose says of its columns, as your word; with --columns of those alone',
    why: 'what the purpose needs them for, or does without them',
    basis:
      'lawful basis of the purpose: consent, contract, legal-obligation, vital-interests, public-task or ' +
      'legitimate-interests',
    justification: 'why that basis holds',
    prefilledAlone: (passedOver: string[]) =>
      `--prefilled takes over what the purpose says, with its own reasons: leave out ${listed(passedOver)}, or say it ` +
      'in a command of its own.',
    bound: (ref: string, purpose: PurposeRecord) =>
      `${ref} binds it to ${purposeRecordText(purpose)}. Have it approved under Register.`,
    examples: [
      'custos purposes bind customers.csv --purpose P1 --columns city,total_spent --why "groups are formed by it" ' +
        '--workspace Acme.custos',
    ],
  },
  matrix: {
    description: 'which purpose needs which column, and what none needs',
    drop: 'drop what no purpose needs, as the first step of the working recipe',
    column: 'column',
    why: 'why',
    cell: (cell: ShownCell): string => {
      const stands = isPrefilled(cell) ? `◇ ${needs[cell.need]}` : needs[cell.need];
      return cell.drafted === undefined ? stands : `${stands} (draft: ${needs[cell.drafted.need]})`;
    },
    isPrefilled,
    prefilled:
      '◇ prefilled: what the purpose says, and nobody’s word yet. `custos purposes bind … --prefilled` takes it over.',
    spare: (columns: string[]) =>
      columns.length === 0
        ? 'Every column is needed, or a person has to tell.'
        : `${counted(columns.length, 'column')} that no purpose needs: ${firstNames(columns)}.`,
    dropped: (columns: string[]) =>
      columns.length === 0
        ? 'Nothing had to be dropped.'
        : `The recipe drops ${counted(columns.length, 'column')}: ${firstNames(columns)}.`,
    examples: ['custos purposes matrix customers.csv --drop --workspace Acme.custos'],
  },
  rules: {
    description: 'the ten rules of lawfulness, held against register and datasets; exit 1 when one blocks',
    line: (rule: string, state: GuardState, title: string, source: string) =>
      `${states[state]}  ${title} (${source}, ${rule})`,
    found: (message: string, fix: string) => `    ${message}${fix === '' ? '' : ` ${fix}`}`,
    examples: ['custos purposes rules --workspace Acme.custos'],
  },
  notice: {
    description: 'what people are told of a purpose, written from the register',
    takeOver: 'keep it as a notice that you answer for, valid from this day (YYYY-MM-DD)',
    toldWhere: 'where people read it',
    toldWhereAlone: '--told-where is kept with the notice: give --take-over with the day from which it is valid, too.',
    taken: (ref: string, who: string) => `${ref} is kept; ${who} answers for it.`,
    examples: ['custos purposes notice --purpose P1 --workspace Acme.custos'],
  },
  test: {
    description: 'begins the five-factor test of a further purpose (Art. 6(4))',
    opened: (ref: string) => `${ref} is begun. Weigh the five factors under Register, decide, and have it approved.`,
    examples: ['custos purposes test customers.csv --purpose P2 --workspace Acme.custos'],
  },
  askAgain: {
    description: 'writes the list of people who may be asked for consent to a further purpose',
    output: 'the list, as CSV: who they are and how to reach them',
    written: (asked: {
      people: number;
      rows: number;
      noContact: number;
      refused: number;
      underAge: number;
      ageUnknown: number;
      registerEntry: number;
    }) =>
      `${counted(asked.people, 'person', 'people')} to ask, from ${counted(asked.rows, 'row')}. Left out: ` +
      `${asked.noContact} nobody can reach, ${asked.refused} who took consent back or refused it, ${asked.underAge} ` +
      `under age, ${asked.ageUnknown} of unknown age. Register entry ${asked.registerEntry}.`,
    examples: ['custos purposes ask-again customers.csv --purpose P2 -o ask.csv --workspace Acme.custos'],
  },
};
