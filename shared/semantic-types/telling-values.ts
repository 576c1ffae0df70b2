import type { ColumnFlag } from '#shared/domain/column-class.ts';
import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { specialWords } from './special-words/index.ts';

/** What values say by themselves, in seven languages: whatever the column is called, and beside whatever they stand. */
export interface TellingValues {
  flag: ColumnFlag;
  /** Plural noun of what the values are, for the evidence sentence. */
  noun: string;
  pattern: RegExp;
  /** Share of the different values (0…1) that must say it. */
  least: number;
  /** Different ones of them. */
  different: number;
  source: string;
}

const beliefs = longPattern('iu')`
  (?<!\p{L})(?:
    christian|catholic|protestant|muslim|jewish|hindu|buddhist|sikh|atheist|evangelisch|katholisch|muslimisch|
    jüdisch|konfessionslos|buddhistisch|catholique|musulmane?|juif|juive|protestante?|athée|bouddhiste|católic[oa]|
    musulmán|musulmana|judí[oa]|ate[oa]|cattolic[oa]|ebre[oa]|islamic[oa]|muçulman[oa]|espírita|katholiek|islamitisch|
    joods|hervormd|katolik|katoliczka|prawosławn[ya]|ewangelik|muzułmanin|katolsk|luthersk|muslimsk|ortodoks|
    evankelisluterilainen|katolinen|ortodoksi|katolík|evangelík|müslüman|hristiyan|sünni|alevi|ορθόδοξος|仏教|神道|キリスト教
  )(?!\p{L})
`;

const unions = longPattern('i')`
  ^(?:
    ig[ -]?metall|ver\.di|gew|ig[ -]?bce|ig[ -]?bau|evg|ngg|cgt|cfdt|cftc|unsa|cfe-cgc|force ouvrière|cgil|cisl|uil|
    ugt|cc\.?oo\.?|comisiones obreras|fnv|cnv|unison|gmb|unite the union|usdaw|afl-cio|seiu|teamsters|afscme|
    força sindical|cgtp|ugt-p
  )$
`;

const illnesses = longPattern('iu')`
  (?<!\p{L})(?:
    diabet\p{L}*|asthma|asma|asthme|astma|hypertension|bluthochdruck|hipertensi\p{L}+|ipertensione|hypertonie|
    depression|depressi(?:on|ef|one)|dépression|depresión|depressão|depresja|deprese|depresyon|masennus|うつ病|migraine|
    migräne|migraña|emicrania|cancer|krebs|
    cáncer|cancro|kanker|nowotwór|rak płuc|kräft|kræft|kreft|syöpä|rakovina|kanser|καρκίνος|がん|高血圧|糖尿病|喘息|
    cukrzyca|cukrovka|nadciśnienie|hypertenze|epileps\p{L}*|schizophren\p{L}*|hiv|parkinson|alzheimer|demen[zt]\p{L}*|
    multiple sclerosis|multiple sklerose|rheuma\p{L}*|arthritis|copd
  )(?!\p{L})
`;

const pharmacy = longPattern('iu')`
  pregnancy test|schwangerschaftstest|tests? de grossesse|tests? de embarazo|test di gravidanza|teste de gravidez|
  zwangerschapstest|blood glucose|blutzucker|glycémi|glucosa|glicemi|bloedsuiker|insulin|insulina|incontinen|inkontinen|
  nicotine patch|nikotinpflaster|patchs? (?:de |à la )?nicotine|parches de nicotina|cerotti alla nicotina|
  nicotinepleister|contracepti|verhütungspille|antidepress|antibioti|metformin|ramipril|sertralin|salbutamol|ibuprofen|
  ibuprofène|paracetamol|paracétamol|omeprazol|metoprolol|atorvastatin|levothyrox|doliprane|ventolin|amoxicillin|
  hearing aid batter|colostomy|stoma bag
`;

