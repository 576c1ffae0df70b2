import { describe, expect, it } from 'vitest';
import { policyOn } from '#shared/policy/index.ts';
import { impactText } from '#shared/text/register/impact.ts';
import { impactPageText } from '#shared/text/register/impact-page.ts';
import type { RecordVersion } from '../register-snapshot.ts';
import {
  exampleActivity,
  exampleColumn,
  exampleDataset,
  examplePurpose,
  exampleRecord,
  exampleUnreadable,
  exampleView,
  said,
  saidAll,
} from '../rules/example-view.ts';
import type { RuleDataset } from '../rules/rule-view.ts';
import { edpbTemplate } from './edpb-template.ts';
import { decidedScreening } from './decided-screening.ts';
import { fillView } from './filled.ts';
import { fillTemplate } from './fill-template.ts';
import { highRiskCriteria, requiredCases } from '../vocabulary/impact-assessment.ts';
import type { ImpactView, ImportFacts } from './impact-view.ts';
import { impactRisks } from './risks.ts';
import { screenActivity } from './screen.ts';

const view = (
  activity: RecordVersion<'activity'>,
  records: RecordVersion[] = [examplePurpose()],
  datasets: RuleDataset[] = [exampleDataset([exampleColumn('amount')])],
): ImpactView => ({
  ...exampleView([activity, ...records], datasets),
  activity,
  policy: policyOn('2026-11-29'),
  imports: new Map(),
  measured: new Map(),
  necessity: new Map(),
});
const criterion = (given: ImpactView, id: string) => screenActivity(given).criteria.find((one) => one.id === id)!;
const tracked = exampleDataset([
  exampleColumn('cookie', { type: 'cookie_id', flags: ['online_identifier'], pointsAtPeople: true }),
  exampleColumn('seen_at', { type: 'timestamp' }),
]);
const calm = exampleActivity({
  automatedDecision: said('none'),
  includesMinors: said('no'),
  includesVulnerable: said('no'),
});

describe('the screening of an activity', () => {
  it.each([
    [
      'evaluation-scoring',
      view(calm, [], [exampleDataset([exampleColumn('churn', { type: 'churn_label' })])]),
      ['churn'],
      'unknown',
    ],
    ['systematic-monitoring', view(calm, [], [tracked]), ['cookie', 'seen_at'], 'unknown'],
    [
      'sensitive-data',
      view(calm, [], [exampleDataset([exampleColumn('faith', { flags: ['religion'] })])]),
      ['faith'],
      'no',
    ],
    [
      'vulnerable-people',
      view(calm, [], [exampleDataset([exampleColumn('born', { flags: ['minor_age'] })])]),
      ['born'],
      'no',
    ],
  ] as const)(
    'finds %s by the columns that show it; what no column can rule out stays open',
    (id, given, names, otherwise) => {
      expect(criterion(given, id)).toMatchObject({ answer: 'yes', by: 'columns', names });
      expect(criterion(view(calm), id).answer).toBe(otherwise);
    },
  );

  it('goes by the number of people and the threshold that holds in the workspace', () => {
    const many = view(calm, [], [exampleDataset([exampleColumn('amount')], { rows: 10_000 })]);
    expect(criterion(many, 'large-scale')).toMatchObject({ answer: 'yes', count: 10_000 });
    // What a file counts is no answer to how long, where and whom else: less than the threshold is not known.
    const few = criterion(view(calm), 'large-scale');
    expect(few).toMatchObject({ answer: 'unknown', by: 'rows', count: 1000 });
    expect(impactText.evidence(few)).toMatch(
      /^Counted: 1,000 rows or people.*From 10,000 on .*recital 91.*since 2018-05-25.*a person decides\.$/,
    );
    const stated = exampleActivity({ scale: saidAll({ people: 12_000 }) });
    expect(criterion(view(stated), 'large-scale').answer).toBe('yes');
    const set = { key: 'large-scale', value: 500, reason: 'r', by: 'Ada', at: '2026-11-02T09:00:00.000Z' };
    const lower = criterion({ ...view(calm), policy: policyOn('2026-11-29', [set]) }, 'large-scale');
    expect(lower.answer).toBe('yes');
    expect(impactText.evidence(lower)).toContain('From 500 on a large scale is proposed (set by Ada: r).');
  });

  it('takes two datasets, and a platform that matches lists, for matching', () => {
    const two = exampleActivity({ datasets: saidAll('d1', 'd2') });
    const orders = exampleDataset([exampleColumn('amount')], { id: 'd2', name: 'orders', fileName: 'orders.csv' });
    const given = view(two, [], [exampleDataset([exampleColumn('amount')]), orders]);
    expect(criterion(given, 'matching-combining')).toMatchObject({ answer: 'yes', names: ['customers', 'orders'] });
    const [one, other] = given.datasets.map(({ id, fileName }): [string, ImportFacts] => [
      id,
      { entry: null, importedOn: '2026-11-01', fileName, sha256: 'a'.repeat(64), informedHow: '', alone: null },
    ]);
    // One file that was imported twice is not combined with anything.
    expect(criterion({ ...given, imports: new Map([one!, other!]) }, 'matching-combining').answer).toBe('no');
    const platform = exampleRecord('recipient', 'rc-1', { name: said('Ads'), kind: said('platform-audience') });
    const sent = exampleActivity({ recipients: saidAll('rc-1') });
    expect(criterion(view(sent, [platform]), 'matching-combining')).toMatchObject({ answer: 'yes', names: ['Ads'] });
    expect(criterion(view(calm), 'matching-combining').answer).toBe('no');
  });

  it('leaves open what no data show, and everything where no dataset is named', () => {
    for (const id of ['new-technology', 'prevents-right-or-service'])
      expect(criterion(view(calm), id)).toMatchObject({ answer: 'unknown', by: 'nobody-stated' });
    const nowhere = view(exampleActivity({ datasets: undefined }));
    expect(screenActivity(nowhere).criteria.filter(({ answer }) => answer === 'no')).toEqual([]);
    expect(criterion(nowhere, 'large-scale')).toMatchObject({ answer: 'unknown', by: 'no-dataset' });
  });

  it('proposes an assessment from two criteria on, and nothing where an open one might be the second', () => {
    const faith = exampleColumn('faith', { flags: ['religion'] });
    const one = view(calm, [], [exampleDataset([faith])]);
    expect(screenActivity(one).result).toBeNull();
    const large = view(calm, [], [exampleDataset([faith], { rows: 20_000 })]);
    expect(screenActivity(large)).toMatchObject({ result: 'required' });
    expect(screenActivity(large).cases.find(({ id }) => id === 'large-scale-special')).toMatchObject({
      answer: 'yes',
      names: ['faith'],
    });
    expect(screenActivity(one).cases.find(({ id }) => id === 'large-scale-special')!.answer).toBe('unknown');
  });
});

