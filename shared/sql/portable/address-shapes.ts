const octet = '(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])';

/** An IPv4 address, mapped into IPv6 or not, its first group the first three octets; and what may be an IPv6 address. */
export const addressShapes = (end: string) => ({
  mapped: `^(?:::ffff:)?(${octet}[.]${octet}[.]${octet})[.]${octet}${end}`,
  groups: `^(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}${end}`,
});
