/** One request of an access log; null where the line says "-" or nothing. `time` as `YYYY-MM-DD hh:mm:ss±hh:mm`. */
export interface LogRequest {
  virtualHost: string | null;
  ip: string;
  identity: string | null;
  remoteUser: string | null;
  time: string;
  method: string | null;
  path: string | null;
  query: string | null;
  protocol: string | null;
  status: string;
  bytes: string | null;
  referrer: string | null;
  userAgent: string | null;
  /** What stands behind the known fields: response times, forwarded addresses. */
  rest: string | null;
}

/**
 * host identity user [time] "request" status bytes, then "referrer" "agent" in the combined format; a virtual host may
 * stand first. An identity (RFC 1413) is a word and never a number, which tells a line with a virtual host from one
 * without.
 */
const line = new RegExp(
  String.raw`^(?:(\S+) )??(\S+) (-|[A-Za-z][\w.-]*) (.{1,200}?) \[(\d{2})\/([A-Z][a-z]{2})` +
    String.raw`\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2}):?(\d{2})\] "([^"\\]*(?:\\.[^"\\]*)*)" (\d{3}) (\d+|-)` +
    String.raw`(?: "([^"\\]*(?:\\.[^"\\]*)*)" "([^"\\]*(?:\\.[^"\\]*)*)")?(.*)$`,
);
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const given = (text: string | undefined): string | null =>
  text === undefined || text === '' || text === '-' ? null : text;

/** A line of the common or combined log format (Apache, nginx), or null where it is none. */
export function parseLogLine(text: string): LogRequest | null {
  const found = line.exec(text);
  if (!found) return null;
  const [
    ,
    virtualHost,
    ip = '',
    identity,
    user,
    day,
    monthName = '',
    year,
    clock,
    offsetHours,
    offsetMinutes,
    request = '',
    status = '',
    bytes,
    referrer,
    userAgent,
    rest,
  ] = found;
  const month = months.indexOf(monthName) + 1;
  if (month === 0) return null;
  const [, method, target, protocol] = /^([A-Z]{3,20}) (\S.*?)(?: (HTTP\/[\d.]+))?$/.exec(request) ?? [];
  const mark = target?.indexOf('?') ?? -1;
  return {
    virtualHost: given(virtualHost),
    ip,
    identity: given(identity),
    remoteUser: given(user?.replace(/^"(.*)"$/, '$1')),
    time: `${year}-${String(month).padStart(2, '0')}-${day} ${clock}${offsetHours}:${offsetMinutes}`,
    // A request that is none (a scanner's bytes, say) is kept as it came.
    method: given(method),
    path: given(target === undefined ? request : mark < 0 ? target : target.slice(0, mark)),
    query: target === undefined || mark < 0 ? null : given(target.slice(mark + 1)),
    protocol: given(protocol),
    status,
    bytes: given(bytes),
    referrer: given(referrer),
    userAgent: given(userAgent),
    rest: given(rest?.trim()),
  };
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** Parameters of a query string in order, decoded; what is wrongly encoded stays as it is. */
export const queryParameters = (query: string): [name: string, value: string][] =>
  query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
    });

/** Whether most of the first lines of a text are requests: how an access log is told from other text. */
export function looksLikeLog(text: string): boolean {
  const lines = text
    .split(/\r\n|\n/, 51)
    .slice(0, -1)
    .filter((one) => one.trim() !== '' && !one.startsWith('#'));
  const complete = lines.length > 0 ? lines : text.split(/\r\n|\n/, 1);
  return complete.filter((one) => one.length < 65_536 && parseLogLine(one) !== null).length >= 0.8 * complete.length;
}
