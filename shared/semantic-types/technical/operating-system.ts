import { longPattern } from '#shared/domain/long-pattern.ts';
import { semanticType } from '#shared/semantic-types/semantic-type.ts';

const names = longPattern('i')`
  ^(?:
    ios|ipados|android|(?:ms |microsoft )?windows(?: (?:nt|phone|xp|vista|server))?|win(?:dows)?|macintosh|
    mac ?os(?: x)?|os x|linux|ubuntu|chrome ?os|harmonyos|tvos|tizen|fire ?os|kaios|debian|fedora
  )(?: [\d._]+)?$
`;

/** The operating system; alone only by the names of the common ones. */
export const operatingSystem = semanticType({
  id: 'operating_system',
  label: 'Operating system',
  class: 'non_pii',
  category: 'technical',
  flags: [],
  accepts: ['category', 'text', 'integer', 'code'],
  valueCheck: (text) => text.length < 30 && names.test(text),
  columnRule: { strength: 'vocabulary', minShare: 0.7, minDistinct: 2, alone: true },
  lookAlikes: [],
  tracking: { tracks: 'which operating system a person uses', reveals: 'device' },
  positives: ['iOS', 'Android', 'Windows', 'Macintosh', 'Mac OS X', 'Linux', 'Windows 10', 'iPadOS'],
  negatives: ['yes', 'Anna', '1', 'Chrome', 'mobile', 'Mozilla/5.0', 'paid', 'win-back'],
  headers: ['OperatingSystems', 'Betriebssystem', "système d'exploitation", 'sistema operativo'],
  source: 'taxonomy 6g',
});
