import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(
  (
    'bronze,silver,gold,platinum,diamond,titanium,vip,basic,silber,platin,diamant,basis,argent,or,platine,bronce,' +
    'plata,oro,platino,diamante,bronzo,argento,prata,ouro,platina,brons,zilver,goud'
  ).split(','),
);

/** The group a customer was put into; alone only by the metals loyalty programmes name their tiers after. */
export const loyaltySegment = semanticType({
  id: 'loyalty_segment',
  label: 'Customer segment',
  class: 'non_pii',
  category: 'behavioral',
  flags: [],
  accepts: ['category', 'text', 'integer', 'boolean', 'code'],
  valueCheck: (text) => words.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: [],
  tracking: { tracks: 'which group a person was put into', reveals: 'value' },
  positives: ['Bronze', 'silver', 'GOLD', 'Platinum', 'prata', 'Ouro', 'zilver', 'Platino'],
  negatives: ['yes', 'premium plan', 'Anna', '1', 'open', 'Berlin', 'blue', 'card'],
  headers: ['loyalty_segment', 'Kundensegment', 'segment client', 'tipo de cliente', 'klantsegment'],
  source: 'taxonomy 6e',
});
