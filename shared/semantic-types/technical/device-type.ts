import { fold } from '#shared/domain/fold.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const words = new Set(
  (
    'mobile,desktop,tablet,smartphone,phone,computer,laptop,pc,smart tv,smarttv,tv,connected tv,console,wearable,' +
    'feature phone,phablet,mobile phone,mobiltelefon,telephone mobile,ordinateur,tablette,movil,ordenador,tableta,' +
    'escritorio,cellulare,telemovel,celular,computador,mobiel'
  ).split(','),
);

/** The kind of device; alone only by the words web analytics count by. */
export const deviceType = semanticType({
  id: 'device_type',
  label: 'Kind of device',
  class: 'non_pii',
  category: 'technical',
  flags: [],
  accepts: ['category', 'text', 'boolean', 'code', 'integer'],
  valueCheck: (text) => words.has(fold(text)),
  columnRule: { strength: 'vocabulary', minShare: 0.8, minDistinct: 2, alone: true },
  lookAlikes: ['phone_flag'],
  tracking: { tracks: 'which device a person uses', reveals: 'device' },
  positives: ['mobile', 'Desktop', 'tablet', 'Smartphone', 'Smart TV', 'ordinateur', 'móvil', 'tablette'],
  negatives: ['yes', 'Anna', '1', 'iOS', 'chrome', 'Berlin', 'gold', 'paid'],
  headers: ['device_type', 'Gerätetyp', "type d'appareil", 'tipo de dispositivo'],
  source: 'taxonomy 6g',
});
