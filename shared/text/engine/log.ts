import { counted } from '../numbers.ts';

/** Sentences of a web server’s access log. */
export const logText = {
  accessLog: 'Access log',
  trackingPixel: 'Tracking pixel',
  eachRequest: 'Each line is a request to a web server: host, user, time, request, status, bytes.',
  asksForPixel: 'Four in five requests carry the parameters of a tracking pixel; each parameter is a column.',
  balancerLog: 'Load balancer log',
  fixedOrder: 'The fields stand in the order that the load balancer’s documentation gives.',
  noBalancerLine: 'The line has not the fields of the load balancer’s log.',
  w3cExtended: 'W3C extended log',
  namesItself: 'A line that begins with #Fields names the columns.',
  otherWidth: 'The line has not one value for each name that the log gives.',
  timesYearFirst: 'The log’s times are written year first, with the offset that they have.',
  noRequest: 'The line is not a request in the common or combined log format.',
  otherField: 'The line has a field that the first lines of the log do not have.',
  lineTooLong: 'The line is longer than the 8 MiB that a row may have.',
  noEnd: (file: string, line: number) =>
    `Line ${line} of “${file}” has no end within 8 MiB: it is no access log; choose another format.`,
  noneReadable: (file: string, lines: number) =>
    `None of the ${counted(lines, 'line')} of “${file}” is a request in the common or combined log format, or fits ` +
    'the names the log gives: choose another format.',
  comments: (lines: number) =>
    lines === 1
      ? '1 comment line that begins with # was left out.'
      : `${counted(lines, 'comment line')} that begin with # were left out.`,
};
