import type { SemanticTypeId } from '#shared/semantic-types/index.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { fold } from '#shared/domain/fold.ts';
import { spellOut, type ParsedHeader } from './header.ts';
import { lexiconOf, unfold, type Lexicon } from './unfold.ts';
import type { SemanticType } from '#shared/semantic-types/semantic-type.ts';
import { inLatinLetters } from './transliterate.ts';
import { headerLanguages } from './languages.ts';
import { ruledOut } from './phrases/ruled-out/index.ts';

/**
 * How strongly a header points at one type (0..~1.2), and by which phrase. `weak`: needs support from values or
 * neighbours.
 */
export interface HeaderMatch {
  readonly type: SemanticTypeId;
  readonly score: number;
  readonly phrase: string;
  readonly weak: boolean;
  /** One word of several that say something: it may stand there in another sense. */
  readonly lone: boolean;
}

interface Cue {
  readonly type: SemanticTypeId;
  readonly tokens: readonly string[];
  readonly phrase: string;
  readonly weak: boolean;
  readonly whole: boolean;
  /** Of a language that glues nouns together. */
  readonly gluing: boolean;
}

/** A cue that may end a longer token, with its place in the lexicon. */
interface Suffix {
  readonly cue: Cue;
  readonly order: number;
}

export interface HeaderIndex {
  readonly byFirst: ReadonlyMap<string, readonly Cue[]>;
  readonly glued: ReadonlyMap<string, readonly Cue[]>;
  /** By the text they end with. */
  readonly suffixes: ReadonlyMap<string, readonly Suffix[]>;
  readonly not: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lexicon: Lexicon;
}

/** Tokens that say whose or which column it is, not what it holds: they do not count against a match. */
const filler = new Set(
  wordList(`
    the a an of in for by on at to and or is are was per my your our their his her its what which do you how please
    customer client user contact person people member shipping billing delivery mailing home primary main current
    default first1 property custom field value col c p s x v u d q employee patient student applicant owner guest
    subscriber lead buyer der die das des dem den von zu im und kunde kunden le la les de du des et au aux votre vos el
    los las del y e o il lo gli di da dei della do dos das no na em het een van uw je
    aluno aluna alunos alumno alumna alumnos etudiant etudiante eleve schuler schulerin studierende studente studentessa
    alunno leerling leerlingen uczen ogrenci elev elevens oppilas zak zaka ucenik ucenika tanulo diak mahasiswa siswa
    cliente clientes klant klanten klient klienta klientov zakaznik zakaznika kupac kupca musteri asiakas asiakkaan ugyfel
    vevo pelanggan kunden kund paciente pacientes paziente patientin pacjent pacjenta pacient pacienta hasta potilas
    potilaan beteg pasien pazienti empleado empleada empleados funcionario dipendente employe salarie medewerker werknemer
    pracownik pracownika zamestnanec zamestnance zamestnanca calisan personel tyontekija dolgozo angajat zaposlenik
    karyawan pegawai anstalld ansat ansatt mitarbeiter клиент клиента клиентов сотрудник сотрудника пациент пациента
    студент студента ученик клієнт клієнта співробітник πελατη πελατησ ασθενη ασθενησ υπαλληλου μαθητη
  `).map(fold),
);

/** Tokens that say in what form a fact is kept (`MaritalDesc`, `field_cd`), not which fact. */
const form = new Set(
  'id cd code desc description label text txt cat flag codigo codice kode kod kodu koodi sifra'.split(' '),
);

/** Words of a sentence this far apart speak of different things. */
const near = 6;
/** Before a head noun of two words these only say where it is filed: `currency_summary_total_base_pay`. */
const grouping = new Set('currency group frequency'.split(' '));

/** Beside other words these say in which measure something is given, not what: `frequence_deplacement`. */
const measure = new Set('frequency frequence frecuencia frequenza frequencia frequentie haufigkeit'.split(' '));

/** Units a measure is given in. */
const unit = new Set('mg g dl l ml mmol ng iu u kg lb lbs cm mm m in ft pct percent score value level'.split(' '));
const phraseLength = (cue: Cue): number => cue.phrase.length;

/** Words of questions put to people; only in question-like headers do they count as filler too. */
const questionFiller = new Set(
  wordList(`
    do does did you have has had any how much many often ever if when there who whom with can could would should will be
    been it that this these those all some more most what which where why in into about typically usually currently
    present today please select choose following following describe best describes total each other own than then them
    they we us i am not no yes know get got take use used make
  `),
);

/** What another form of a word is worth: of two words `maas`, the one that is written so. */
const inOtherForm = 0.99;

const small = new Set('de du des del della dello di do da dos das d l la le el van der von'.split(' '));

const keyNouns = new Set('id number code codigo codice key clave'.split(' '));

const phrasesOf = (type: string): { raw: string; gluing: boolean }[] =>
  headerLanguages.flatMap(({ phrases, gluesNouns: gluing }) => (phrases[type] ?? []).map((raw) => ({ raw, gluing })));

