import { quickWay } from './quick-way.ts';

/**
 * DuckDB SQL: an IPv4 address → its /24, an IPv6 address → its /48 (an IPv4-mapped one → the /24 of what it maps),
 * anything else NULL. `::` is spelled out with lists, because DuckDB's inet extension may not be loaded.
 */
export function truncateIp(value: string): string {
  const cut = `lower(trim(${value}))`;
  const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
  const v4 = `^(::ffff:)?(${octet}\\.${octet}\\.${octet})\\.${octet}$`;
  const v6 = '^([0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}$';
  const groups = (part: string): string =>
    `(CASE WHEN ${part} = '' THEN []::VARCHAR[] ELSE string_split(${part}, ':') END)`;
  const head = groups(`split_part(${cut}, '::', 1)`);
  const tail = groups(`split_part(${cut}, '::', 2)`);
  const zeros = `list_transform(range(greatest(0, 8 - len(${head}) - len(${tail}))), lambda z: '0')`;
  const all =
    `(CASE WHEN contains(${cut}, '::') THEN list_concat(list_concat(${head}, ${zeros}), ${tail}) ELSE ` +
    `string_split(${cut}, ':') END)`;
  const short = `list_transform(${all}[1:3], lambda g: coalesce(nullif(ltrim(g, '0'), ''), '0'))`;
  const plain = octet.replace('(', '(?:');
  const full =
    `(CASE WHEN regexp_matches(${cut}, '${v4}') THEN regexp_extract(${cut}, '${v4}', 2) || '.0/24' WHEN ` +
    `regexp_matches(${cut}, '${v6}') AND len(${all}) = 8 THEN array_to_string(${short}, ':') || '::/48' END)`;
  return quickWay(
    value,
    `regexp_full_match(${value}, '${plain}\\.${plain}\\.${plain}\\.${plain}')`,
    `left(${value}, length(${value}) - strpos(reverse(${value}), '.')) || '.0/24'`,
    full,
  );
}
