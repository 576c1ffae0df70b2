import { channel } from '../channel.ts';

export const qualtrics = channel({
  id: 'qualtrics',
  label: 'Qualtrics, responses (CSV)',
  called: 'Qualtrics’ export',
  family: 'feedback-surveys',
  fingerprint: {
    names: [
      ['startdate', 'enddate', 'progress', 'finished', 'recordeddate', 'responseid'],
      ['startdate', 'enddate', 'recordeddate', 'responseid', 'distributionchannel', 'userlanguage'],
    ],
  },
  reading: {
    labelRows: { machineWords: /^\{"ImportId":/ },
    times:
      'The time zone of the account or of the download; the third row of names gives it where the export was not ' +
      'shortened.',
  },
  columns: {
    startdate: 'timestamp',
    enddate: 'timestamp',
    recordeddate: 'timestamp',
    status: 'technical_attribute',
    ipaddress: 'ip_address',
    progress: 'technical_attribute',
    'duration (in seconds)': 'session_duration',
    finished: 'boolean_flag',
    responseid: 'respondent_id',
    recipientlastname: 'last_name',
    recipientfirstname: 'first_name',
    recipientemail: 'email_address',
    externalreference: 'respondent_id',
    externaldatareference: 'respondent_id',
    locationlatitude: 'latitude',
    locationlongitude: 'longitude',
    distributionchannel: 'contact_channel',
    userlanguage: 'language_locale',
  },
  informedHow:
    'Introduction page of the survey and its privacy notice; where a consent question was asked, it is an answer ' +
    'of its own.',
  notes: [
    'Under the names stand a row with the texts of the questions and one for machines: the texts are read as part ' +
      'of the names.',
    'Rows whose status is a preview are tests by the authors, not answers of respondents.',
    'Unless the survey was made anonymous, the address of the visitor and a place to four decimals come with every ' +
      'answer.',
  ],
  source: 'Five independent readers of the export agree on three rows of names, the third with ImportId',
  example: {
    fileName: 'qualtrics-responses.csv',
    rows: 5,
    expect: {
      ResponseId: 'respondent_id',
      IPAddress: 'ip_address',
      RecipientEmail: 'email_address',
      RecipientFirstName: 'first_name',
      LocationLatitude: 'latitude',
      'Duration (in seconds)': 'session_duration',
      UserLanguage: 'language_locale',
    },
    text: `StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,\
RecipientLastName,RecipientFirstName,RecipientEmail,ExternalReference,LocationLatitude,LocationLongitude,\
DistributionChannel,UserLanguage,Q1,Q2_1,Q3_TEXT
Start Date,End Date,Response Type,IP Address,Progress,Duration (in seconds),Finished,Recorded Date,Response ID,\
Recipient Last Name,Recipient First Name,Recipient Email,External Data Reference,Location Latitude,Location Longitude,\
Distribution Channel,User Language,How satisfied are you with our service?,How much do you agree? - The staff was \
helpful,What could we do better? - Text
"{""ImportId"":""startDate"",""timeZone"":""Europe/Berlin""}","{""ImportId"":""endDate"",""timeZone"":""Europe/Berlin"\
"}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""\
duration""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""Europe/Berlin""}","{""\
ImportId"":""_recordId""}","{""ImportId"":""recipientLastName""}","{""ImportId"":""recipientFirstName""}","{""\
ImportId"":""recipientEmail""}","{""ImportId"":""externalDataReference""}","{""ImportId"":""locationLatitude""}","{""\
ImportId"":""locationLongitude""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""userLanguage""}","{""\
ImportId"":""QID1""}","{""ImportId"":""QID2_1""}","{""ImportId"":""QID3_TEXT""}"
2026-09-02 10:14:05,2026-09-02 10:17:44,IP Address,203.0.113.18,100,219,True,2026-09-02 10:17:45,R_1dQ8hK2mXpVb3aT,\
Lindqvist,Mira,mira.lindqvist@example.org,C-20811,52.5196,13.4069,email,EN,Very satisfied,Strongly agree,"Shorter \
queues on Saturdays, please."
2026-09-02 11:02:31,2026-09-02 11:05:10,IP Address,198.51.100.7,100,159,True,2026-09-02 11:05:10,R_2fT6yN9cLwRz5eU,\
Okafor,Paul,paul.okafor@example.net,C-20840,48.8323,2.4075,email,EN,Satisfied,Agree,
2026-09-03 08:40:12,2026-09-03 08:44:59,IP Address,203.0.113.77,100,287,True,2026-09-03 08:44:59,R_3gB4vM7kJsQd1iW,\
Moreau,Ines,ines.moreau@example.org,C-20877,45.7480,4.8467,email,FR,Dissatisfied,Disagree,The app forgot my basket \
twice.
2026-09-03 19:22:48,2026-09-03 19:25:01,Survey Preview,192.0.2.45,100,133,True,2026-09-03 19:25:02,R_4hC2xP8nHtWf6oY,,\
,,,50.1109,8.6821,preview,EN,Very satisfied,Agree,Test
2026-09-04 07:15:20,2026-09-04 07:19:33,IP Address,192.0.2.112,64,253,False,2026-09-04 07:19:33,R_5jD7zS3qGuXh9pA,\
Rossi,Laura,laura.rossi@example.com,C-20902,45.0705,7.6868,email,IT,Satisfied,Neither agree nor disagree,More colours.
`,
  },
});
