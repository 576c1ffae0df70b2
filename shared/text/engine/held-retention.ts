import { shortName } from '../names.ts';

/** What a proof of a run of retention says. */
export type ProofPart = 'rows before' | 'rows after' | 'cells emptied' | 'hash before' | 'hash after';

const said: Record<ProofPart, string> = {
  'rows before': 'as many rows before it',
  'rows after': 'as many rows after it',
  'cells emptied': 'as many emptied cells',
  'hash before': 'the same SHA-256 of the rows before it',
  'hash after': 'the same SHA-256 of the rows after it',
};

/** Why a proof of a run of retention is not true. */
export const heldRetentionText = {
  noRewriting: (dataset: string, seq: number) =>
    `The proof that retention changed dataset ${shortName(dataset)} (entry ${seq}) is not true: no entry before it says ` +
    'that its rows were written anew.',
  differs: (dataset: string, seq: number, rewritten: number, part: ProofPart) =>
    `The proof that retention changed dataset ${shortName(dataset)} (entry ${seq}) does not say ${said[part]} as entry ` +
    `${rewritten}, by which the rows were written anew.`,
  otherBefore: (dataset: string, seq: number, before: number, part: ProofPart) =>
    `The proof that retention changed dataset ${shortName(dataset)} (entry ${seq}) does not say ${said[part]} as entry ` +
    `${before} had left: rows were changed in between, and no entry says so.`,
  doesNotAddUp: (dataset: string, seq: number) =>
    `The numbers of the proof that retention changed dataset ${shortName(dataset)} (entry ${seq}) do not add up: its ` +
    'rules did not do what the rows and cells before and after say.',
  noProof: (dataset: string, seq: number) =>
    `Rows of dataset ${shortName(dataset)} were written anew for retention by entry ${seq}, and no entry proves which ` +
    'rules did it.',
};
