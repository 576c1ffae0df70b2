import type { Unclosed } from '#shared/cases/breach/states.ts';
import type { BreachState } from '#shared/domain/breach.ts';
import { breachWords } from '../cases/breach.ts';
import { shortName } from '../names.ts';
import { listed } from '../numbers.ts';

/** What the engine says of breaches: refusals, each with what to do. */
export const breachesText = {
  unknown: (word: string) => `There is no breach ${shortName(word)} here. custos breach list shows those there are.`,
  noTitle: 'Say in a few words what happened: a breach needs a name that people know it by.',
  zone: (zone: string) => `${shortName(zone)} is no time zone that this machine knows. Give one such as Europe/Berlin.`,
  field: (field: string) => `The field ${shortName(field)} of the breach does not fit. Say it anew, or leave it out.`,
  future: {
    awareAt: (at: string, now: string) =>
      `The breach cannot have become known on ${at}: this machine’s clock says ${now}. Give the moment at which it did.`,
    detectedAt: (at: string, now: string) =>
      `The breach cannot have been detected on ${at}: this machine’s clock says ${now}. Give the moment at which it was.`,
    occurredFrom: (at: string, now: string) =>
      `The breach cannot have begun on ${at}: this machine’s clock says ${now}. Give the moment at which it did.`,
    occurredTo: (at: string, now: string) =>
      `The breach cannot have ended on ${at}: this machine’s clock says ${now}. Leave it out while it goes on.`,
    processor: (at: string, now: string) =>
      `The processor cannot have told you on ${at}: this machine’s clock says ${now}. Give the moment at which it did.`,
    notified: (at: string, now: string) =>
      `The authority cannot have been told on ${at}: this machine’s clock says ${now}. State it once it was told.`,
    told: (at: string, now: string) =>
      `The people cannot have been told on ${at}: this machine’s clock says ${now}. State it once they were told.`,
  },
  awareBeforeBegun: (aware: string, begun: string) =>
    `You cannot have become aware on ${aware}, before it began on ${begun}. Correct one of the two.`,
  endedBeforeBegun: (ended: string, begun: string) =>
    `The breach cannot have ended on ${ended}, before it began on ${begun}. Correct one of the two.`,
  toldBeforeAware: (at: string, aware: string) =>
    `Nobody can have been told on ${at}, before you became aware on ${aware}. Correct one of the two.`,
  clockBack: (now: string, last: string) =>
    `This machine’s clock says ${now}, but the register was last written on ${last}. Put the clock right: hours are counted by it.`,
  closed: (ref: string) => `Breach ${ref} is closed: nothing of it changes until it is opened again, with the reason.`,
  notClosedYet: (ref: string) => `Breach ${ref} is not closed: there is nothing to open again.`,
  needsReopening: 'Say why the breach is opened again: it is kept with what was said at its closing.',
  noWay: (from: BreachState, to: BreachState, next: readonly BreachState[]) =>
    `A breach that is “${breachWords.states[from]}” cannot become “${breachWords.states[to]}”; it can become ` +
    `${next.length === 0 ? 'nothing else' : listed(next.map((state) => `“${breachWords.states[state]}”`))}.`,
  notClosed: (ref: string, open: readonly Unclosed[]) =>
    `Breach ${ref} cannot be closed: ${listed(open.map((one) => breachWords.unclosed[one]))}.`,
  needsReason: 'A decision needs its reasons: say why the authority is told or not, and why the people are.',
  riskIsTold:
    'Where a risk is likely, the authority is told (Art. 33(1)). Decide that no risk is likely, with the reason, or tell it.',
  highIsTold:
    'Where a high risk is likely, the people are told, unless one of the grounds of Art. 34(3) holds. Name the ground, or tell them.',
  needsGround: 'Say why the people are not told: no high risk is likely, or a ground of Art. 34(3).',
  groundWithoutNeed: 'The people are told: leave out the ground for not telling them.',
  undecided: 'Decide first whether the authority and the people are told, and why.',
  needsDelay: (hours: number) =>
    `The authority was told more than ${hours} hours after you became aware: say why (Art. 33(1)).`,
  needsAuthority: 'Say which authority was told.',
  needsChannel: 'Say how the people were told: by letter, by e-mail, in public.',
  needsContent: 'Say what is to be added.',
  needsClosing: 'To close it, say what its effects were and what was done about it (Art. 33(5)).',
  nothingChosen: 'Choose at least one dataset or release that is affected.',
  counting: 'Counting who is affected',
  ending: (fileName: string) =>
    `${shortName(fileName)} has no ending that says what it is to be. Call it .html or .pdf to be read, .json for programs.`,
  noJson: (what: string) => `${what} is written to be read: call the file .html or .pdf.`,
  whichBreach: 'Say of which breach: only the register is of all of them.',
  pending: (ref: string) => `Tell the authority of breach ${ref}`,
  pendingPeople: (ref: string) => `Tell the people of breach ${ref}`,
};
