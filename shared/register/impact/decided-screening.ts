import { valueOf, type ListAnswer, type Origin } from '../answer.ts';
import { recordEvidence } from '../rules/rule.ts';
import type { FillView } from './filled.ts';
import { behind } from './impact-view.ts';
import { resultOf, type Screened, type ScreeningAnswer, type ScreeningProposal } from './screen.ts';

interface Said {
  answer: ScreeningAnswer;
  evidence?: string | undefined;
}

/** Whether it is a person's word, and not what the data proposed when the record was begun. */
const isOfPerson = (origin: Origin): boolean => origin.from === 'person';

const itemsOf = <T>(answer: ListAnswer<T> | undefined) => (answer?.state === 'stated' ? answer.items : []);

/**
 * The screening as it stands: what people answered in its record, else what data and register propose. Where people
 * said otherwise than the data show now, both are told. A result that nobody chose follows from the answers as they
 * stand.
 */
export function decidedScreening(view: FillView): ScreeningProposal {
  const { screening, proposal } = view;
  if (screening === undefined) return proposal;
  const cases = new Map(itemsOf(screening.body.cases).map((item) => [item.value.case, item]));
  const criteria = new Map(itemsOf(screening.body.criteria).map((item) => [item.value.criterion, item]));
  const record = recordEvidence(screening);
  const settled = <Id extends string>(
    proposed: Screened<Id>,
    item: { value: Said; origin: Origin } | undefined,
  ): Screened<Id> => {
    if (item === undefined || item.value.answer === 'unknown') return proposed;
    const { value: said, origin } = item;
    if (said.answer === proposed.answer && !isOfPerson(origin)) return proposed;
    return {
      ...proposed,
      answer: said.answer,
      by: 'people',
      said: said.evidence ?? '',
      shown: proposed.answer,
      proofs: behind(view, [record, ...proposed.proofs]),
    };
  };
  const answers = {
    cases: proposal.cases.map((one) => settled(one, cases.get(one.id))),
    criteria: proposal.criteria.map((one) => settled(one, criteria.get(one.id))),
  };
  return { ...answers, result: valueOf(screening.body.result) ?? resultOf(answers) };
}
