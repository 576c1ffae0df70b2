import type { RefusalGround, RequestStage, RequestType } from '#shared/domain/request.ts';
import { refusalWords, requestDay, requestStageWords, requestTypeWords } from '../requests.ts';
import { count, counted } from '../numbers.ts';
import { shortName } from '../names.ts';

/** What is refused of requests, each with what to do. */
export const requestsText = {
  unknown: (id: string) => `There is no request ${shortName(id)}. custos request list names them all.`,
  nobody: 'Say who asks: a name, a way to reach them, or a value that names them in the data.',
  future: (day: string, today: string) =>
    `${requestDay(day)} is still to come: today is ${requestDay(today)}. ` +
    'Give the day on which it happened, or set this machine’s clock right.',
  clockBack: (day: string, last: string) =>
    `This machine’s clock says ${requestDay(day)}, and requests of this workspace were worked at on ` +
    `${requestDay(last)}. Set the clock right, then go on.`,
  tooOld: (day: string, oldest: string) =>
    `${requestDay(day)} is before ${requestDay(oldest)}, from which on the GDPR applies. Give the day on which the request came in.`,
  beforeReceipt: (day: string, received: string) =>
    `${requestDay(day)} is before the request came in, on ${requestDay(received)}. Give a later day.`,
  beforeAsked: (day: string, asked: string) =>
    `${requestDay(day)} is before the person was asked, on ${requestDay(asked)}. Give a later day.`,
  calendar: (id: string) =>
    `There is no calendar of holidays ${shortName(id)}. Give a country by its two letters (DE), GB-SCT, GB-NIR, or nothing.`,
  language: (id: string) => `${shortName(id)} is no language by its two letters, such as en or de.`,
  closed: (ref: string, day: string) =>
    `${ref} was answered on ${requestDay(day)}, and is over. What comes after that is a new request.`,
  notClosed: (ref: string) => `${ref} is not answered yet, so that its record has to stay. Answer it first.`,
  kept: (ref: string, until: string) =>
    `The record of ${ref} is kept as proof until ${requestDay(until)}. To delete it earlier, give the reason.`,
  alreadyAsked: 'The person is asked that already. Enter their answer first.',
  notAsked: 'The person was not asked that, so that there is no answer to enter.',
  noSuchTime: (ref: string) =>
    `${ref} has no time that could be extended: it is stopped or acknowledged, not answered.`,
  extendedBefore: 'The time was extended already. It can be once.',
  tooLateToExtend: (told: string, by: string) =>
    `An extension has to be told by ${requestDay(by)}, and this was told on ${requestDay(told)}: the first date stays. Answer by then.`,
  stageFirst: (stage: RequestStage) =>
    `${requestStageWords[stage]} comes first and is not done yet. Do it, or decide to refuse with the reason.`,
  noIdentifiers: 'Nothing names the person in the data yet. Add an e-mail address, a number or a name to look for.',
  tooWide: (rows: number) =>
    `The values match ${count(rows)} rows in one column, which is hardly one person. Look for values that name only them, or say why all are theirs.`,
  notWide: 'No column has so many rows that this has to be said.',
  needsGround: 'A refusal, in whole or in part, needs its ground. Choose one, and say why it holds.',
  wrongGround: (
    { ref, type }: { ref: string; type: RequestType },
    ground: RefusalGround,
    own: readonly RefusalGround[],
  ) =>
    `“${refusalWords[ground]}” is a ground of another right: ${ref} is “${requestTypeWords[type]}”. ` +
    `Choose one of its own: ${own.map((one) => `${one} (${refusalWords[one]})`).join('; ')}.`,
  needsReason: 'Say why in a sentence: the person is told it, and an authority may ask.',
  noGround: 'What is granted in full has no ground of refusal. Take it away, or choose “Granted in part”.',
  noSuchHit: (number: number) => `The search has no place number ${count(number)}.`,
  nothingKept: 'What is granted in full keeps nothing. Choose “Granted in part”, or keep nothing.',
  notStopped: (ref: string) => `${ref} ends no use: only an objection to advertising and a withdrawal of consent do.`,
  noCopy: (ref: string) => `${ref} asks for no copy. Only access and portability are answered by one.`,
  noErasure: (ref: string) => `${ref} asks for no erasure. Only a request for erasure is answered by one.`,
  noRectification: (ref: string) => `${ref} asks for no rectification. Only a request for that is answered by one.`,
  keptByHand: (place: string) =>
    `What is in ${place} cannot be kept here: only records of datasets and what the consent ledger has can. Keep it where ` +
    'the data come from, and enter it by hand.',
  keepsNothing:
    'On this ground nothing is kept from erasure (GDPR Art. 17(3) names those that do). Decide on another, or keep nothing.',
  /** The reason that the register is given. */
  forRequest: (ref: string) => `Request ${ref}`,
  leftIn: (dataset: string, column: string) => (column === '' ? dataset : `${dataset}, ${column}`),
  refused: (ref: string) => `${ref} is refused, so that nothing is done. Decide anew to do it.`,
  noRecipient: 'That recipient is not among those of this request.',
  toldOrWhy: 'Enter the day on which the recipient was told, or why that is impossible.',
  untold: (left: number) =>
    `${counted(left, 'recipient')} still ${left === 1 ? 'has' : 'have'} to be told what became of the data, ` +
    'or it has to be said why that is impossible (Art. 19).',
  remedies:
    'Whoever is refused, in whole or in part, is told that they may complain to the authority and go to court (Art. 12(4)). Tell them, then close.',
  letterEnding: (fileName: string) =>
    `${shortName(fileName)} has no ending that says what it is to be. Call it .pdf, .html or .txt.`,
  noLetter: 'There is nothing to write in that letter yet: take the step that it tells of first.',
  /** What is due, as a sentence without its end. */
  deleteDue: (of: string) => `Delete the record of ${of}`,
} as const;