describe('what cannot be read', () => {
  const activity = exampleActivity({
    ...calm.body,
    profiling: { state: 'none', origin: { from: 'person', by: 'Ada', at: '2026-11-02T09:00:00.000Z' } },
    datasets: saidAll('d1', 'd2'),
    recipients: saidAll('rc-1', 'rc-2'),
    measures: saidAll('sm-1'),
  });
  const printer = exampleRecord('recipient', 'rc-1', { name: said('Print Works'), kind: said('external-controller') });
  const whole = view(activity, [examplePurpose(), printer]);
  const blind: ImpactView = {
    ...whole,
    unreadableDatasets: [{ id: 'd2', name: 'orders' }],
    snapshot: {
      ...whole.snapshot,
      unreadable: [exampleUnreadable('recipient', 'rc-2'), exampleUnreadable('recipient', 'rc-9')],
    },
  };
  const fieldsOf = (given: ImpactView) => new Map(fillTemplate(given).map((field) => [field.id, field]));

  it('turns every no that goes by data into what nobody knows, and names what is not read', () => {
    expect(criterion(blind, 'large-scale')).toMatchObject({ answer: 'unknown', by: 'not-readable' });
    const rests = ['sensitive-data', 'matching-combining', 'vulnerable-people', 'evaluation-scoring'];
    for (const id of rests) {
      expect([id, criterion(whole, id).answer]).toEqual([id, 'no']);
      expect(criterion(blind, id)).toMatchObject({ id, answer: 'unknown', by: 'not-readable' });
      expect(criterion(blind, id).names[0]).toBe('orders');
    }
    expect(criterion(blind, 'matching-combining').names).toEqual(['orders', 'RC-2']);
    expect(criterion(blind, 'automated-decision').answer).toBe('no');
    expect(screenActivity(blind).cases.find(({ id }) => id === 'large-scale-special')!.answer).toBe('unknown');
    expect(screenActivity(blind).result).toBeNull();
    const faith = { ...blind, datasets: [exampleDataset([exampleColumn('faith', { flags: ['religion'] })])] };
    expect(criterion(faith, 'sensitive-data')).toMatchObject({ answer: 'yes', names: ['faith'] });
  });

  it('says of an activity whose one dataset cannot be read not that it names none', () => {
    const only = { ...blind, datasets: [] };
    expect(criterion(only, 'large-scale')).toMatchObject({ answer: 'unknown', by: 'not-readable', names: ['orders'] });
    expect(criterion(only, 'systematic-monitoring').by).toBe('not-readable');
  });

  it('takes a name that nothing else has for that of a dataset whose names cannot be read', () => {
    const byFile = exampleActivity({ ...activity.body, datasets: saidAll('d1', 'orders-2026.csv') });
    expect(criterion({ ...blind, activity: byFile }, 'sensitive-data').answer).toBe('unknown');
    const other = exampleActivity({ ...activity.body, datasets: saidAll('d1') });
    expect(criterion({ ...blind, activity: other }, 'sensitive-data').answer).toBe('no');
  });

  it('leaves every field open that would say that there is none, and says so beside what else is filled', () => {
    for (const id of ['special-data', 'special-condition', 'processors', 'further-uses'] as const)
      expect([id, fieldsOf(whole).get(id)!.state]).toEqual([id, 'filled']);
    const fields = fieldsOf(blind);
    expect(fields.get('special-data')).toMatchObject({ state: 'open', unread: ['orders'] });
    expect(fields.get('special-condition')).toMatchObject({ state: 'open', unread: ['orders'] });
    expect(fields.get('further-uses')).toMatchObject({ state: 'open', unread: ['orders'] });
    expect(fields.get('processors')).toMatchObject({ state: 'open', unread: ['RC-2'] });
    const linesOf = (id: 'data' | 'recipients') => {
      const field = fields.get(id)!;
      return field.state === 'filled' ? field.lines.at(-1) : '';
    };
    expect(linesOf('data')).toBe('More may belong here: “orders” cannot be read in full.');
    expect(linesOf('recipients')).toBe('More may belong here: “RC-2” cannot be read in full.');
    const text = impactPageText('Segments', edpbTemplate, [...fields.values()]);
    expect(text).toContain('What would tell cannot be read in full here: “RC-2”.');
  });

  it('leaves open which further uses there are while a test of one cannot be read', () => {
    const snapshot = { ...whole.snapshot, unreadable: [exampleUnreadable('compatibility', 'ct-1')] };
    expect(fieldsOf({ ...whole, snapshot }).get('further-uses')).toMatchObject({ state: 'open', unread: ['CT-1'] });
  });
});

