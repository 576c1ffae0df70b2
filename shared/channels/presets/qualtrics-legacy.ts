import { channel } from '../channel.ts';

export const qualtricsLegacy = channel({
  id: 'qualtrics-legacy',
  label: 'Qualtrics, responses, legacy export (CSV)',
  called: 'Qualtrics’ legacy export',
  family: 'feedback-surveys',
  fingerprint: {
    names: [
      ['v1', 'v2', 'v3', 'v4', 'v5', 'v6', 'v7', 'v8', 'v9', 'v10'],
      ['responseid', 'responseset', 'externaldatareference', 'status', 'startdate', 'enddate', 'finished'],
    ],
    values: { column: 'v1', pattern: /^(?:R_\w+|ResponseID)$/i },
  },
  reading: { codesAbove: /^V\d{1,2}$/, times: 'The time zone of the account; the file names none.' },
  columns: {
    responseid: 'respondent_id',
    externaldatareference: 'respondent_id',
    responseset: 'technical_attribute',
    status: 'technical_attribute',
    name: 'full_name',
    emailaddress: 'email_address',
    email: 'email_address',
    ipaddress: 'ip_address',
    startdate: 'timestamp',
    enddate: 'timestamp',
    finished: 'boolean_flag',
    locationlatitude: 'latitude',
    locationlongitude: 'longitude',
  },
  informedHow:
    'Introduction page of the survey and its privacy notice; where a consent question was asked, it is an ' +
    'answer of its own.',
  notes: [
    'The first row holds codes, the second what they mean: the columns are called by both.',
    'Unless the survey was made anonymous, the address of the visitor and a place to four decimals come with ' +
      'every answer.',
  ],
  source: 'An independent reader of the export that knows both layouts',
  example: {
    fileName: 'survey_legacy.csv',
    rows: 5,
    expect: {
      ResponseID: 'respondent_id',
      Name: 'full_name',
      EmailAddress: 'email_address',
      IPAddress: 'ip_address',
      LocationLatitude: 'latitude',
    },
    text: `V1,V2,V3,V4,V5,V6,V7,V8,V9,V10,Q1,Q2_1,Q3_TEXT,LocationLatitude,LocationLongitude
ResponseID,ResponseSet,Name,ExternalDataReference,EmailAddress,IPAddress,Status,StartDate,EndDate,Finished,How satis\
fied are you with our service?,How much do you agree? - The staff was helpful,What could we do better?,LocationLatit\
ude,LocationLongitude
R_0dQ8hK2mXpVb3a0,Default Response Set,"Lindqvist, Mira",C-20801,mira.lindqvist@example.org,203.0.113.18,0,2016-09-0\
1 10:14:00,2016-09-01 10:17:40,1,1,2,Shorter queues please.,48.5196,2.4069
R_1dQ8hK2mXpVb3a1,Default Response Set,"Okafor, Paul",C-20811,paul.okafor@example.net,198.51.100.7,0,2016-09-02 10:1\
4:01,2016-09-02 10:17:41,1,2,3,,49.5196,3.4069
R_2dQ8hK2mXpVb3a2,Default Response Set,"Moreau, Ines",C-20821,ines.moreau@example.org,203.0.113.77,0,2016-09-03 10:1\
4:02,2016-09-03 10:17:42,1,3,4,Longer hours.,50.5196,4.4069
R_3dQ8hK2mXpVb3a3,Default Response Set,"Novak, Tomas",C-20831,tomas.novak@example.com,192.0.2.45,0,2016-09-04 10:14:\
03,2016-09-04 10:17:43,1,4,2,,51.5196,5.4069
R_4dQ8hK2mXpVb3a4,Default Response Set,"Rossi, Laura",C-20841,laura.rossi@example.com,192.0.2.112,0,2016-09-05 10:14\
:04,2016-09-05 10:17:44,1,1,3,More colours.,52.5196,6.4069
`,
  },
});
