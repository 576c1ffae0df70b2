import { valueOf, valuesOf } from '../answer.ts';
import { recordEvidence } from '../rules/rule.ts';
import type { FillView } from './filled.ts';
import { behind } from './impact-view.ts';
import { resultOf, type Screened, type ScreeningAnswer, type ScreeningProposal } from './screen.ts';

interface Said {
  answer: ScreeningAnswer;
  evidence?: string | undefined;
}

/**
 * The screening as it stands: what people answered in its record, else what data and register propose. Where people
 * said otherwise than the data show now, both are told. A result that nobody chose follows from the answers as they
 * stand.
 */
export function decidedScreening(view: FillView): ScreeningProposal {
  const { screening, proposal } = view;
  if (screening === undefined) return proposal;
  const cases = new Map(valuesOf(screening.body.cases).map((item) => [item.case, item]));
  const criteria = new Map(valuesOf(screening.body.criteria).map((item) => [item.criterion, item]));
  const record = recordEvidence(screening);
  const settled = <Id extends string>(proposed: Screened<Id>, said: Said | undefined): Screened<Id> => {
    if (said === undefined || said.answer === proposed.answer || said.answer === 'unknown') return proposed;
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
