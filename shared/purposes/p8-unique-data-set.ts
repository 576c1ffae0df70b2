import {
  attitude,
  behaviour,
  definePurpose,
  demography,
  engagement,
  household,
  loyalty,
  place,
} from './define-purpose.ts';

/** P8: what customers have in common, only in groups. */
export const uniqueDataSet = definePurpose({
  id: 'p8-unique-data-set',
  code: 'P8',
  title: 'A data set unique to the company',
  description:
    'Know what the company’s customers have in common, in groups that stay above the threshold, as a basis for ' +
    'products nobody else could plan.',
  dataNeeded: [
    {
      types: [...behaviour, ...loyalty],
      detail: 'Bands and categories',
      why: 'What customers have in common is above all what they buy and use.',
    },
    { types: engagement, detail: 'Counts in bands', why: 'Shows how customers come to what they buy.' },
    { types: attitude, detail: 'Scores and closed answers', why: 'Says why customers choose what they choose.' },
    {
      types: [...demography, ...household],
      detail: 'Age group; brackets',
      why: 'Shared life situations make shared needs.',
    },
    { types: place, detail: 'Region', why: 'Shared places make shared needs; never an address.' },
  ],
  lawfulBases: [
    {
      basis: 'legitimate-interests',
      why:
        'Only groups above the threshold are kept; the step from customer data to groups is itself processing and ' +
        'needs this basis.',
    },
  ],
  customerBenefit:
    'Products and a loyalty programme made for the customers there are, and the promise that nobody is looked at alone.',
  retentionDays: 1095,
  retentionWhy:
    'Common traits change over years; only groups above the threshold are kept, and the rows behind them no longer ' +
    'than two years.',
  targeting: false,
});
