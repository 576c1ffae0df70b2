import { addressShapes } from '../portable/address-shapes.ts';
import { formula } from './formula.ts';
import { sparkText } from './text.ts';
import { lowered, withoutSeparators } from './texts.ts';

const shapes = addressShapes('\\z');
const [mapped, groups] = [sparkText(shapes.mapped), sparkText(shapes.groups)];

const groupsOf = formula(
  ['piece'],
  (piece) => `CASE WHEN ${piece} = '' THEN CAST(array() AS ARRAY<STRING>) ELSE split(${piece}, ':') END`,
);
const filled = formula(
  ['head', 'tail'],
  (head, tail) => `concat(${head}, array_repeat('0', greatest(0, 8 - size(${head}) - size(${tail}))), ${tail})`,
);
const partsOf = formula(
  ['x'],
  (x) => `CASE WHEN contains(${x}, '::') THEN
        ${filled(groupsOf(`split_part(${x}, '::', 1)`), groupsOf(`split_part(${x}, '::', 2)`))}
      ELSE split(${x}, ':') END`,
);
const group = (p: string, at: number): string => `coalesce(nullif(ltrim('0', get(${p}, ${at})), ''), '0')`;
const prefix = formula(
  ['p'],
  (p) => `CASE WHEN size(${p}) = 8 THEN concat(${group(p, 0)}, ':', ${group(p, 1)}, ':', ${group(p, 2)}, '::/48') END`,
);
const networkOf = formula(
  ['a'],
  (a) => `CASE WHEN ${a} RLIKE ${mapped} THEN concat(regexp_extract(${a}, ${mapped}, 1), '.0/24')
    WHEN ${a} RLIKE ${groups} THEN ${prefix(partsOf(a))} END`,
);

/** The network of an address: of version 4 its first three numbers, of version 6 its first three groups. */
export const truncateIp = (x: string): string => networkOf(lowered(withoutSeparators(x)));