describe('the template of the EDPB', () => {
  it('says that it is a version for consultation, and has the sections 0 to 6', () => {
    expect(edpbTemplate).toMatchObject({ status: 'consultation', adoptedOn: '2026-03-10', publishedOn: '2026-04-14' });
    expect([...new Set(edpbTemplate.fields.map(({ section }) => section))]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const ids = edpbTemplate.fields.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names the entries behind every field that it fills, and who must answer each blank', () => {
    for (const field of fillTemplate(view(calm)))
      if (field.state === 'filled') {
        expect(field.from, field.id).not.toEqual([]);
        expect(field.lines.join(''), field.id).not.toMatch(/undefined|\[object/);
      } else expect(field.who, field.id).toMatch(/^[a-z]+$/);
  });

  it('sets beside an event only measures whose kind answers it, and what was planned against exactly that', () => {
    const measure = (id: string, kind: 'backup' | 'encryption' | 'organisational') =>
      exampleRecord('measure', id, { name: said(`${kind} of ${id}`), kind: said(kind) });
    const assessed = exampleRecord('assessment', 'dp-1', {
      activity: said('pa-1'),
      measures: saidAll({ what: 'Drop the cookie', against: 'found-again-by-linking' as const }),
    });
    const given = view(
      exampleActivity({ measures: saidAll('sm-1', 'sm-2', 'sm-3') }),
      [measure('sm-1', 'backup'), measure('sm-2', 'encryption'), measure('sm-3', 'organisational'), assessed],
      [tracked],
    );
    const risks = impactRisks(fillView({ ...given, datasets: given.datasets }, screenActivity(given)));
    const against = (event: string) => risks.find((risk) => risk.event === event)!.measures.map(({ what }) => what);
    expect(against('disappearance')).toEqual(['backup of sm-1']);
    expect(against('illegitimate-access').join()).toContain('encryption of sm-2');
    expect(against('found-again-by-linking')).toEqual(['Drop the cookie (planned, not done yet)']);
    expect(risks.flatMap(({ measures }) => measures.map(({ what }) => what)).join()).not.toContain('organisational');
  });

  it('goes by what people answered in the screening, and tells where the data show otherwise', () => {
    const screened = exampleRecord('screening', 'ds-1', {
      activity: said('pa-1'),
      criteria: saidAll(
        { criterion: 'new-technology' as const, answer: 'no' as const, evidence: 'In use for ten years.' },
        { criterion: 'large-scale' as const, answer: 'yes' as const },
        { criterion: 'prevents-right-or-service' as const, answer: 'unknown' as const },
      ),
    });
    const given = view(calm, [screened]);
    const { criteria } = decidedScreening(fillView(given, screenActivity(given)));
    const of = new Map(criteria.map((one) => [one.id, one]));
    expect(of.get('new-technology')).toMatchObject({ answer: 'no', by: 'people', said: 'In use for ten years.' });
    expect(of.get('large-scale')).toMatchObject({ answer: 'yes', shown: 'unknown' });
    expect(of.get('prevents-right-or-service')!.answer).toBe('unknown');
  });

  it('shows the reason of a person who says what the data show, and not as such what was proposed to them', () => {
    const criteria = saidAll({ criterion: 'sensitive-data' as const, answer: 'no' as const, evidence: 'Looked at.' });
    const answerIn = (record: ReturnType<typeof exampleRecord<'screening'>>) => {
      const given = view(calm, [record]);
      return decidedScreening(fillView(given, screenActivity(given))).criteria.find(
        ({ id }) => id === 'sensitive-data',
      )!;
    };
    const byPerson = answerIn(exampleRecord('screening', 'ds-1', { activity: said('pa-1'), criteria }));
    expect(byPerson).toMatchObject({ answer: 'no', by: 'people', said: 'Looked at.', shown: 'no' });
    const items = criteria.state === 'stated' ? criteria.items : [];
    const begun = {
      state: 'stated' as const,
      items: items.map((item) => ({ ...item, origin: { from: 'log' as const, entry: 3 } })),
    };
    const proposed = answerIn(exampleRecord('screening', 'ds-1', { activity: said('pa-1'), criteria: begun }));
    expect(proposed).toMatchObject({ answer: 'no', by: 'columns' });
  });

  it('counts the nine criteria and the three cases of the law apart', () => {
    const large = view(calm, [], [exampleDataset([exampleColumn('faith', { flags: ['religion'] })], { rows: 20_000 })]);
    expect(impactText.tally(screenActivity(large))).toBe(
      'Of the 9 criteria of WP248 2 hold, 4 not known; of the 3 cases of Art. 35(3) 1 holds, 1 not known.',
    );
  });

  it('proposes by the answers that stand, unless somebody chose the result', () => {
    const answers = (answer: 'yes' | 'no', result?: 'exempt') => {
      const given = view(exampleActivity(calm.body), [
        exampleRecord('screening', 'ds-1', {
          activity: said('pa-1'),
          cases: saidAll(
            ...requiredCases.map((each) => ({ case: each, answer: 'no' as const, evidence: 'Looked at.' })),
          ),
          criteria: saidAll(...highRiskCriteria.map((criterion) => ({ criterion, answer, evidence: 'Looked at.' }))),
          ...(result === undefined ? {} : { result: said(result) }),
        }),
      ]);
      const proposal = screenActivity(given);
      expect(proposal.result).toBeNull();
      return decidedScreening(fillView(given, proposal)).result;
    };
    expect(answers('yes')).toBe('required');
    expect(answers('no')).toBe('not-required');
    expect(answers('yes', 'exempt')).toBe('exempt');
  });

  it('fills nothing but the name of an activity of which nothing else is stated, and who wrote it', () => {
    const bare = exampleRecord('activity', 'pa-1', { name: said('Segments') });
    const filled = fillTemplate(view(bare, [], [])).filter(({ state }) => state === 'filled');
    expect(filled.map(({ id }) => id)).toEqual(['name', 'team']);
  });

  it('takes over what an assessment says, and leaves the decision open until somebody decides', () => {
    const assessed = exampleRecord('assessment', 'dp-1', {
      activity: said('pa-1'),
      necessity: said('No other way.'),
      risks: saidAll({
        event: 'found-again-by-linking',
        arises: 'design',
        impact: 'Somebody is recognised.',
        severity: '3',
        likelihood: '3',
        residualSeverity: '3',
        residualLikelihood: '1',
      }),
      dpoAdvice: said('Drop the cookie.'),
    });
    const of = new Map(fillTemplate(view(calm, [assessed])).map((field) => [field.id, field]));
    expect(of.get('necessity')).toMatchObject({ state: 'filled', lines: ['No other way.'] });
    expect(of.get('residual-risk')).toMatchObject({
      lines: ['People are found again by linking: severity 3 of 4, likelihood 1 of 4.'],
    });
    expect(of.get('dpo-advice')).toMatchObject({ lines: ['Drop the cookie.'], from: [{ kind: 'assessment' }] });
    expect(of.get('decision')).toEqual({
      id: 'decision',
      section: 6,
      number: null,
      state: 'open',
      who: 'decider',
      place: { kind: 'assessment', id: 'dp-1', field: 'decision' },
    });
  });
});