const worship = longPattern('iu')`
  (?:
    [\p{L}.'’-]+[ ](?:church|cathedral|chapel|mosque|synagogue|gurdwara|masjid|tabernacle|kingdom[ ]hall|kirche|kapelle|
    moschee|synagoge|kerk|moskee|parochie|pfarrei|parish)(?![ ]?(?:st\b|street|road|rd\b|lane|hill|close|furniture|bell))
    |(?:église|paroisse|mosquée|synagogue|iglesia|parroquia|mezquita|sinagoga|chiesa|parrocchia|moschea|igreja|paróquia|
    mesquita|kościół|parafia|meczet)[ ](?:[\p{L}]+[ ]){0,2}[\p{L}.'’-]+
    |[\p{L}.'’-]*(?:marien|johannis|petri|pauls|jakobi|christus|luther|stephans|michaelis|nikolai)kirche
  )
`;

const memberships = longPattern('iu')`
  (?<!\p{L})(?:
    opus[ ]dei|kolping\p{L}*|cvjm|ymca|knights[ ]of[ ]columbus|ditib|millî?[ ]görüş|zentralrat[ ]der[ ]juden|jüdische[ ]gemeinde|
    maccabi|caritasverband|katholische[ ]\p{L}+gemeinschaft|bibelkreis|bible[ ]study|hauskreis|rosary[ ]society|
    zeugen[ ]jehovas|scientology|heilsarmee|salvation[ ]army|scouts[ ]et[ ]guides[ ]de[ ]france|azione[ ]cattolica|
    acción[ ]católica|islamic[ ](?:society|centre|center|relief)|hindu[ ]temple[ ]society|jewish[ ]community[ ]cent(?:er|re)
  )(?!\p{L})
`;

const rainbow = longPattern('iu')`
  (?<!\p{L})(?:
    lsvd|stonewall|arcigay|coc[ ]nederland|inter-?lgbt|lambda[ ]warszawa|felgtbi?|ilga|pflag|glaad|
    (?:gay|lesbian|lgbt\p{L}*|queer)[ ](?:choir|chorus|sports?[ ]club|network|association|verein|club)
  )(?!\p{L})
`;

const parties = longPattern('iu')`
  (?<!\p{L})(?:
    junge[ ]union|jusos|grüne[ ]jugend|junge[ ]liberale|junge[ ]alternative|linksjugend|young[ ]conservatives|young[ ]labour|
    momentum|young[ ]republicans|young[ ]democrats|college[ ](?:republicans|democrats)|les[ ]jeunes[ ]socialistes|
    nuevas[ ]generaciones|juventudes[ ]socialistas|giovani[ ]democratici|gioventù[ ]nazionale|jonge[ ](?:democraten|socialisten)|
    jovd|cdja|jsd|juventude[ ]socialista
  )(?!\p{L})
`;

const partyNames = longPattern('iu')`
  (?<!\p{L})(?:
    (?:democratic|republican|labou?r|conservative|green|liberal|communist|socialist|people['’]?s|national|workers['’]?|
    freedom|reform|independence|unionist|progressive|pirate)[ ]party|
    (?:\p{L}+[ -])?(?:partei|parti|partiet|partido|partito|partij|partia|partija|puolue|parts?zövetség|strana|strany|
    stronnictwo|κόμμα|партия|партія)(?=$|[ -]\p{Lu}|[ ](?:of|de|der|do|da|van|für)[ ])|
    \p{L}*(?:sozial|social|socjal|sociálně|sociálna|sosiali|křesťansk|kresťansk|christlich|kristen|chrześcija|liberal|
      národn)\p{L}*[ -]?\p{L}*(?:demokra|democra|δημοκρα)\p{L}*|
    (?:[kc]omm?unist|komuniszt|kommunist)\p{L}*|republi[kc]an[eois]*|konservat\p{L}+|conservatori|labour|tories|
    kdu-čsl|čssd|kscm|ksčm|\bods|ano 2011|piráti|smer|hlas|oľano|progresívne|lewica|prawo i sprawiedliwość|pis|
    platforma obywatelska|
    koalicja obywatelska|konfederacja|moderaterna|centerpartiet|vänsterpartiet|sverigedemokraterna|miljöpartiet|
    venstre|høyre|
    arbeiderpartiet|fremskrittspartiet|senterpartiet|dansk folkeparti|enhedslisten|kokoomus|keskusta|perussuomalaiset|
    vihreät|vasemmistoliitto|
    fidesz|jobbik|momentum mozgalom|akp|chp|mhp|hdp|iyi parti|νέα δημοκρατία|σύριζα|κκε|πασοκ|единая россия|кпрф|лдпр|
    自民党|自由民主党|立憲民主党|公明党|共産党|
    lega|forza italia|fratelli d['’]italia|alleanza verdi|\+ ?europa|italexit|unione popolare|noi moderati|
    sinistra italiana|verdi|
    lib dems?|green party|die grünen|bündnis ?90|die linke|bezpp|nezávisl[íý]|independents?|parteilos|sans étiquette|
    independiente
  )(?!\p{L})
`;

