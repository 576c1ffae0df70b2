import { policyTopic } from './policy-row.ts';

/**
 * How well the columns of a targeting release may tell what nobody is targeted by: the chance, in per cent, that of one
 * person it is true of and one it is not they rank the first higher (area under the ROC curve; 50 is guessing).
 */
export const proxyStrength = policyTopic({
  id: 'proxy-strength',
  unit: 'percent',
  bounds: { minimum: 50, maximum: 100 },
  rows: [
    {
      subject: 'warns',
      value: 70,
      validFrom: '2026-11-29',
      source: 'Product policy; Hosmer, Lemeshow and Sturdivant 2013, 5.2.4, call 0.7 acceptable discrimination',
      checkedOn: '2026-11-29',
    },
    {
      subject: 'blocks',
      value: 80,
      validFrom: '2026-11-29',
      source: 'Product policy; Hosmer, Lemeshow and Sturdivant 2013, 5.2.4, call 0.8 excellent discrimination',
      checkedOn: '2026-11-29',
    },
  ],
});
