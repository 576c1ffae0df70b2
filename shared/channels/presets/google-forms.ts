import { channel } from '../channel.ts';

export const googleForms = channel({
  id: 'google-forms',
  label: 'Google Forms, answers (CSV)',
  called: 'Google Forms’ answers',
  family: 'feedback-surveys',
  fingerprint: {
    names: [],
    questionsAfter: [
      'timestamp',
      'zeitstempel',
      'horodateur',
      'marca temporal',
      'informazioni cronologiche',
      'carimbo de data/hora',
      'tijdstempel',
    ],
  },
  reading: { times: 'The sheet’s local spelling; the time zone is that of the sheet and not named.' },
  columns: {
    timestamp: 'timestamp',
    zeitstempel: 'timestamp',
    horodateur: 'timestamp',
    'marca temporal': 'timestamp',
    'informazioni cronologiche': 'timestamp',
    'carimbo de data/hora': 'timestamp',
    tijdstempel: 'timestamp',
    'email address': 'email_address',
    'e-mail-adresse': 'email_address',
    'adresse e-mail': 'email_address',
    username: 'email_address',
  },
  informedHow:
    'Text at the head of the form and its link to the privacy notice; a consent question is an answer of its own ' +
    'where it was asked.',
  notes: [
    'Nothing but the first column and the questions gives the form away: check that it is one.',
    'Ticked boxes stand in one cell, joined by commas.',
    'E-mail addresses are collected only where the form asked for a sign-in.',
  ],
  source: 'Answer sheets seen in public',
  example: {
    fileName: 'form-responses.csv',
    rows: 5,
    expect: { Timestamp: 'timestamp', 'Email Address': 'email_address' },
    text: `Timestamp,Email Address,How satisfied are you with your last order?,How likely are you to recommend us to \
a friend?,What should we do better?
9/2/2026 10:17:44,mira.lindqvist@example.org,Very satisfied,9,"Shorter queues on Saturdays, please."
9/2/2026 11:05:10,paul.okafor@example.net,Satisfied,7,Nothing comes to my mind.
9/3/2026 8:44:59,ines.moreau@example.org,Dissatisfied,3,The app forgot my basket twice.
9/3/2026 19:25:01,tomas.novak@example.com,Very satisfied,10,Keep the paper bags.
9/4/2026 7:19:33,laura.rossi@example.com,Satisfied,8,More colours would be nice.
`,
  },
});
