import type { RefusalGround, RequestOutcome, RequestType } from '#shared/domain/request.ts';

type Kind = RequestType;

/** What letters about a request say, in one language; to people who know nothing of this program. */
export interface LetterWords {
  day(day: string): string;
  reference(ref: string): string;
  dear(name: string): string;
  onBehalf(of: string): string;
  titles: Readonly<Record<'acknowledge' | 'ask-identity' | 'extension' | 'answer' | 'tell-recipients', string>>;
  /** The request in a sentence: "your request for access". */
  wish: Readonly<Record<Kind, string>>;
  received(wish: string, day: string): string;
  answerBy(day: string): string;
  atOnce: string;
  askIdentity: string;
  identityUse: string;
  longer(day: string): string;
  because(reason: string): string;
  outcome: Readonly<Record<RequestOutcome, string>>;
  ground: Readonly<Record<RefusalGround, string>>;
  foundHead: string;
  found(dataset: string, rows: number): string;
  foundNothing(places: number): string;
  notSearchedHead: string;
  doneHead: string;
  copy(fileName: string): string;
  erased(rows: number): string;
  rectified(where: string, rows: number): string;
  suppressed: string;
  keptHead: string;
  kept(place: string, reason: string): string;
  toldHead: string;
  told(recipient: string, day: string): string;
  notTold(recipient: string, reason: string): string;
  somebody: string;
  remedies: string;
  toRecipient(fileName: string, day: string): string;
  became: Readonly<Record<Kind, string>>;
  likewise: string;
  separately: string;
  regards: string;
}

const days = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (day: string): string => format.format(new Date(`${day}T00:00:00Z`));
};
const full = (sentence: string): string => sentence.trim().replace(/[.\s]*$/, '.');

const english: LetterWords = {
  day: days('en-GB'),
  reference: (ref) => `Our reference: ${ref}`,
  dear: (name) => (name === '' ? 'Dear Sir or Madam,' : `Dear ${name},`),
  onBehalf: (of) => `On behalf: ${of}`,
  titles: {
    acknowledge: 'We received your request',
    'ask-identity': 'Please show us who you are',
    extension: 'We need longer to answer you',
    answer: 'Answer to your request',
    'tell-recipients': 'Notice about data that you received from us',
  },
  wish: {
    access: 'your request for access to your data',
    rectify: 'your request to have data put right',
    erase: 'your request to have data erased',
    restrict: 'your request to have the use of your data restricted',
    portability: 'your request for your data in a form that machines read',
    object: 'your objection to the use of your data',
    'object-marketing': 'your objection to advertising',
    'automated-decision': 'your request to have a decision reviewed by a person',
    'withdraw-consent': 'your withdrawal of consent',
    complaint: 'your complaint',
  },
  received: (wish, day) => `We received ${wish} on ${day}.`,
  answerBy: (day) => `You will have our answer by ${day}.`,
  atOnce: 'We stop at once what you no longer want.',
  askIdentity: 'So that nobody else is given your data, please help us to be certain who you are:',
  identityUse: 'We use what you send us for this alone, and delete it afterwards.',
  longer: (day) => `We need more time to answer you, until ${day} at the latest.`,
  because: (reason) => `The reason: ${full(reason)}`,
  outcome: {
    granted: 'We do what you asked for.',
    partly: 'We do what you asked for in part.',
    refused: 'We cannot do what you asked for.',
  },
  ground: {
    unfounded: 'The request is manifestly unfounded (GDPR Art. 12(5)(b)).',
    excessive: 'The request is excessive, because it repeats others (GDPR Art. 12(5)(b)).',
    'identity-not-shown': 'We could not make certain who you are (GDPR Art. 11(2), 12(2)).',
    'nothing-found': 'We found nothing about you.',
    'others-rights': 'It would harm the rights of others (GDPR Art. 15(4), 20(4)).',
    expression: 'Freedom of expression and information demands the data (GDPR Art. 17(3)(a)).',
    'legal-obligation': 'A law obliges us to keep the data (GDPR Art. 17(3)(b)).',
    'public-health': 'Public health demands the data (GDPR Art. 17(3)(c)).',
    archiving: 'They are kept for archives, research or statistics (GDPR Art. 17(3)(d)).',
    'legal-claims': 'They are needed for legal claims (GDPR Art. 17(3)(e), 21(1)).',
    'compelling-grounds': 'Compelling legitimate grounds outweigh your interests (GDPR Art. 21(1)).',
    'accuracy-shown': 'The data are accurate as they are (GDPR Art. 16).',
    'not-portable': 'The data rest on neither consent nor contract, or are not processed by machine (GDPR Art. 20(1)).',
    'contract-or-law': 'The decision is needed for a contract, or allowed by law (GDPR Art. 22(2)).',
    'national-law': 'A law restricts the right (GDPR Art. 23).',
  },
  foundHead: 'What we found',
  found: (dataset, rows) => `${dataset}: ${rows === 1 ? '1 record' : `${rows} records`}`,
  foundNothing: (places) => `We looked through ${places} places and found nothing about you.`,
  notSearchedHead: 'What could not be looked through',
  doneHead: 'What we did',
  copy: (fileName) => `A copy of your data is enclosed: ${fileName}`,
  erased: (rows) => `We erased ${rows === 1 ? '1 record' : `${rows} records`} about you.`,
  rectified: (where, rows) => `${where}: ${rows === 1 ? '1 record was' : `${rows} records were`} put right.`,
  suppressed: 'We keep, without your data, that you objected, so that it holds for what comes in later, too.',
  keptHead: 'What we keep, and why',
  kept: (place, reason) => `${place}: ${full(reason)}`,
  toldHead: 'Whom we told',
  told: (recipient, day) => `${recipient}, on ${day}`,
  notTold: (recipient, reason) => `${recipient} was not told: ${full(reason)}`,
  somebody: 'somebody whom our records do not name',
  remedies:
    'You may complain to a supervisory authority, in particular where you live or work or where something happened ' +
    '(GDPR Art. 77), and you may go to court (GDPR Art. 79).',
  toRecipient: (fileName, day) =>
    `On ${day} you received the file ${fileName} from us. It holds data of a person who turned to us, or may hold them.`,
  became: {
    access: 'The person asked for access.',
    rectify: 'Data of that person were wrong and have been put right.',
    erase: 'Data of that person have been erased here.',
    restrict: 'The use of that person’s data is restricted.',
    portability: 'The person asked for the data.',
    object: 'The person objected to the use of the data.',
    'object-marketing': 'The person objected to advertising.',
    'automated-decision': 'The person asked for a review.',
    'withdraw-consent': 'The person took consent back.',
    complaint: 'The person complained.',
  },
  likewise:
    'Please do the same with what you have, and with whomever you gave it to, and tell us when it is done (GDPR Art. 17(2), 19).',
  separately: 'Whom this is about, we tell you apart from this letter and protected: [how].',
  regards: 'Yours sincerely,',
};

