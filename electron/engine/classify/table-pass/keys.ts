import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { matchHeader } from '#shared/header-language/header-index.ts';
import { knownHeaders } from '#shared/header-language/known-headers.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, leads, ranked, silent, support, type ColumnState } from '../hypothesis.ts';
import type { PersonRole, TableContext } from './entity.ts';

const keyOf: Record<PersonRole, SemanticTypeId> = {
  patient: 'patient_id',
  respondent: 'respondent_id',
  employee: 'employee_id',
  customer: 'customer_id',
  person: 'person_id',
};
const generic: readonly SemanticTypeId[] = [
  'record_id',
  'row_index',
  'numeric_metric',
  'event_id',
  'unknown',
  'technical_attribute',
  'foreign_key',
  'hashed_value',
  'target_label',
  'constant',
];
const keyWords = new Set('id ident uuid guid key pk uid identifier rowguid sk hash'.split(' '));
/** `idp`, `idn`: an id with a letter for whose. */
const isKeyWord = (token: string): boolean => keyWords.has(token) || /^id[a-hj-rt-w]$/.test(token);
/** Tokens that say nothing about whose key it is. */
const neutral = new Set(
  wordList(`
    id ident uuid guid key pk uid the no number nr c p external ext internal unique original source old new global
    public
  `),
);

