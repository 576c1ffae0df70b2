import { longPattern } from '#shared/domain/long-pattern.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { fold } from '#shared/domain/fold.ts';

/** A column name taken apart. `tokens` are lower case, without accents, split at camelCase, digits and punctuation. */
export interface ParsedHeader {
  readonly text: string;
  readonly tokens: readonly string[];
  /** Says nothing about its column: blank, `unnamed_3`, `c1`, `V12`, `Q12_3`, `col 7`. */
  readonly mute: boolean;
  /** A word that says what form the values have and nothing of whose or what they are: `date`, `value`, `key`. */
  readonly vague: boolean;
  /** A question put to a person, or a sentence: the survey branch. */
  readonly question: boolean;
  /** Of a mute name that numbers the items of a form: the letters before the number. */
  readonly itemOf?: string;
}

/** Short forms used in column names, spelt out; applied to whole tokens only. */
const abbreviations: Record<string, string> = {
  fname: 'first name',
  nm: 'name',
  ph: 'phone',
  lname: 'last name',
  mname: 'middle name',
  addr: 'address',
  adr: 'address',
  tel: 'telephone',
  telno: 'telephone',
  cust: 'customer',
  clt: 'client',
  emp: 'employee',
  acct: 'account',
  acc: 'account',
  nbr: 'number',
  num: 'number',
  nr: 'number',
  no: 'number',
  amt: 'amount',
  qty: 'quantity',
  desc: 'description',
  cat: 'category',
  prod: 'product',
  trans: 'transaction',
  txn: 'transaction',
  tx: 'transaction',
  dept: 'department',
  mgr: 'manager',
  org: 'organisation',
  organization: 'organisation',
  ctry: 'country',
  cntry: 'country',
  prov: 'province',
  freq: 'frequency',
  avg: 'average',
  yrs: 'years',
  yr: 'year',
  mth: 'month',
  dt: 'date',
  ts: 'timestamp',
  pwd: 'password',
  passwd: 'password',
  usr: 'user',
  resp: 'respondent',
  pat: 'patient',
  hosp: 'hospital',
  hh: 'household',
  fone: 'telefone',
  geb: 'geburts',
  nasc: 'nascita',
  cod: 'codice',
  nb: 'nombre',
  acctbal: 'account balance',
  kd: 'kunden',
  edu: 'education',
  relig: 'religion',
  grp: 'group',
  str: 'strasse',
  insur: 'insurance',
  educ: 'education',
  occup: 'occupation',
  imgs: 'images',
  img: 'image',
  naiss: 'naissance',
  cli: 'client',
  deptmt: 'departement',
  dptmt: 'departement',
  kto: 'konto',
  kennz: 'kennzeichen',
  hsnr: 'hausnummer',
  hnr: 'hausnummer',
  immat: 'immatriculation',
  krankenvers: 'krankenversicherung',
  sess: 'session',
  numero: 'number',
  nummer: 'number',
  nro: 'number',
  numer: 'number',
  conf: 'confirmation',
  resid: 'residence',
  birthdt: 'birth date',
  fch: 'fecha',
  secur: 'security',
  situac: 'situacion',
  pref: 'preference',
  pic: 'picture',
  msg: 'message',
  lang: 'language',
  cnt: 'count',
  pct: 'percent',
  perc: 'percent',
  bal: 'balance',
  sal: 'salary',
  dest: 'destination',
  identifier: 'id',
  sts: 'status',
  scr: 'score',
  hgt: 'height',
  hght: 'height',
  wgt: 'weight',
  wght: 'weight',
  cty: 'city',
  inc: 'income',
  lvl: 'level',
  typ: 'type',
  frq: 'frequency',
  anz: 'anzahl',
  src: 'source',
  phn: 'phone',
  eml: 'email',
  cntc: 'contact',
  cntct: 'contact',
  addrs: 'address',
  pax: 'passenger',
  enf: 'enfants',
  ffn: 'frequent flyer number',
  inh: 'inhaber',
  mitgl: 'mitglied',
  bew: 'bewohner',
  aufn: 'aufnahme',
  entl: 'entlassung',
  diag: 'diagnose',
  abt: 'abteilung',
  versich: 'versicherung',
  umfr: 'umfrage',
  mnth: 'month',
  curr: 'current',
  dat: 'date',
  len: 'length',
  dur: 'duration',
  vacc: 'vaccination',
  mnths: 'months',
  depto: 'departamento',
  dpto: 'departamento',
  edo: 'estado',
  fnamn: 'fornamn',
  enamn: 'efternamn',
  fnavn: 'fornavn',
  enavn: 'efternavn',
  vname: 'vorname',
  nname: 'nachname',
  gebdat: 'geburtsdatum',
  persnr: 'personnummer',
  emplr: 'employer',
  perf: 'performance',
  comp: 'compensation',
  undr: 'under',
};