const german: LetterWords = {
  day: days('de-DE'),
  reference: (ref) => `Unser Zeichen: ${ref}`,
  dear: (name) => (name === '' ? 'Sehr geehrte Damen und Herren,' : `Guten Tag ${name},`),
  onBehalf: (of) => `In Vertretung: ${of}`,
  titles: {
    acknowledge: 'Ihr Anliegen ist bei uns eingegangen',
    'ask-identity': 'Bitte zeigen Sie uns, wer Sie sind',
    extension: 'Unsere Antwort braucht länger',
    answer: 'Antwort auf Ihr Anliegen',
    'tell-recipients': 'Mitteilung zu Daten, die Sie von uns erhalten haben',
  },
  wish: {
    access: 'Ihren Antrag auf Auskunft über Ihre Daten',
    rectify: 'Ihren Antrag auf Berichtigung Ihrer Daten',
    erase: 'Ihren Antrag auf Löschung Ihrer Daten',
    restrict: 'Ihren Antrag auf Einschränkung der Verarbeitung',
    portability: 'Ihren Antrag auf Ihre Daten in maschinenlesbarer Form',
    object: 'Ihren Widerspruch gegen die Verarbeitung Ihrer Daten',
    'object-marketing': 'Ihren Widerspruch gegen Werbung',
    'automated-decision': 'Ihren Antrag auf Prüfung einer Entscheidung durch einen Menschen',
    'withdraw-consent': 'den Widerruf Ihrer Einwilligung',
    complaint: 'Ihre Beschwerde',
  },
  received: (wish, day) => `Wir haben ${wish} am ${day} erhalten.`,
  answerBy: (day) => `Sie erhalten unsere Antwort bis zum ${day}.`,
  atOnce: 'Was Sie nicht mehr wünschen, beenden wir sofort.',
  askIdentity: 'Damit niemand anderes Ihre Daten erhält, helfen Sie uns bitte, sicher zu sein, wer Sie sind:',
  identityUse: 'Was Sie uns dafür senden, verwenden wir nur dazu und löschen es danach.',
  longer: (day) => `Wir brauchen für unsere Antwort mehr Zeit, längstens bis zum ${day}.`,
  because: (reason) => `Der Grund: ${full(reason)}`,
  outcome: {
    granted: 'Wir kommen Ihrem Anliegen nach.',
    partly: 'Wir kommen Ihrem Anliegen teilweise nach.',
    refused: 'Wir können Ihrem Anliegen nicht nachkommen.',
  },
  ground: {
    unfounded: 'Der Antrag ist offenkundig unbegründet (Art. 12 Abs. 5 Buchst. b DSGVO).',
    excessive: 'Der Antrag ist exzessiv, weil er sich wiederholt (Art. 12 Abs. 5 Buchst. b DSGVO).',
    'identity-not-shown': 'Wir konnten nicht sicherstellen, wer Sie sind (Art. 11 Abs. 2, Art. 12 Abs. 2 DSGVO).',
    'nothing-found': 'Wir haben nichts über Sie gefunden.',
    'others-rights': 'Rechte anderer würden beeinträchtigt (Art. 15 Abs. 4, Art. 20 Abs. 4 DSGVO).',
    expression:
      'Die Freiheit der Meinungsäußerung und Information erfordert die Daten (Art. 17 Abs. 3 Buchst. a DSGVO).',
    'legal-obligation': 'Ein Gesetz verpflichtet uns, die Daten aufzubewahren (Art. 17 Abs. 3 Buchst. b DSGVO).',
    'public-health': 'Die öffentliche Gesundheit erfordert die Daten (Art. 17 Abs. 3 Buchst. c DSGVO).',
    archiving: 'Sie dienen Archiv-, Forschungs- oder Statistikzwecken (Art. 17 Abs. 3 Buchst. d DSGVO).',
    'legal-claims': 'Sie werden für Rechtsansprüche gebraucht (Art. 17 Abs. 3 Buchst. e, Art. 21 Abs. 1 DSGVO).',
    'compelling-grounds': 'Zwingende schutzwürdige Gründe überwiegen Ihre Interessen (Art. 21 Abs. 1 DSGVO).',
    'accuracy-shown': 'Die Daten sind richtig, wie sie sind (Art. 16 DSGVO).',
    'not-portable':
      'Die Daten beruhen weder auf Einwilligung noch auf Vertrag, oder sie werden nicht automatisiert verarbeitet (Art. 20 Abs. 1 DSGVO).',
    'contract-or-law': 'Die Entscheidung ist für einen Vertrag nötig oder gesetzlich zulässig (Art. 22 Abs. 2 DSGVO).',
    'national-law': 'Ein Gesetz beschränkt das Recht (Art. 23 DSGVO).',
  },
  foundHead: 'Was wir gefunden haben',
  found: (dataset, rows) => `${dataset}: ${rows === 1 ? '1 Datensatz' : `${rows} Datensätze`}`,
  foundNothing: (places) => `Wir haben an ${places} Stellen gesucht und nichts über Sie gefunden.`,
  notSearchedHead: 'Was nicht durchsucht werden konnte',
  doneHead: 'Was wir getan haben',
  copy: (fileName) => `Eine Kopie Ihrer Daten liegt bei: ${fileName}`,
  erased: (rows) => `Wir haben ${rows === 1 ? '1 Datensatz' : `${rows} Datensätze`} über Sie gelöscht.`,
  rectified: (where, rows) => `${where}: ${rows === 1 ? '1 Datensatz wurde' : `${rows} Datensätze wurden`} berichtigt.`,
  suppressed:
    'Wir merken uns ohne Ihre Daten, dass Sie widersprochen haben, damit es auch für später Eingehendes gilt.',
  keptHead: 'Was wir behalten, und warum',
  kept: (place, reason) => `${place}: ${full(reason)}`,
  toldHead: 'Wem wir es mitgeteilt haben',
  told: (recipient, day) => `${recipient}, am ${day}`,
  notTold: (recipient, reason) => `${recipient} nicht: ${full(reason)}`,
  somebody: 'jemand, den unsere Unterlagen nicht nennen',
  remedies:
    'Sie können sich bei einer Aufsichtsbehörde beschweren, insbesondere wo Sie wohnen oder arbeiten oder wo etwas ' +
    'geschehen ist (Art. 77 DSGVO), und ein Gericht anrufen (Art. 79 DSGVO).',
  toRecipient: (fileName, day) =>
    `Am ${day} haben Sie von uns die Datei ${fileName} erhalten. Sie enthält Daten einer Person, die sich an uns gewandt hat, oder kann sie enthalten.`,
  became: {
    access: 'Die Person hat Auskunft verlangt.',
    rectify: 'Daten dieser Person waren unrichtig und wurden berichtigt.',
    erase: 'Daten dieser Person wurden hier gelöscht.',
    restrict: 'Die Verarbeitung der Daten dieser Person ist eingeschränkt.',
    portability: 'Die Person hat die Daten verlangt.',
    object: 'Die Person hat der Verarbeitung widersprochen.',
    'object-marketing': 'Die Person hat der Werbung widersprochen.',
    'automated-decision': 'Die Person hat eine Prüfung verlangt.',
    'withdraw-consent': 'Die Person hat ihre Einwilligung widerrufen.',
    complaint: 'Die Person hat sich beschwert.',
  },
  likewise:
    'Bitte tun Sie mit Ihren Daten dasselbe, auch bei allen, denen Sie sie gegeben haben, und teilen Sie uns mit, ' +
    'wenn es geschehen ist (Art. 17 Abs. 2, Art. 19 DSGVO).',
  separately: 'Um wen es geht, teilen wir Ihnen getrennt von diesem Brief und geschützt mit: [wie].',
  regards: 'Mit freundlichen Grüßen',
};

/** The languages that letters are there in; in all others they are English. */
export const letterLanguages: Readonly<Record<string, LetterWords>> = { en: english, de: german };
