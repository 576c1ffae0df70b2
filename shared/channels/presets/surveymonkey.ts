import { channel } from '../channel.ts';

export const surveymonkey = channel({
  id: 'surveymonkey',
  label: 'SurveyMonkey, individual answers (CSV)',
  called: 'SurveyMonkey’s export',
  family: 'feedback-surveys',
  fingerprint: {
    names: [
      ['respondent id', 'collector id'],
      ['respondentid', 'collectorid'],
    ],
  },
  reading: {
    secondHeader: { under: 'respondent id', plain: ['response', 'open-ended response'] },
    times: 'Month/day/year with time; the file names no time zone.',
  },
  columns: {
    'respondent id': 'respondent_id',
    respondentid: 'respondent_id',
    'collector id': 'technical_attribute',
    collectorid: 'technical_attribute',
    'start date': 'timestamp',
    'end date': 'timestamp',
    startdate: 'timestamp',
    enddate: 'timestamp',
    'ip address': 'ip_address',
    'email address': 'email_address',
    'first name': 'first_name',
    'last name': 'last_name',
    lastname: 'last_name',
    firstname: 'first_name',
    'custom data *': 'technical_attribute',
  },
  informedHow:
    'Introduction page of the survey and its privacy notice; a consent question is an answer of its own where it ' +
    'was asked.',
  notes: [
    'The second line holds the answer options: it is read as part of the names.',
    'Anonymous collectors leave the address columns empty; the IP address is kept unless it was turned off.',
  ],
  source: 'Six independent readers of the export agree; one-line variants seen in public',
  example: {
    fileName: 'customer-survey.csv',
    rows: 5,
    expect: {
      'Respondent ID': 'respondent_id',
      'IP Address': 'ip_address',
      'Email Address': 'email_address',
      'First Name': 'first_name',
      'Which of these do you own? - Bicycle': 'survey_answer',
    },
    text: `Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,How satisfied \
are you with our service?,Which of these do you own?,,What could we do better?
,,,,,,,,Response,Bicycle,Car,Open-Ended Response
11408820101,401223344,09/02/2026 10:14:05,09/02/2026 10:17:44,203.0.113.18,mira.lindqvist@example.org,Mira,Lindqvist,\
Very satisfied,Bicycle,,"Shorter queues on Saturdays, please."
11408820102,401223344,09/02/2026 11:02:31,09/02/2026 11:05:10,198.51.100.7,paul.okafor@example.net,Paul,Okafor,\
Satisfied,,Car,
11408820103,401223344,09/03/2026 08:40:12,09/03/2026 08:44:59,203.0.113.77,ines.moreau@example.org,Ines,Moreau,\
Dissatisfied,Bicycle,Car,"The app forgot my basket twice."
11408820104,401223344,09/03/2026 19:22:48,09/03/2026 19:25:01,192.0.2.45,tomas.novak@example.com,Tomas,Novak,Very \
satisfied,,Car,
11408820105,401223344,09/04/2026 07:15:20,09/04/2026 07:19:33,192.0.2.112,laura.rossi@example.com,Laura,Rossi,\
Satisfied,Bicycle,,More colours.
`,
  },
});
