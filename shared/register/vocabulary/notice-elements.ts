/** What a notice tells, GDPR Art. 13(1)–(2) and 14(1)–(2), in the order in which people read it. */
export const noticeElements = [
  'controller',
  'representative',
  'dpo',
  'purpose',
  'basis',
  'interest',
  'categories',
  'source',
  'recipients',
  'transfers',
  'retention',
  'rights',
  'withdrawal',
  'complaint',
  'obligation',
  'automated-decision',
] as const;
export type NoticeElement = (typeof noticeElements)[number];