const selfHelp = longPattern('iu')`
  (?<!\p{L})(?:
    (?:anonyme|alcoholics|narcotics|gamblers)[ ](?:alkoholiker|anonymous|spieler)|alcooliques[ ]anonymes|
    alcohólicos[ ]anónimos|alcolisti[ ]anonimi|anonimowi[ ]alkoholicy|(?:deutsche[ ])?rheuma-?liga|aids-?hilfe|
    \p{L}*diabetiker-?bund|diabetes[ ](?:uk|vereniging|association|vereinigung)|alzheimer[ ](?:gesellschaft|society|nederland)|
    ms[ ]society|multiple[ ]sklerose[ ]gesellschaft|parkinson['’]?s?[ ](?:uk|vereinigung|association)|
    krebs-?selbsthilfe|mind[ ]cymru|epilepsy[ ]society|asthma[ ](?:uk|liga)|lebenshilfe|endometriosis[ ]uk|
    selbsthilfegruppe[ ]\p{L}+|france[ ]alzheimer|aides|macmillan
  )(?!\p{L})
`;

const strength = /\p{L}{4,}.*\b\d{1,4}(?:[.,]\d+)? ?(?:mg|mcg|µg|i\.?e\.?|iu)\b/iu;

export const tellingValues: readonly TellingValues[] = [
  {
    flag: 'religion',
    noun: 'beliefs',
    pattern: beliefs,
    least: 0.3,
    different: 3,
    source: 'GDPR article 9 (2016); Pew Research Center religious groups',
  },
  {
    flag: 'religion',
    noun: 'places of worship',
    pattern: worship,
    least: 0.4,
    different: 3,
    source: 'GDPR article 9 (2016); names of places of worship in eight languages',
  },
  {
    flag: 'religion',
    noun: 'religious bodies',
    pattern: memberships,
    least: 0.3,
    different: 2,
    source: 'GDPR article 9 (2016); registers of religious associations DE FR ES IT UK US (2024)',
  },
  {
    flag: 'sexual_orientation',
    noun: 'bodies of lesbian and gay people',
    pattern: rainbow,
    least: 0.3,
    different: 2,
    source: 'GDPR article 9 (2016); ILGA Europe list of members (2024)',
  },
  {
    flag: 'political',
    noun: 'youth bodies of parties',
    pattern: parties,
    least: 0.3,
    different: 2,
    source: 'GDPR article 9 (2016); registers of parties DE FR ES IT NL PT UK US (2024)',
  },
  {
    flag: 'political',
    noun: 'parties',
    pattern: partyNames,
    least: 0.4,
    different: 3,
    source: 'GDPR article 9 (2016); parties in parliament of 24 countries (2025)',
  },
  {
    flag: 'health',
    noun: 'bodies of people with an illness',
    pattern: selfHelp,
    least: 0.3,
    different: 2,
    source: 'GDPR article 9 (2016); NAKOS list of self-help bodies (2024)',
  },
  {
    flag: 'trade_union',
    noun: 'trade unions',
    pattern: unions,
    least: 0.5,
    different: 2,
    source: 'ETUC list of member organisations (2024); AFL-CIO affiliates (2024)',
  },
  {
    flag: 'health',
    noun: 'codes of medicines',
    pattern: /^[A-DG-NPRSV]\d{2}[A-Z]{2}\d{2}$/,
    least: 0.8,
    different: 3,
    source: 'WHO ATC index (2024), fifth level',
  },
  {
    flag: 'health',
    noun: 'codes of diseases',
    pattern: /^[A-TV-Z]\d[0-9AB]\.\d{1,2}$/,
    least: 0.9,
    different: 3,
    source: 'WHO ICD-10 (2019), codes of four places and more',
  },
  {
    flag: 'health',
    noun: 'diseases',
    pattern: illnesses,
    least: 0.3,
    different: 2,
    source: 'WHO ICD-10 (2019) chapters',
  },
  {
    flag: 'health',
    noun: 'goods of a pharmacy',
    pattern: pharmacy,
    least: 0.4,
    different: 2,
    source: 'CJEU C-21/23 (pharmacy orders)',
  },
  {
    flag: 'health',
    noun: 'doses of medicines',
    pattern: strength,
    least: 0.5,
    different: 2,
    source: 'EDQM standard terms (2024)',
  },
];