/** A key written out: `Customer#000000178`. */
const numberedPerson =
  /^(?:customer|client|user|member|patient|employee|person|kunde|cliente|usuario|utente|klant)[#_ -]?\d+$/i;

/** Persons by what they are to whoever keeps the table, in the bare form that stands before or after a key word. */
const personNouns: readonly (readonly [SemanticTypeId, ReadonlySet<string>])[] = [
  [
    'customer_id',
    new Set(
      wordList(`
        customer client clients klient klienta klientu kunde kunden kund kundin cliente clienti klant zakaznik zakaznika
        asiakas musteri vasarlo ugyfel pelatis lead prospect contact subscriber policyholder borrower cardholder tenant guest
        debtor interessent kontakt prospecto abonne suscriptor abonnent abonent
      `),
    ),
  ],
  [
    'user_id',
    new Set(
      wordList(`
        user users bruger bruker anvandare kayttaja uzytkownik uzytkownika uzivatel uzivatele kullanici felhasznalo
        gebruiker benutzer nutzer utilisateur usuario utente utilizador
      `),
    ),
  ],
  [
    'patient_id',
    new Set(wordList('patient patienten pacjent pacjenta pacient pacienta paciente paziente potilas hasta')),
  ],
  [
    'employee_id',
    new Set(
      wordList(`
        employee mitarbeiter pracownik pracownika zamestnanec zamestnance medarbejder medarbeider ansatt anstalld
        doctor physician nurse clinician practitioner therapist operator operatore operador operateur operatora agent agente
        technician tecnico technicien techniker teacher instructor driver salesperson cashier manager supervisor
        arzt aerztin medecin medico medica lekar lekarz laakari orvos doktor hemsire ogretmen lehrer lehrerin enseignant
        profesor profesora professore professor docente
        tyontekija calisan alkalmazott dolgozo employe empleado funcionario dipendente medewerker werknemer
      `),
    ),
  ],
  [
    'person_id',
    new Set(
      wordList(`
        applicant candidate participant claimant beneficiary insured donor resident voter passenger player athlete
        volunteer refugee inmate prisoner defendant
        person persona personne persoon osoba osoby medlem member membre miembro socio czlonek clen jasen uye tag
        student elev uczen ucznia zak ogrenci oppilas opiskelija schuler eleve alumno aluno alunno leerling
      `),
    ),
  ],
];
const numberWords = new Set(wordList('id key number code kod kode kodu codigo codice no nr nummer numero cislo'));

/** `klient_id`, `id_bruger`: a word for a person and one for a key, and nothing else. */
function keyOfNamed({ facts: { header, kinds, distinct } }: ColumnState): SemanticTypeId | undefined {
  const { tokens } = header;
  if (tokens.length !== 2 || !(kinds.has('integer') || kinds.has('code')) || distinct < 3) return undefined;
  const noun = tokens.find((token) => !numberWords.has(token) && !isKeyWord(token));
  if (noun === undefined || tokens.every((token) => token === noun)) return undefined;
  return personNouns.find(([, nouns]) => nouns.has(noun))?.[0];
}

/** A bare key of a table of persons is the key of a person; a bare key of anything else is a record's. */
export function keyRules(columns: readonly ColumnState[], table: TableContext): void {
  const hasPersonKey = columns.some((column) =>
    leads(column, 'customer_id', 'user_id', 'employee_id', 'patient_id', 'respondent_id', 'person_id'),
  );
  let found = hasPersonKey;
  for (const column of columns) {
    const { facts } = column;
    const { tokens, mute } = facts.header;
    if (facts.kinds.has('empty')) continue;
    if (keyOfThing(column)) {
      support(column, 'record_id', above(column, 0.75), { kind: 'header', detail: evidenceText.table.keyOfThing });
      continue;
    }
    if (!leadsGeneric(column) || countsRows(column, columns)) continue;
    if (numberedPerson.test(facts.values[0] ?? '') && facts.values.every((value) => numberedPerson.test(value))) {
      support(column, 'customer_id', 0.9, { kind: 'values', detail: evidenceText.table.numberedPersons });
      continue;
    }
    const keyLike = (facts.kinds.has('integer') || facts.kinds.has('code')) && !facts.kinds.has('boolean');
    const named = keyOfNamed(column);
    if (named) {
      support(column, named, above(column, 0.75), { kind: 'header', detail: evidenceText.table.keyOfNamed });
      found = true;
      continue;
    }
    const coded = table.entity === 'person' ? (namedFact(column) ?? codedFact(column)) : undefined;
    if (coded) {
      support(column, coded, above(column, 0.45), { kind: 'table', detail: evidenceText.table.codedFact });
      continue;
    }
    const bare =
      (tokens.some(isKeyWord) &&
        tokens.every((token) => neutral.has(token) || (token.startsWith('id') && token.length === 3))) ||
      isBareCode(column);
    if (bare && keyLike && numbersDeeds(column, columns, table)) {
      support(column, 'record_id', above(column, 0.75), { kind: 'table', detail: evidenceText.table.keyOfDeed });
      continue;
    }
    if (bare && keyLike && numbersThings(column, columns)) {
      support(column, 'foreign_key', above(column, 0.75), { kind: 'table', detail: evidenceText.table.keyOfAnother });
      continue;
    }
    const login = bare && facts.kinds.has('text') && facts.meanWords <= 1.05 && facts.uniqueness > 0.9;
    if (
      table.entity === 'person' &&
      (keyLike || login) &&
      bare &&
      (facts.uniqueness > 0.5 || !found || facts.distinct >= 10)
    ) {
      support(column, keyOf[table.role], above(column, 0.75), {
        kind: 'table',
        detail: evidenceText.table.keyOfPersons,
      });
      found = true;
    } else if (
      table.entity === 'person' &&
      keyLike &&
      (mute || (tokens.length === 1 && numberWords.has(tokens[0] ?? '')) || (silent(column) && facts.at === 0)) &&
      !found &&
      facts.at < 2 &&
      facts.uniqueness > 0.98 &&
      facts.rows >= 5 &&
      table.personShare >= 0.5 &&
      !columns.slice(0, facts.at).some((other) => other.facts.uniqueness > 0.98)
    ) {
      support(column, keyOf[table.role], 0.45, { kind: 'table', detail: evidenceText.table.likeKeyOfPersons });
      found = true;
    } else if (tokens.length > 1 && tokens.some((token) => keyWords.has(token)) && keyLike) {
      support(column, facts.uniqueness > 0.9 ? 'record_id' : 'foreign_key', 0.35, {
        kind: 'header',
        detail: evidenceText.table.keyOfAnother,
      });
    }
  }
}

/** `code` over a code of its own in every row, among the first columns: that of the row. */
const isBareCode = ({ facts: { header, uniqueness, rows, at } }: ColumnState): boolean =>
  header.tokens.length === 1 && codeWords.has(header.tokens[0] ?? '') && uniqueness > 0.98 && rows >= 20 && at < 3;
const codeWords = new Set(wordList('code kod kode codigo codice'));

/** The one column without a name, counting the rows: what programs write beside a table of their own. */
const countsRows = (column: ColumnState, columns: readonly ColumnState[]): boolean =>
  leadsShape(column, 'row_index') &&
  /^(?:|unnamed.*|index)$/i.test(column.facts.header.text) &&
  column.facts.at === 0 &&
  columns.slice(1).every(({ facts }) => facts.header.text !== '');
const leadsShape = (column: ColumnState, type: SemanticTypeId): boolean => best(column)?.type === type;

/**
 * Rows that are what persons did are numbered for themselves: where a person has several of them, a key of its own in
 * every row is that of the deed.
 */
const numbersDeeds = (column: ColumnState, columns: readonly ColumnState[], table: TableContext): boolean =>
  (table.row === 'order' || table.row === 'visit') &&
  column.facts.uniqueness > 0.98 &&
  column.facts.rows >= 20 &&
  columns.some((other) => other !== column && leads(other, ...ofOnePerson) && other.facts.uniqueness < 0.9);
/** The letters that all values begin with: `PD06249`, `PD05618`. */
function prefixOf({ facts: { values } }: ColumnState): string | undefined {
  const prefix = /^\p{L}+(?=[-_ ]?\d)/u.exec(values[0] ?? '')?.[0];
  return prefix !== undefined && values.every((value) => value.startsWith(prefix)) ? prefix : undefined;
}

/** Its codes begin otherwise than those that are by their name the persons': a bare key of something else. */
function numbersThings(column: ColumnState, columns: readonly ColumnState[]): boolean {
  const prefix = prefixOf(column);
  const person = columns.find(
    (other) => other !== column && leads(other, ...Object.values(keyOf), 'user_id') && best(other)?.header !== 0,
  );
  const theirs = person && prefixOf(person);
  return prefix !== undefined && theirs !== undefined && prefix !== theirs;
}
const ofOnePerson: readonly SemanticTypeId[] = [...Object.values(keyOf), 'user_id', 'email_address', 'full_name'];

/** The fact that a name of its own for a code says: `nation key`. */
const namedFact = (column: ColumnState): SemanticTypeId | undefined =>
  leads(column, 'foreign_key')
    ? ranked(column).find(
        ({ type, header, vetoed }) => header >= 0.85 && !vetoed && semanticTypeById(type)?.class === 'linkable',
      )?.type
    : undefined;

/** Endings that say in which form a fact is kept. */
const codeForms = new Set(
  'id key sk fk code cd kod codigo codice concept type source value nr number ref lookup'.split(' '),
);

/**
 * The fact of a person that a code stands for: `gender_concept_id`, `race_cd`, `id_estado_civil` are what the words say
 * that are left of the name without its ending.
 */
function codedFact(column: ColumnState): SemanticTypeId | undefined {
  const { header, uniqueness } = column.facts;
  const words = [...header.tokens];
  while (words.length > 1 && codeForms.has(words.at(-1) ?? '')) words.pop();
  while (words.length > 1 && codeForms.has(words[0] ?? '')) words.shift();
  if (words.length === header.tokens.length || header.question || uniqueness > 0.9) return undefined;
  return matchHeader(knownHeaders(), { ...header, tokens: words }).find(({ type, score, weak }) => {
    const known = semanticTypeById(type);
    return (
      score >= 0.85 && !weak && known?.class === 'linkable' && known.category === 'personal' && !keyTypes.test(type)
    );
  })?.type;
}
const keyTypes = /_(?:id|number|date)$/;

/**
 * `Loan_ID`, `id_prestito`: a fact's name with "id" at its end or beginning, over codes of their own in every row is
 * the number of that thing, not the fact.
 */
function keyOfThing(column: ColumnState): boolean {
  const { facts } = column;
  const first = best(column);
  const type = semanticTypeById(first?.type ?? '');
  return (
    facts.header.tokens.length > 1 &&
    (facts.header.tokens.at(-1) === 'id' || facts.header.tokens[0] === 'id') &&
    facts.uniqueness > 0.98 &&
    facts.rows >= 20 &&
    (facts.kinds.has('code') || facts.number?.whole === true) &&
    type?.class === 'linkable' &&
    type.category === 'personal' &&
    !/_(?:id|number)$/.test(type.id) &&
    column.told === undefined
  );
}

/** Enough to pass the leading type. */
const above = (column: ColumnState, least: number): number => Math.max(least, (best(column)?.score ?? 0) + 0.1);

const leadsGeneric = (column: ColumnState): boolean => {
  const first = best(column);
  return first === undefined || first.score < 0.4 || generic.includes(first.type);
};
