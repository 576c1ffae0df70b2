import type { LawfulBasis } from '#shared/domain/lawful-basis.ts';
import type { NoticeElement } from '#shared/register/vocabulary/notice-elements.ts';
import type { NoticeFact, NoticeFacts } from '#shared/register/notice/notice-facts.ts';
import { listed } from '../numbers.ts';

/** An id of the register’s lists in words: `service-contact` → "service contact"; what a person wrote stays as it is. */
const words = (value: string): string => (/^[a-z]+(?:-[a-z]+)+$/.test(value) ? value.replaceAll('-', ' ') : value);

const regions = new Intl.DisplayNames('en', { type: 'region' });
/** An ISO 3166-1 code as people call the country; an organisation's name stays as it is. */
const country = (value: string): string => (/^[A-Z]{2}$/.test(value) ? (regions.of(value) ?? value) : value);

/** `P3Y6M` → "3 years and 6 months"; anything else is a criterion in somebody’s own words. */
export function periodInWords(period: string): string {
  if (!/^P\d/.test(period)) return period;
  const units = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(
    ([, value, unit]) => `${Number(value)} ${units[unit as keyof typeof units]}${Number(value) === 1 ? '' : 's'}`,
  );
  return listed(parts);
}

const because: Record<LawfulBasis, string> = {
  consent: 'you agreed to it',
  contract: 'we need to in order to keep our contract with you, or to prepare it at your request',
  'legal-obligation': 'a law obliges us to',
  'vital-interests': 'somebody’s life or health depends on it',
  'public-task': 'it is part of a public task that was given to us',
  'legitimate-interests': 'we have a legitimate interest in it that your own interests do not outweigh',
};

const always = 'You may ask us what we hold about you, have it corrected or erased, and have its use restricted.';
/** Rights that hang on the basis: GDPR Art. 20(1), 21(1). */
const further: Record<LawfulBasis, string> = {
  consent: 'You may have the data you gave us handed over in a form that machines read.',
  contract: 'You may have the data you gave us handed over in a form that machines read.',
  'legal-obligation': '',
  'vital-interests': '',
  'public-task': 'You may object at any time for reasons of your own situation.',
  'legitimate-interests':
    'You may object at any time for reasons of your own situation, and to direct marketing without any reason.',
};

type Told = Extract<NoticeFact, { state: 'told' }>;

/** What each element says to people, in plain words. */
const says: Record<NoticeElement, (values: string[]) => string> = {
  controller: ([who = '']) => `Responsible for your data: ${who}.`,
  representative: (values) => `Our representative in the European Union: ${listed(values)}.`,
  dpo: (values) => `Our data protection officer: ${listed(values)}.`,
  purpose: ([what = '']) => `What we use your data for: ${what}`,
  basis: ([basis]) => `We may do so because ${because[basis as LawfulBasis]}.`,
  interest: ([interest = '']) => `Our interest: ${interest}`,
  categories: (values) => `The data we use: ${listed(values.map(words))}.`,
  source: (values) => `Some of the data did not come from you, but from: ${listed(values.map(words))}.`,
  recipients: (values) => `Who else gets them: ${listed(values)}.`,
  transfers: (values) => `Data go to countries outside the European Economic Area: ${listed(values.map(country))}.`,
  retention: (values) => `How long we keep them: ${listed(values.map(periodInWords))}.`,
  rights: ([basis]) => [always, further[basis as LawfulBasis]].filter((part) => part !== '').join(' '),
  withdrawal: () =>
    'You may take your consent back at any time, as easily as you gave it. What was done until then stays lawful.',
  complaint: (values) => `You may complain to a supervisory authority, for example: ${listed(values)}.`,
  obligation: ([basis]) =>
    basis === 'contract'
      ? 'You need not give us these data, but without them we cannot keep the contract.'
      : 'A law obliges you to give us these data.',
  'automated-decision': (values) =>
    ['Decisions about you are prepared or taken by automatic means.', ...values]
      .filter((part) => part !== '')
      .join(' '),
};

/** What people would be told, for a sentence about what is missing. */
const elementNames: Readonly<Record<NoticeElement, string>> = {
  controller: 'who is responsible, with address or e-mail',
  representative: 'the representative in the European Union, or that there is none',
  dpo: 'the data protection officer, or that there is none',
  purpose: 'the purpose in plain words',
  basis: 'the lawful basis',
  interest: 'the legitimate interest',
  categories: 'the categories of data',
  source: 'where data come from',
  recipients: 'the recipients, or that there are none',
  transfers: 'transfers to third countries, or that there are none',
  retention: 'how long data are kept, or by which criteria',
  rights: 'the rights, which hang on the lawful basis',
  withdrawal: 'how consent is taken back',
  complaint: 'the supervisory authority',
  obligation: 'whether people must give the data',
  'automated-decision': 'whether decisions are automatic',
};

export const noticeText = {
  /** The notice about one purpose, a line per element; what nobody stated is said as missing. */
  whole: ({ purpose, facts }: NoticeFacts): string =>
    [
      `Your data and “${purpose.title}”`,
      ...facts
        .filter((fact): fact is Told => fact.state === 'told')
        .map(({ element, values }) => says[element](values)),
      ...facts.flatMap(({ element, state }) =>
        state === 'missing' ? [`[Not stated yet: ${elementNames[element]}.]`] : [],
      ),
    ].join('\n\n'),
  element: (element: NoticeElement): string => elementNames[element],
  /** What people may do about their data, by the basis; nothing where none is stated. */
  rights: ({ facts }: NoticeFacts): string[] =>
    facts
      .filter(
        (fact): fact is Told => fact.state === 'told' && (fact.element === 'rights' || fact.element === 'withdrawal'),
      )
      .map(({ element, values }) => says[element](values)),
};