const longestName = 200;
const ill: ReadonlySet<string> = new Set(['diagnosis', 'symptom']);

/** The word by which a text names an illness or a complaint, folded. */
const illnessIn = (text: string): string | undefined =>
  specialWords(fold(text.slice(0, longestName)).split(/[^\p{L}]+/u)).find(
    ({ weak, topic }) => !weak && ill.has(topic.type),
  )?.word;

/** Whether a text is the name of a party or of a kind of party. */
export const isParty = (text: string): boolean => text.length < longestName && partyNames.test(text);

/** Whether a text names an illness. */
export const saysIllness = (text: string): boolean => illnesses.test(text);

/** Whether a short text is the name of an illness or of a complaint. */
export const isIllness = (text: string): boolean => text.length < longestName && illnessIn(text) !== undefined;

/** Of the different values: the share that names an illness, and how many different words do. */
const illLeast = { share: 0.3, different: 3, looked: 400, longest: 60 };

function illnessesAmong(values: readonly string[]): { said: number; of: number } | null {
  const some = values
    .slice(0, illLeast.looked)
    .filter((value) => /\p{L}{3}/u.test(value) && value.length <= illLeast.longest);
  if (some.length < illLeast.different || some.length < 0.5 * Math.min(values.length, illLeast.looked)) return null;
  const found = some.map(illnessIn).filter((word) => word !== undefined);
  return new Set(found).size >= illLeast.different && found.length >= illLeast.share * some.length
    ? { said: found.length, of: some.length }
    : null;
}

/** The flags that these different values raise, each with how many of them say so. */
export function flagsOfValues(
  values: readonly string[],
): { flag: ColumnFlag; noun: string; said: number; of: number }[] {
  const found = tellingValues.flatMap(({ flag, noun, pattern, least, different }) => {
    const telling = values.filter((value) => pattern.test(value));
    const words = new Set(telling.map((value) => pattern.exec(value)![0].toLowerCase()));
    return words.size >= different && telling.length >= least * values.length
      ? [{ flag, noun, said: telling.length, of: values.length }]
      : [];
  });
  const illness = found.some(({ flag }) => flag === 'health') ? null : illnessesAmong(values);
  if (illness) found.push({ flag: 'health', noun: 'illnesses and complaints', ...illness });
  return found.filter(({ flag }, at) => found.findIndex((other) => other.flag === flag) === at);
}
