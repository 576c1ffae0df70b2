import ipaddr from 'ipaddr.js';
import { sure, type Mention } from './mention.ts';

/** Not the version behind a name (`Chrome/120.0.2.1`), not a part of a longer number. */
const ipv4 = /(?<![\w.-]|[a-z]\/|v\.? ?|version )(?:\d{1,3}\.){3}\d{1,3}(?![\w-]|\.\d)/gi;
const ipv6 = /(?<![\w:.])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:.])/gi;
const mac =
  /(?<![\w:-])(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}(?![\w:-])|(?<![\w.])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/gi;

/** Versions have small numbers; of an address two of the four are nearly always larger. What ends in 0 is a network. */
function isHost4(text: string): boolean {
  const parts = text.split('.').map(Number);
  return (
    parts.every((part) => part <= 255) &&
    parts[3] !== 0 &&
    parts[0] !== 0 &&
    parts[0] !== 127 &&
    parts[0] !== 255 &&
    parts.filter((part) => part >= 32).length >= 2
  );
}

/** Written with some groups, and its second half not empty: a truncated address names a network. */
function isHost6(text: string): boolean {
  if (text.split(':').filter(Boolean).length < 4 || !ipaddr.IPv6.isValid(text)) return false;
  return ipaddr.IPv6.parse(text)
    .parts.slice(4)
    .some((part) => part > 0);
}

const isDevice = (text: string): boolean =>
  !/^(?:0|f|[:.-])+$/i.test(text) && (/[:-]/.test(text) || /[a-f]/i.test(text));

/** Addresses of machines in a network. */
export function networkAddresses(text: string): Mention[] {
  const found: Mention[] = [];
  if (text.match(ipv4)?.some(isHost4)) found.push(sure('ip', 'ipv4'));
  if (text.match(ipv6)?.some(isHost6)) found.push(sure('ip', 'ipv6'));
  if (text.match(mac)?.some(isDevice)) found.push(sure('mac', 'mac'));
  return found;
}
