import { blankToNull, call, choose, nothing, number, text, type Expression } from '#shared/plan/expression.ts';
import type { PlatformProfile } from './platform-profiles.ts';

/** Byte order marks and characters without width, which copy and paste leave behind. */
const invisible = '[\\x{FEFF}\\x{200B}-\\x{200D}\\x{2060}]';
const without = (value: Expression, pattern: string): Expression =>
  call('regex-replace', value, text(pattern), text(''));

/** An e-mail address as the platform wants it; NULL where there is no address. */
export function platformEmail(value: Expression, { email }: PlatformProfile): Expression {
  const visible = without(call('nfc', value), invisible);
  let address = call('lower', email.spaces === 'remove' ? without(visible, '[\\s\\x{00A0}]') : call('trim', visible));
  if (email.tag === 'drop') address = call('regex-replace', address, text('\\+[^@]*@'), text('@'));
  if (email.gmail === 'without-dots-and-tag') {
    const local = without(without(call('regex-extract', address, text('^([^@]*)@')), '\\+.*$'), '\\.');
    address = choose(
      [
        {
          when: call('regex-matches', address, text('^[^@]+@(gmail|googlemail)\\.com$')),
          then: call('concat', local, call('regex-extract', address, text('(@.*)$'))),
        },
      ],
      address,
    );
  }
  return choose([{ when: call('regex-matches', address, text('^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$')), then: address }]);
}

/**
 * A phone number in E.164, with or without its plus. A number without country code gets `callingCode`; without one it
 * is NULL, because guessing a country would hash somebody else's number. Italy keeps its leading zero; North American
 * numbers may already start with 1.
 */
export function platformPhone(value: Expression, { phone }: PlatformProfile, callingCode: string): Expression {
  if (phone === null) return nothing;
  const bare = without(without(blankToNull(value), invisible), '\\(0\\)');
  const digits = without(bare, '[^0-9]');
  const national = callingCode === '39' ? digits : without(digits, '^0');
  const complete = choose([
    { when: call('regex-matches', bare, text('^\\s*\\+')), then: digits },
    { when: call('regex-matches', digits, text('^00[1-9]')), then: without(digits, '^00') },
    ...(callingCode === '1' ? [{ when: call('regex-matches', digits, text('^1[2-9]\\d{9}$')), then: digits }] : []),
    ...(callingCode === ''
      ? []
      : [{ when: call('less', number(0), call('length', digits)), then: call('concat', text(callingCode), national) }]),
  ]);
  return choose([
    {
      when: call('regex-matches', complete, text('^[1-9]\\d{6,14}$')),
      then: phone.plus ? call('concat', text('+'), complete) : complete,
    },
  ]);
}
