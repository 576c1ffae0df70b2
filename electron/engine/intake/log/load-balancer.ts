import type { Row } from '../working-table.ts';
import { valuesOf } from './w3c-extended.ts';

/**
 * Logs of AWS load balancers, whose lines have no names: the order of their fields is in the user guides of Application,
 * Network and Classic Load Balancers. New fields are added at the end.
 */
interface Balancer {
  /** The fields in order; those of `split` are several columns. */
  fields: readonly string[];
  /** Fields that older lines end before. */
  least: number;
  fits(values: readonly string[]): boolean;
}

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?$/;
const host = /:\d{1,5}$/;

const application: Balancer = {
  fields: [
    'type',
    'time',
    'elb',
    'client',
    'target',
    'request_processing_time',
    'target_processing_time',
    'response_processing_time',
    'elb_status_code',
    'target_status_code',
    'received_bytes',
    'sent_bytes',
    'request',
    'user_agent',
    'ssl_cipher',
    'ssl_protocol',
    'target_group_arn',
    'trace_id',
    'domain_name',
    'chosen_cert_arn',
    'matched_rule_priority',
    'request_creation_time',
    'actions_executed',
    'redirect_url',
    'error_reason',
    'target_list',
    'target_status_code_list',
    'classification',
    'classification_reason',
    'conn_trace_id',
  ],
  least: 17,
  fits: ([type = '', time = '', , client = '']) =>
    /^(?:https?|h2|grpcs|wss?)$/.test(type) && moment.test(time) && host.test(client),
};
const network: Balancer = {
  fields: [
    'type',
    'version',
    'time',
    'elb',
    'listener',
    'client',
    'destination',
    'connection_time',
    'tls_handshake_time',
    'received_bytes',
    'sent_bytes',
    'incoming_tls_alert',
    'chosen_cert_arn',
    'chosen_cert_serial',
    'tls_cipher',
    'tls_protocol_version',
    'tls_named_group',
    'domain_name',
    'alpn_fe_protocol',
    'alpn_be_protocol',
    'alpn_client_preference_list',
    'tls_connection_creation_time',
  ],
  least: 18,
  fits: ([type = '', version = '', time = '', , , client = '']) =>
    type === 'tls' && /^\d\.\d$/.test(version) && moment.test(time) && host.test(client),
};
const classic: Balancer = {
  fields: [
    'time',
    'elb',
    'client',
    'backend',
    'request_processing_time',
    'backend_processing_time',
    'response_processing_time',
    'elb_status_code',
    'backend_status_code',
    'received_bytes',
    'sent_bytes',
    'request',
    'user_agent',
    'ssl_cipher',
    'ssl_protocol',
  ],
  least: 12,
  fits: ([time = '', , client = '', , , , , status = '']) =>
    moment.test(time) && host.test(client) && /^(?:\d{3}|-)$/.test(status),
};

/** Fields that hold several things: the columns they become, and how they are taken apart. */
const split: Record<string, { names: readonly string[]; pattern: RegExp }> = {
  client: { names: ['client_ip', 'client_port'], pattern: /^\[?(.*?)\]?:(\d{1,5})$/ },
  request: { names: ['method', 'url', 'protocol'], pattern: /^(\S+) (\S.*?) (\S+)$/ },
};

const none = (value: string | undefined): string | null =>
  value === undefined || value === '-' || value === '' || value === '- - -' ? null : value;

const kindOf = (line: string): Balancer | undefined => {
  const values = valuesOf(line);
  return [application, network, classic].find((kind) => values.length >= kind.least && kind.fits(values));
};

const mostLooked = 50;
const enough = 0.8;

/** Whether most of the first lines of a text are a load balancer's. */
export function looksLikeBalancer(text: string): boolean {
  const lines = text.split(/\r\n|\n/, mostLooked + 1);
  const complete = (lines.length > 1 ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '');
  return (
    complete.length > 0 &&
    complete.filter((line) => line.length < 65_536 && kindOf(line) !== undefined).length >= enough * complete.length
  );
}

/** The names and the reader of a load balancer's log, by its first lines; null where they are none. */
export function balancerLog(lines: readonly string[]): { names: string[]; cells(line: string): Row | null } | null {
  const kind = lines.map(kindOf).find((found) => found !== undefined);
  if (kind === undefined) return null;
  const width = Math.max(...lines.map((line) => valuesOf(line).length), kind.fields.length);
  const fields = Array.from({ length: width }, (_, at) => kind.fields[at] ?? `field_${at + 1}`);
  const cells = (line: string): Row | null => {
    const values = valuesOf(line);
    if (values.length < kind.least || values.length > width || !kind.fits(values)) return null;
    return fields.flatMap((field, at) => {
      const parts = split[field];
      if (!parts) return [none(values[at])];
      // A request that is none (a scanner's bytes, say) is kept as it came, under the name of the most telling part.
      const found = parts.pattern.exec(values[at] ?? '');
      return parts.names.map((name, part) =>
        found ? none(found[part + 1]) : name === 'url' || name === 'client_ip' ? none(values[at]) : null,
      );
    });
  };
  return { names: fields.flatMap((field) => split[field]?.names ?? [field]), cells };
}
