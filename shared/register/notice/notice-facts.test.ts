import { describe, expect, it } from 'vitest';
import { noticeText } from '#shared/text/register/notice-text.ts';
import { exampleActivity, examplePurpose, exampleRecord, exampleView, said, saidAll } from '../rules/example-view.ts';
import { noticeFacts } from './notice-facts.ts';

const organisation = exampleRecord('organisation', 'org', {
  name: said('Acme'),
  address: said('1 Main Street, Ghent'),
  dpo: saidAll({ name: 'Bo', email: 'dpo@example.com' }),
  representative: { state: 'none', origin: { from: 'person', by: 'Ada', at: '2026-11-02T09:00:00.000Z' } },
  leadAuthority: saidAll({ name: 'Authority of Ghent' }),
});
const agency = exampleRecord('recipient', 'rc-1', { name: said('Agency Nord') });
const period = exampleRecord('retention', 'rt-1', { duration: said('P1Y6M') });

const states = (records: Parameters<typeof exampleView>[0]) => {
  const found = noticeFacts(exampleView(records).snapshot, 'pu-1')!;
  return { found, of: new Map(found.facts.map((fact) => [fact.element, fact])) };
};

describe('the notice about a purpose', () => {
  it('says what the register says, in plain words, and names the entries behind it', () => {
    const { found, of } = states([
      organisation,
      agency,
      period,
      examplePurpose({ basis: said('consent') }),
      exampleActivity({
        recipients: saidAll('rc-1'),
        retention: saidAll('rt-1'),
        dataItems: saidAll({ category: 'transaction' }, { category: 'contact', what: 'your e-mail address' }),
        dataSources: saidAll({ kind: 'subject' }),
      }),
    ]);
    const text = noticeText.whole(found);
    for (const line of [
      'Responsible for your data: Acme, 1 Main Street, Ghent.',
      'We may do so because you agreed to it.',
      'The data we use: transaction and your e-mail address.',
      'Who else gets them: Agency Nord.',
      'How long we keep them: 1 year and 6 months.',
      'You may take your consent back at any time',
      'You may complain to a supervisory authority, for example: Authority of Ghent.',
    ])
      expect(text).toContain(line);
    expect(of.get('recipients')).toMatchObject({ state: 'told', from: [{ kind: 'activity', id: 'pa-1' }] });
    expect(of.get('source')).toEqual({ element: 'source', state: 'none' });
    expect(of.get('representative')).toEqual({ element: 'representative', state: 'none' });
    expect(found.recipients).toEqual(['rc-1']);
  });

  it('says as missing what nobody stated, and where it would be stated', () => {
    const { found, of } = states([examplePurpose(), exampleActivity()]);
    expect(of.get('transfers')).toEqual({
      element: 'transfers',
      state: 'missing',
      place: { kind: 'activity', id: 'pa-1', field: 'transfers' },
    });
    expect(of.get('controller')).toMatchObject({ state: 'missing', place: { kind: 'organisation', id: null } });
    const text = noticeText.whole(found);
    expect(text).toContain('[Not stated yet: transfers to third countries, or that there are none.]');
    expect(text).not.toContain('outside the European Economic Area');
  });

  it('names the interest where the basis is one, and asks for it where nobody weighed it', () => {
    const purpose = examplePurpose({ basis: said('legitimate-interests') });
    expect(states([purpose]).of.get('interest')).toMatchObject({
      state: 'missing',
      place: { kind: 'legitimate-interests', id: null },
    });
    const weighed = exampleRecord('legitimate-interests', 'li-1', {
      purpose: said('pu-1'),
      interest: said('Shelves that hold what people buy.'),
    });
    expect(noticeText.whole(states([purpose, weighed]).found)).toContain('Shelves that hold what people buy.');
  });

  it('knows no purpose that is not there', () => {
    expect(noticeFacts(exampleView([]).snapshot, 'pu-1')).toBeNull();
  });
});
