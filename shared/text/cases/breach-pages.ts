import type { BreachFormId } from '#shared/domain/breach.ts';
import { quotedNames } from '../names.ts';
import { counted, listed, moment } from '../numbers.ts';
import { breachCellText } from './breach-cells.ts';

/** A label inside a sentence: “IP address” stays as it is. */
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1);

/** Pages about breaches: the draft to an authority, the letter to people, the register of Art. 33(5). */
export const breachPageText = {
  draft: 'DRAFT',
  form: {
    title: (ref: string, form: BreachFormId) =>
      `Notification of personal data breach ${ref}, after ${breachCellText.form(form)}`,
    notSent: 'Nothing has been sent. Whoever notifies the authority checks every field and sends it themselves.',
    made: (at: string) => `Written from the workspace by Custos on ${moment(at)}.`,
    mark: (label: string, isGenerated: boolean) => (isGenerated ? `◇ ${label}` : label),
    legend: '◇ comes from the workspace: its data, its register, its clock. Everything else was stated by a person.',
    foot: (workspaceId: string) =>
      `Workspace ${workspaceId}. The record of the breach and the log are the proof, not this page.`,
  },
  letter: {
    title: 'About your personal data',
    subject: 'Something happened to your personal data, and you should know.',
    what: 'What happened',
    when: (from: string, to: string) =>
      to === '' ? `It happened on ${from}.` : `It happened between ${from} and ${to}.`,
    data: 'Which of your data',
    dataKinds: (kinds: readonly string[], untold: readonly string[]) =>
      `What we keep of you may include: ${listed([
        ...kinds.map(inSentence),
        ...(untold.length === 0 ? [] : [`what stands under ${quotedNames(untold)}`]),
      ])}.`,
    consequences: 'What it may mean for you',
    measures: 'What we have done',
    plan: 'What we will do',
    advice: 'What you can do',
    ask: 'Whom you can ask',
    contact: (name: string, email: string, phone: string) =>
      [name, email, phone].filter((one) => one !== '').join(', '),
    rights: 'You may complain to a data protection authority (GDPR Art. 77).',
    missing: (what: string) => `[to be written: ${what}]`,
    missingParts: {
      what: 'what happened, in plain words',
      consequences: 'what may follow for the people',
      measures: 'what was done and is planned',
      advice: 'what they can do themselves',
      contact: 'name and contact of the data protection officer or another contact',
    },
    language: 'Written in English. Translate it into the language of the people who get it.',
  },
  register: {
    title: (organisation: string) =>
      organisation === ''
        ? 'Register of personal data breaches'
        : `Register of personal data breaches of ${organisation}`,
    law: 'GDPR Art. 33(5): every breach, whether an authority was told of it or not.',
    made: (at: string, many: number) => `${counted(many, 'breach', 'breaches')}, as of ${moment(at)}.`,
    none: 'No breach is recorded.',
    unreadable: (many: number) =>
      `${counted(many, 'record')} cannot be read and ${many === 1 ? 'is' : 'are'} not on this page.`,
    heads: ['Breach', 'Aware', 'State', 'People', 'Authority', 'People told', 'Effects and remedy'],
    undecided: 'not decided',
    toldOn: (at: string, authority: string) => `${authority} on ${at}`,
    toBeTold: (reason: string) => `to be told: ${reason}`,
    notTold: (reason: string) => `not told: ${reason}`,
    peopleToldOn: (at: string, people: number) => `${counted(people, 'person', 'people')} on ${at}`,
    notCounted: 'not computed',
    closing: (effects: string, remedy: string) => `${effects} ${remedy}`,
    open: 'open',
  },
};
