import { addressShapes } from '../portable/address-shapes.ts';
import type { Helper } from '../portable/helper.ts';
import { define } from './define.ts';
import { sparkText } from './text.ts';

const shapes = addressShapes('\\z');
const [mapped, groups] = [sparkText(shapes.mapped), sparkText(shapes.groups)];

/** Addresses of the internet. */
export const addressHelpers: readonly Helper[] = [
  define(
    'address_groups',
    ['part STRING'],
    'ARRAY<STRING>',
    `CASE WHEN part = '' THEN CAST(array() AS ARRAY<STRING>) ELSE split(part, ':') END`,
  ),
  define(
    'address_filled',
    ['head ARRAY<STRING>', 'tail ARRAY<STRING>'],
    'ARRAY<STRING>',
    `concat(head, array_repeat('0', greatest(0, 8 - size(head) - size(tail))), tail)`,
  ),
  define(
    'address_parts',
    ['x STRING'],
    'ARRAY<STRING>',
    `CASE WHEN contains(x, '::') THEN custos_address_filled(
      custos_address_groups(split_part(x, '::', 1)), custos_address_groups(split_part(x, '::', 2)))
    ELSE split(x, ':') END`,
  ),
  define('address_group', ['x STRING'], 'STRING', `coalesce(nullif(ltrim('0', x), ''), '0')`),
  define(
    'address_prefix',
    ['p ARRAY<STRING>'],
    'STRING',
    `CASE WHEN size(p) = 8 THEN concat(custos_address_group(get(p, 0)), ':', custos_address_group(get(p, 1)),
      ':', custos_address_group(get(p, 2)), '::/48') END`,
  ),
  define(
    'network_of',
    ['x STRING'],
    'STRING',
    `CASE WHEN x RLIKE ${mapped} THEN concat(regexp_extract(x, ${mapped}, 1), '.0/24')
    WHEN x RLIKE ${groups} THEN custos_address_prefix(custos_address_parts(x)) END`,
  ),
  define('truncate_ip', ['x STRING'], 'STRING', 'custos_network_of(lower(custos_trim_separators(x)))'),
];
