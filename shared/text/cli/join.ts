import type { JoinMatch } from '#shared/domain/joined-view.ts';
import { counted } from '../numbers.ts';
import { firstNames, shortName } from '../names.ts';
import { joinedViewText } from '../joined-view.ts';

const people = (many: number): string => counted(many, 'person', 'people');

/** `custos join`. */
export const joinCommandText = {
  description: 'join two datasets of a workspace on a keyed hash, without showing an identifier',
  left: 'dataset on the left: its name, id or file',
  right: 'dataset on the right',
  leftKey: 'column of the left dataset that names people (proposed by what the columns are held to be)',
  rightKey: 'the same of the right dataset',
  name: 'what the joined view is called',
  preview: 'say how many match and who could be singled out; writes nothing',
  rows: 'both: people in both (default); left: everybody in the left dataset; all: everybody in either',
  callingCode: 'country code of telephone numbers written without one, for example 49',
  qi: 'columns of the view that could be known of somebody, comma-separated (default: all)',
  examples: [
    'custos join --left customers --right orders --left-key email --right-key email --preview --workspace Acme.custos',
    'custos join --left customers --right orders --name unified --workspace Acme.custos --json',
  ],
  noRows: (typed: string) => `${shortName(typed)} is none of all, left and both: say whose rows the view holds.`,
  noCallingCode: 'A country code has one to four digits and does not begin with 0, for example 49.',
  noName: 'Say with --name what the joined view is called, or --preview to look first.',
  noKeys: (left: string, right: string) =>
    `No column of ${left} and of ${right} is held to name people in the same way: say which with --left-key and ` +
    '--right-key.',
  oneKey: 'Give both --left-key and --right-key, or neither.',
  keys: (left: string, right: string, why: string) =>
    `Joined by ${shortName(left)} and ${shortName(right)}, because ${why}.`,
  alike: (normalisation: string) => `Compared alike: ${normalisation}; told as a keyed hash, no value is shown.`,
  kept: ({ rows, relation, rowsAfter }: JoinMatch) =>
    `${joinedViewText.rows[rows]}; ${joinedViewText.relations[relation]}` +
    `${rowsAfter === null ? '' : `; ${counted(rowsAfter, 'row')}`}.`,
  leftOut: (columns: readonly string[]) => `Left out, because they name people by themselves: ${firstNames(columns)}.`,
  consent: (leftOut: readonly { people: number; says: string }[], all: number | null) =>
    all === null
      ? 'The view rests on consent; how many are left out is not told before the join.'
      : all === 0
        ? 'The view rests on consent; everybody in it has a valid one.'
        : `The view rests on consent: ${people(all)} left out (${leftOut.map((one) => `${one.people} ${one.says}`).join(', ')}).`,
  worst: (columns: string) => `Would not be alone without: ${columns}.`,
  made: (name: string, rows: number, entry: number) =>
    `“${name}” is a dataset of the workspace now: ${counted(rows, 'row')}, entry ${entry} of the register.`,
  activity: (ref: string, title: string) =>
    `${ref} “${title}” was drafted in the register: complete it and have it approved.`,
  nothingWritten: 'Nothing was written.',
};