/** Shortest phrase that is looked for in other letters, too; a single word must be the whole name. */
const shortestInLatin = 4;

let phrasesAsWritten: ReadonlySet<string> | undefined;
/** Phrases of all languages: what one of them says, another does not say in other letters. */
const inOtherLanguages = (): ReadonlySet<string> =>
  (phrasesAsWritten ??= new Set(
    headerLanguages
      .flatMap(({ phrases }) => Object.values(phrases).flat())
      .map((raw) => fold(raw.replace(/^[~=]+/, ''))),
  ));

/** A phrase, and how it is written where a system knows Latin letters alone. */
const alsoInLatin = ({ raw, gluing }: { raw: string; gluing: boolean }): { raw: string; gluing: boolean }[] => [
  { raw, gluing },
  ...inLatinLetters(fold(raw.replace(/^[~=]+/, '')))
    .filter((text) => text.length >= shortestInLatin && !inOtherLanguages().has(text))
    .map((text) => ({
      raw: `${raw.startsWith('~') ? '~' : ''}${text.includes(' ') ? '' : '='}${text}`,
      gluing: false,
    })),
];

function cuesOf(type: SemanticType<SemanticTypeId>): Cue[] {
  return phrasesOf(type.id)
    .flatMap(alsoInLatin)
    .map(({ raw, gluing }) => {
      const folded = fold(raw.replace(/^[~=]+/, ''));
      const phrase = /\d/.test(folded)
        ? folded.replace(/(\p{L})(\d)/gu, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2')
        : folded;
      // Cues are spelt out like headers are, so that a cue may be written with its abbreviation.
      return {
        type: type.id,
        tokens: phrase.split(' ').flatMap(spellOut),
        phrase,
        weak: /^=?~/.test(raw),
        whole: /^~?=/.test(raw),
        gluing,
      };
    })
    .flatMap((cue) => {
      // People leave the small words out: `date naissance`, `numero cuenta`.
      // The letters of a short form (`Α.Δ.Τ.`) are no small words.
      const spelt = cue.tokens.every((token) => token.length === 1);
      const bare = spelt ? [...cue.tokens] : cue.tokens.filter((token) => !small.has(token));
      const short = bare.length >= 2 && bare.length < cue.tokens.length ? [{ ...cue, tokens: bare }] : [];
      // `id cliente` and `ClienteID`, `codigo empleado` and `empleado_codigo`: systems put the kind of key in front or
      // behind. An `id card` is no `card id`.
      const [left, right] = bare;
      const turned =
        bare.length === 2 &&
        left &&
        right &&
        keyNouns.has(left) !== keyNouns.has(right) &&
        !(cue.gluing && keyNouns.has(left))
          ? [{ ...cue, tokens: [right, left] }]
          : [];
      return [cue, ...short, ...turned];
    });
}

/**
 * Shortest cue that may be found at the end of a longer token: German and Dutch glue nouns together (`Kundenvorname`).
 */
const minimumSuffix = 5;
/** Words of Japanese are this short (`氏名`), and names run on without a space. */
const minimumSuffixOfSigns = 2;
const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const endsTokens = (cue: string): boolean => cue.length >= (signs.test(cue) ? minimumSuffixOfSigns : minimumSuffix);

export function buildHeaderIndex(types: readonly SemanticType<SemanticTypeId>[]): HeaderIndex {
  const byFirst = new Map<string, Cue[]>();
  const glued = new Map<string, Cue[]>();
  const suffixes = new Map<string, Suffix[]>();
  let order = 0;
  const add = <Item>(map: Map<string, Item[]>, key: string, item: Item): void => {
    const there = map.get(key);
    if (there) there.push(item);
    else map.set(key, [item]);
  };
  const cues = types.flatMap(cuesOf);
  for (const cue of cues) {
    add(byFirst, cue.tokens[0] ?? '', cue);
    const asWritten = cue.phrase.replaceAll(' ', '');
    if (cue.tokens.length > 1) for (const key of new Set([cue.tokens.join(''), asWritten])) add(glued, key, cue);
    const joined = cue.tokens.join('');
    if (cue.gluing && !cue.whole && endsTokens(joined)) add(suffixes, joined, { cue, order: (order += 1) });
  }
  const lexicon = lexiconOf(
    cues.flatMap(({ tokens }) => tokens),
    [...glued.keys(), ...suffixes.keys()],
  );
  return {
    byFirst,
    glued,
    suffixes,
    lexicon,
    not: new Map(types.map((type) => [type.id, new Set((ruledOut[type.id] ?? []).map(fold))])),
  };
}

const singular = (token: string): string =>
  token.length > 3 && token.endsWith('s') && !token.endsWith('ss') ? token.slice(0, -1) : token;
/** The forms a token may have in the lexicon: as it is, and without or with its plural ending. */
const forms = (token: string): string[] => [
  token,
  singular(token),
  ...(token.length > 3 && !token.endsWith('s') ? [`${token}s`] : []),
  ...(token.length > 5 && token.endsWith('es') ? [token.slice(0, -2)] : []),
];
const same = (token: string, cue: string): boolean =>
  token === cue || forms(token).includes(cue) || singular(token) === singular(cue);

/** Cues that a token ends with, at least three letters before them (`dé-placement`), or one sign; in the lexicon's order. */
function suffixesOf({ suffixes }: HeaderIndex, token: string): Suffix[] {
  const found: Suffix[] = [];
  const [first, shortest] = signs.test(token) ? [1, minimumSuffixOfSigns] : [3, minimumSuffix];
  for (let from = first; from <= token.length - shortest; from += 1)
    found.push(...(suffixes.get(token.slice(from)) ?? []));
  return found.sort((left, right) => left.order - right.order);
}

/** Every type the header points at, strongest first. Pure; a mute header gives none. */
export function matchHeader(index: HeaderIndex, header: ParsedHeader): HeaderMatch[] {
  if (header.mute) return [];
  const tokens = header.question ? header.tokens : header.tokens.flatMap((token) => unfold(index.lexicon, token));
  const isFiller = (token: string) =>
    filler.has(token) || (header.question && questionFiller.has(token)) || /^\d+$/.test(token);
  const content = Math.max(1, tokens.filter((token) => !isFiller(token) && !form.has(token)).length);
  const best = new Map<string, HeaderMatch>();
  // A phrase is not ruled out by a word of its own, nor in a sentence by a word far from it.
  const rulesOut = (token: string, at: number, start: number, end: number): boolean =>
    !(end - start > 1 && ((at >= start && at < end) || (at < start && end === tokens.length && grouping.has(token)))) &&
    !(header.question && (at < start - near || at >= end + near));
  const offer = (cue: Cue, start: number, length: number, quality: number) => {
    const not = index.not.get(cue.type);
    if (not && tokens.some((token, at) => not.has(token) && rulesOut(token, at, start, start + length))) return;
    // A glued word may carry a ruling-out word in front: `viewheight`.
    const rest = quality < 0.9 ? (tokens[start] ?? '').slice(0, -cue.tokens.join('').length) : '';
    if (rest !== '' && not?.has(rest)) return;
    const isWhole =
      length === tokens.length ||
      tokens.every((token, at) => (at >= start && at < start + length) || /^\d+$/.test(token));
    if (cue.whole && !isWhole) return;
    // `su` and `al` are sugar and albumin alone, and small words anywhere else.
    if (
      !isWhole &&
      cue.tokens.length === 1 &&
      phraseLength(cue) <= 2 &&
      tokens.some((token, at) => at !== start && !isFiller(token) && !form.has(token) && !unit.has(token))
    )
      return;
    if (!isWhole && header.question && cue.tokens.length === 1 && phraseLength(cue) <= 2) return;
    const matched = tokens.slice(start, start + length).filter((token) => !isFiller(token)).length || 1;
    const onlyForm = !isWhole && cue.tokens.every((part) => form.has(part));
    const coverage = isWhole ? 1 : onlyForm ? 1 / (content + 1) : Math.min(1, matched / content);
    const floor = header.question ? 0.1 : 0.5;
    const atEnd = start + length === tokens.length ? 0.06 : 0;
    const lone = cue.tokens.length === 1 && !isWhole && (content > matched || onlyForm);
    const weak = cue.weak || (lone && measure.has(cue.phrase));
    const score =
      ((weak ? 0.5 : 1) * (floor + (1 - floor) * coverage) + 0.06 * (cue.tokens.length - 1) + atEnd) * quality;
    const found = best.get(cue.type);
    if (!found || score > found.score)
      best.set(cue.type, {
        type: cue.type,
        score,
        phrase: cue.phrase,
        weak,
        lone,
      });
  };
  // `employees` are counted; `employee` before another word only says whose it is.
  const counts = (cue: Cue, token: string): boolean =>
    cue.tokens.length === 1 && cue.phrase === `${token}s` && filler.has(token) && tokens.length > 1;
  tokens.forEach((token, start) => {
    for (const key of new Set(forms(token))) {
      for (const cue of index.byFirst.get(key) ?? [])
        if (!counts(cue, token) && cue.tokens.every((part, offset) => same(tokens[start + offset] ?? '', part)))
          offer(cue, start, cue.tokens.length, key === token ? 1 : inOtherForm);
      for (const cue of index.glued.get(key) ?? []) offer(cue, start, 1, 1);
    }
    // `LinkedIn` and `NationalITy` are split at their capitals; put together again they may be one word.
    const joined = `${token}${tokens[start + 1] ?? ''}`;
    if (joined.length >= minimumSuffix && joined !== token)
      for (const cue of index.byFirst.get(joined) ?? []) if (cue.tokens.length === 1) offer(cue, start, 2, 0.97);
    for (const { cue } of suffixesOf(index, token)) offer(cue, start, 1, 0.85);
  });
  return [...best.values()].sort((left, right) => right.score - left.score);
}
