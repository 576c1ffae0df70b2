import { spawnSync } from 'node:child_process';

const marker = '-- counters of the namespace --';

export interface NoNetwork {
  /** Words to put before a program's own. */
  prefix: string[];
  /** Why it cannot be had here; empty where it can. */
  obstacle: string;
}

/**
 * How a program is run where there is no network at all: in a network namespace of its own, whose only interface is
 * down. Linux counts there what a program tries to send all the same, so that "it needed none" and "it asked for none"
 * are two findings.
 */
export function noNetwork(): NoNetwork {
  if (process.platform !== 'linux') return { prefix: [], obstacle: 'only Linux has network namespaces' };
  const namespace = process.getuid?.() === 0 ? ['unshare', '--net'] : ['unshare', '--user', '--map-root-user', '--net'];
  const probe = spawnSync(namespace[0]!, [...namespace.slice(1), 'true']);
  const obstacle = probe.error
    ? 'the program unshare, which makes network namespaces, is missing'
    : probe.status === 0
      ? ''
      : 'this machine grants this account no network namespaces';
  // The shell stays until the program has ended and then tells the namespace's counters.
  return {
    prefix: [
      ...namespace,
      'sh',
      '-c',
      `"$@"; status=$?; echo "${marker}" >&2; cat /proc/net/snmp /proc/net/snmp6 >&2; exit $status`,
      'sh',
    ],
    obstacle,
  };
}

/** Counters of what was sent, or was tried to be sent and found no way, by protocol; only those that are not zero. */
export function sentFrom(stderr: string): Record<string, number> {
  const text = stderr.slice(stderr.indexOf(marker) + marker.length);
  if (!stderr.includes(marker) || !/^Tcp: .*ActiveOpens/m.test(text))
    throw new Error('The namespace told no counters.');
  const found: [string, number][] = [];
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    const [protocol, ...names] = line.split(' ');
    // Two lines per protocol: names, then values.
    if (protocol === undefined || !/^(Ip|Icmp|Tcp|Udp|UdpLite):$/.test(protocol) || !/^[A-Z]/.test(names[0] ?? ''))
      continue;
    const values = (lines[at + 1] ?? '').split(' ').slice(1).map(Number);
    for (const [index, name] of names.entries())
      if (/^(Out|ActiveOpens)/.test(name)) found.push([`${protocol}${name}`, values[index] ?? 0]);
  }
  // Joining the groups every interface belongs to is the kernel's own doing.
  for (const [, name, value] of text.matchAll(/^((?:Ip6|Udp6)Out(?:Requests|NoRoutes|Datagrams))\s+(\d+)$/gm))
    found.push([name!, Number(value)]);
  return Object.fromEntries(found.filter(([, value]) => value > 0));
}