/** `telnr`, `kdnr`: the number of what an abbreviation in front stands for. */
const numberOf = /^(\p{L}{2,})nr$/u;

function withNumber(token: string): string {
  const of = numberOf.exec(token)?.[1];
  if (of === undefined) return token;
  const spelt = Object.hasOwn(abbreviations, of) ? abbreviations[of] : undefined;
  return spelt === undefined ? (of.length > 2 ? `${of}nummer` : token) : `${spelt} number`;
}

/** The words a token stands for. */
export const spellOut = (token: string): string[] =>
  ((Object.hasOwn(abbreviations, token) ? abbreviations[token] : undefined) ?? withNumber(token)).split(' ');

/** `name_ko`, `nazev.cz`: in which language the column is written, not what it holds. `id` and `no` mean more. */
const inLanguage = longPattern('iu')`
  (?<=\p{L}{3})[_.](?:en|de|fr|es|pt|nl|pl|sv|da|nb|fi|cs|cz|tr|el|gr|ja|jp|hu|ro|ru|hr|sl|si|uk|ua|zh|cn|ko|kr|vi|ar)$
`;

/** Splits a header into folded tokens; abbreviations are spelt out. */
export function headerTokens(text: string): string[] {
  const split = text
    .slice(0, 400)
    .replace(inLanguage, '')
    // The genitive of a person is the compound: `Age of the patient`.
    .replace(
      /^(.{2,40}) of (?:the )?(patient|customer|client|employee|student|respondent|applicant|passenger|insured|member)$/i,
      '$2 $1',
    )
    .replace(/(?<![\p{L}\d])(\p{L})\.(?=\p{L}(?:\.|$))/gu, '$1')
    .replace(/(?<!\p{L})a\/c(?!\p{L})/giu, 'account')
    .replace(/(^|[^\p{L}])n[°º]/giu, '$1numero ')
    // `Employee #`
    .replace(/(?<=\p{L}\s?)#$/u, ' number')
    .replace(/^n[._ ]+(?=\p{L}{3})/iu, 'numero ')
    .replace(/(\p{L}{4,})of(?=\p{Lu})/gu, '$1 of ')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll}{2,})/gu, '$1 $2');
  const tokens = fold(split)
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
    .replace(/['’`´]s(?![\p{L}])/gu, 's')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
  const spelt = tokens.flatMap(spellOut);
  // `billing_address_zip` is the part; what is left of the prefix still says whose.
  return spelt.length > 2 &&
    ofAddress.has(spelt[0] ?? '') &&
    spelt[1] === 'address' &&
    partOfAddress.has(spelt[2] ?? '')
    ? [spelt[0] ?? '', ...spelt.slice(2)]
    : spelt;
}

const ofAddress = new Set('shipping billing mailing delivery default customer home postal contact'.split(' '));
const partOfAddress = new Set(
  wordList(`
    company zip city country province state latitude longitude phone name first last postal postcode county region email
  `),
);

const vagueWords = new Set(
  wordList(`
    date datum fecha data value wert valeur valor valore waarde key info field item text entry content misc other input
    string str var attr
  `),
);

const muteHeader = longPattern('i')`
  ^(
    unnamed[_: ]*\d*|
    (
      c|v|x|f|col|column|field|var|variable|feature|feat|attribute|attr|spalte|colonne|columna|colonna|coluna|
      kolom|champ|campo|veld|feld
    )[_ -]?\d+|
    q\d+[a-z]?(?:[_. -]?[a-z]?\d{1,3}[a-z]?|[_. -](?:[a-z]|other|oth|text|txt|tot))*|\d+
  )$
`;

/** A question by its number: `Q12`, `Frage 3`, `PYT_1`. */
export const numberedQuestion = longPattern('iu')`
  ^(?:
    q|qu|question|frage|item|preg|pregunta|pyt|pytanie|soru|otazka|otázka|domanda|vraag|spm|spørgsmål|spørsmål|fråga|
    kysymys|kérdés|intrebare|întrebare|ερώτηση|вопрос|питання|設問|問
  )[ _.-]?\d+
`;

/** Takes a header apart; a mute one gives no hypothesis. */
export function parseHeader(text: string): ParsedHeader {
  const trimmed = text.trim();
  const tokens = headerTokens(trimmed);
  const words = trimmed.split(/\s+/).length;
  return {
    text: trimmed,
    tokens,
    mute: trimmed === '' || muteHeader.test(trimmed),
    vague: tokens.length > 0 && tokens.every((token) => vagueWords.has(token) || /^\d+$/.test(token)),
    question: words > 6 || (/\?/.test(trimmed) && words > 2),
  };
}
