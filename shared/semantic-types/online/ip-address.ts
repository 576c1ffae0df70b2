import { semanticType } from '#shared/semantic-types/semantic-type.ts';

/** `10.2.0.1` can be either: four small numbers are a version where the name says so. */
const versionLike = (text: string): boolean => /^\d{1,2}(\.\d{1,2}){3}$/.test(text);

export const ipAddress = semanticType({
  id: 'ip_address',
  label: 'IP address',
  class: 'non_pii',
  category: 'technical',
  flags: ['online_identifier'],
  accepts: ['code', 'text', 'category'],
  valueCheck: (text, tools) =>
    tools.isIp(text.replace(/\/\d{1,3}$|:\d{2,5}$/, (end) => (/^\d{1,3}(\.\d{1,3}){3}/.test(text) ? '' : end))),
  columnRule: {
    strength: 'structure',
    minShare: 0.8,
    minDistinct: 1,
    alone: true,
    vetoBelow: 0.1,
    yields: versionLike,
  },
  lookAlikes: ['app_version', 'mac_address'],
  tracking: { tracks: 'the network address a visitor comes from', reveals: 'device' },
  noun: 'IP addresses',
  positives: [
    '192.0.2.1',
    '203.0.113.200',
    '198.51.100.7',
    '2001:db8::1',
    'fe80::1',
    '10.0.0.0/24',
    '192.0.2.1:443',
    '::1',
  ],
  negatives: ['1.2.3', '256.1.1.1', '12:30', 'ana@example.org', '2024-01-01', 'yes', '1.2.3.4.5', '00:1A:2B:3C:4D:5E'],
  headers: ['ip_address', 'IP-Adresse', 'adresse IP', 'dirección IP', 'indirizzo IP', 'client_ip'],
  source: 'RFC 791 (1981); RFC 4291 (2006); GDPR recital 30',
});
