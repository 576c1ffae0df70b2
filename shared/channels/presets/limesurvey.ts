import { channel } from '../channel.ts';

export const limesurvey = channel({
  id: 'limesurvey',
  label: 'LimeSurvey, answers (CSV)',
  called: 'LimeSurvey’s export',
  family: 'feedback-surveys',
  fingerprint: {
    names: [
      ['response id', 'date submitted', 'last page', 'start language'],
      ['id', 'submitdate', 'lastpage', 'startlanguage'],
      ['id. response id', 'submitdate. date submitted'],
    ],
  },
  reading: { nullWords: ['N/A'], times: 'The server’s time; the file names no time zone.' },
  columns: {
    id: 'respondent_id',
    'response id': 'respondent_id',
    submitdate: 'timestamp',
    'date submitted': 'timestamp',
    lastpage: 'survey_design',
    'last page': 'survey_design',
    startlanguage: 'language_locale',
    'start language': 'language_locale',
    seed: 'survey_design',
    token: 'respondent_id',
    'access code': 'respondent_id',
    startdate: 'timestamp',
    'date started': 'timestamp',
    datestamp: 'timestamp',
    'date last action': 'timestamp',
    ipaddr: 'ip_address',
    'ip address': 'ip_address',
    refurl: 'referrer_url',
    'referrer url': 'referrer_url',
    interviewtime: 'session_duration',
    'total time': 'session_duration',
    'grouptime*': 'session_duration',
    'group time: *': 'session_duration',
  },
  informedHow:
    'Welcome page of the survey with its data protection text; where it was shown with a box to tick, the answer ' +
    'is a column.',
  notes: [
    'An empty date of submission marks an unfinished answer.',
    'The token leads to the invited person’s name and address.',
    'N/A means that the question was not shown.',
  ],
  source: 'Three independent readers of the export; question texts of a public survey',
  example: {
    fileName: 'results-survey.csv',
    rows: 5,
    expect: {
      'Response ID': 'respondent_id',
      'Date submitted': 'timestamp',
      'IP address': 'ip_address',
      'Referrer URL': 'referrer_url',
      'Start language': 'language_locale',
    },
    text: `"Response ID","Date submitted","Last page","Start language","Seed","Date started","Date last action","IP \
address","Referrer URL","How satisfied are you with our service?","Which of these do you own? [Bicycle]","Which of \
these do you own? [Car]","Total time"
"1","2026-09-02 10:17:44","3","en","1188201733","2026-09-02 10:14:05","2026-09-02 10:17:44","203.0.113.18","\
https://www.example.com/survey","Very satisfied","Yes","No","218.4"
"2","2026-09-02 11:05:10","3","en","2071190421","2026-09-02 11:02:31","2026-09-02 11:05:10","198.51.100.7","\
https://www.example.com/survey","Satisfied","No","Yes","158.9"
"3","2026-09-03 08:44:59","3","fr","733019284","2026-09-03 08:40:12","2026-09-03 08:44:59","203.0.113.77","\
https://www.example.com/survey","Dissatisfied","Yes","Yes","287.1"
"4","","1","en","1900283741","2026-09-03 19:22:48","2026-09-03 19:25:01","192.0.2.45","https://www.example.com/news","\
N/A","N/A","N/A","133.0"
"5","2026-09-04 07:19:33","3","it","410928377","2026-09-04 07:15:20","2026-09-04 07:19:33","192.0.2.112","\
https://www.example.com/survey","Satisfied","Yes","No","252.6"
`,
  },
});
