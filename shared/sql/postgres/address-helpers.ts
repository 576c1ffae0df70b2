import type { Helper } from '../portable/helper.ts';
import { addressShapes } from '../portable/address-shapes.ts';
import { define } from './define.ts';

const { mapped, groups } = addressShapes('$');

/** Addresses of the internet. */
export const addressHelpers: readonly Helper[] = [
  define(
    'address_groups',
    ['part text'],
    'text[]',
    `CASE WHEN part = '' THEN ARRAY[]::text[] ELSE string_to_array(part, ':') END`,
  ),
  define(
    'address_filled',
    ['head text[]', 'tail text[]'],
    'text[]',
    `head || array_fill('0'::text, ARRAY[greatest(0, 8 - cardinality(head) - cardinality(tail))]) || tail`,
  ),
  define(
    'address_parts',
    ['x text'],
    'text[]',
    `CASE WHEN strpos(x, '::') > 0 THEN pg_temp.custos_address_filled(
      pg_temp.custos_address_groups(split_part(x, '::', 1)), pg_temp.custos_address_groups(split_part(x, '::', 2)))
    ELSE string_to_array(x, ':') END`,
  ),
  define('address_group', ['x text'], 'text', `coalesce(nullif(ltrim(x, '0'), ''), '0')`),
  define(
    'address_prefix',
    ['p text[]'],
    'text',
    `CASE WHEN cardinality(p) = 8 THEN pg_temp.custos_address_group(p[1]) || ':' || pg_temp.custos_address_group(p[2])
      || ':' || pg_temp.custos_address_group(p[3]) || '::/48' END`,
  ),
  define(
    'network_of',
    ['x text'],
    'text',
    `CASE WHEN x ~ '${mapped}' THEN (regexp_match(x, '${mapped}'))[1] || '.0/24'
    WHEN x ~ '${groups}' THEN pg_temp.custos_address_prefix(pg_temp.custos_address_parts(x)) END`,
  ),
  define(
    'truncate_ip',
    ['x text'],
    'text',
    `pg_temp.custos_network_of(lower(pg_temp.custos_trim_separators(x) COLLATE "C"))`,
  ),
];
