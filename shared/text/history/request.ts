import type { requestEntries } from '#shared/journal/entry-kinds/request.ts';
import { counted } from '../numbers.ts';
import {
  requestDay,
  requestLetterWords,
  requestOutcomeWords,
  requestStageWords,
  requestTypeNouns,
  requestTypeWords,
  requestWaitWords,
} from '../requests.ts';
import type { Sentences } from './told.ts';

const due = (on: string | null): string => (on === null ? '' : `; due ${requestDay(on)}`);

export const requestSentences: Sentences<keyof typeof requestEntries> = {
  'request.opened': ({ who, said: { ref, type, receivedOn, dueOn } }) =>
    `${who} entered ${ref}, ${requestTypeNouns[type]} received on ${requestDay(receivedOn)}${due(dueOn)}.`,
  'request.stage': ({ who, said: { ref, stage, isDone, outcome, letter, places, rows, told, toTell } }) => {
    if (letter !== undefined) return `${who} wrote a letter of ${ref}: ${requestLetterWords[letter].toLowerCase()}.`;
    if (outcome !== undefined) return `${who} decided ${ref}: ${requestOutcomeWords[outcome].toLowerCase()}.`;
    if (places !== undefined)
      return `${who} looked for the person of ${ref}: ${counted(rows ?? 0, 'row')} in ${counted(places, 'place')}.`;
    if (told !== undefined) return `${who} told ${told} of ${counted(toTell ?? told, 'recipient')} about ${ref}.`;
    return `${who} worked at ${ref}: ${requestStageWords[stage].toLowerCase()} ${isDone ? 'is done' : 'goes on'}.`;
  },
  'request.extended': ({ who, said: { ref, toldOn, dueOn } }) =>
    `${who} extended ${ref}, told on ${requestDay(toldOn)}${due(dueOn)}.`,
  'request.paused': ({ who, said: { ref, why, on, isOver } }) =>
    isOver
      ? `${who} entered the answer of ${requestDay(on)} to the question of ${ref}: ${requestWaitWords[why]}.`
      : `${who} asked the person of ${ref} for ${requestWaitWords[why]}, on ${requestDay(on)}.`,
  'request.answered': ({ who, said: { ref, outcome, on, lateBy } }) =>
    `${who} answered ${ref} on ${requestDay(on)}: ${requestOutcomeWords[outcome].toLowerCase()}, ` +
    `${lateBy === 0 ? 'in time' : `${counted(lateBy, 'day')} late`}.`,
  'request.deleted': ({ who, said: { ref, type, reason } }) =>
    `${who} deleted the record of ${ref} (${requestTypeWords[type]})` +
    `${reason === '' ? ', whose time was over' : ' before its time'}.`,
};
