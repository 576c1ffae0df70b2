import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';
import { wordList } from '#shared/domain/word-list.ts';

/** What somebody who answers agrees with, how often, how much: the word that the step of a scale is built around. */
const cores = new Set(
  wordList(`
    agree disagree agreed disagreed agreement indifferent neutral undecided always often usually frequently sometimes
    occasionally rarely seldom never satisfied dissatisfied unsatisfied important unimportant likely unlikely useful
    useless confident interested familiar difficult easy applies
    stimme stimmt zustimmen trifft zutreffend unentschieden immer oft haufig gelegentlich manchmal selten
    niemals zufrieden unzufrieden wichtig unwichtig wahrscheinlich unwahrscheinlich nutzlich hilfreich
    accord desaccord neutre indecis toujours souvent parfois occasionnellement rarement jamais satisfait insatisfait
    important probable improbable
    acuerdo desacuerdo siempre frecuentemente frecuencia veces ocasionalmente raramente nunca satisfecho insatisfecho
    satisfecha insatisfecha importante indiferente
    concordo discordo concordancia sempre frequentemente raramente satisfeito insatisfeito satisfeita insatisfeita
    accordo disaccordo spesso talvolta volte mai soddisfatto insoddisfatto indifferente
    eens oneens neutraal altijd vaak regelmatig soms zelden nooit tevreden ontevreden belangrijk onbelangrijk
    waarschijnlijk
    zgadzam zgoda zawsze czesto czasami czasem rzadko nigdy zadowolony niezadowolony wazne niewazne obojetne
    instammer haller alltid ofta ibland sallan aldrig nojd missnojd viktigt oviktigt
    enig uenig altid ofte sjaeldent aldrig tilfreds utilfreds alltid noen sjelden fornoyd misfornoyd viktig uviktig
    samaa eri aina usein joskus harvoin koskaan tyytyvainen tyytymaton tarkea
    souhlasim nesouhlasim vzdy casto nekdy obcas zridka nikdy spokojen nespokojen dulezite suhlasim nesuhlasim vzdy
    niekedy zriedka spokojny nespokojny
    katiliyorum katilmiyorum kararsizim daima genellikle bazen nadiren asla memnunum onemli
    egyetertek nem ertek mindig gyakran neha ritkan soha elegedett elegedetlen fontos
    acord dezacord intotdeauna mereu adesea uneori rareori niciodata multumit nemultumit
    slazem ne uvijek cesto ponekad rijetko nikad zadovoljan
    συμφωνω διαφωνω παντα συχνα μερικεσ σπανια ποτε ικανοποιημενοσ
    согласен согласна несогласен несогласна всегда часто иногда редко никогда доволен довольна важно неважно
    згоден згодна завжди часто іноді інколи рідко ніколи
    setuju selalu sering kadang jarang pernah puas
  `).map(fold),
);
/** How much of it. */
const degrees = new Set(
  wordList(`
    strongly somewhat slightly completely totally fully partly mostly rather quite fairly very extremely moderately not
    at all neither nor or and of the time half about most a bit little lot neutral somewhat never almost i do does
    voll und ganz vollig eher nicht zu weder noch uberhaupt gar sehr teilweise teils ziemlich kaum fast ich weniger mehr
    tout a fait plutot pas du d d' ni en tres peu assez moyennement jamais presque je ne suis
    muy totalmente completamente de en ni algo poco nada casi bastante parcialmente a la las los con mucha
    plenamente parcialmente nem muito pouco as vezes quase concordo nao total inteiramente com
    molto abbastanza poco per niente del tutto ne d quasi piuttosto completamente in
    helemaal mee niet erg nogal een beetje bijna zeer
    zdecydowanie raczej sie nie calkowicie ani bardzo dosc wcale ani prawie trudno powiedziec
    helt delvis inte varken eller mycket ganska knappast nastan lite
    meget delvist hverken eller ikke helt lidt ganske svaert naesten slet
    taysin jokseenkin osittain mielta en ei lahes erittain melko
    zcela rozhodne spise castecne ani velmi uplne skor vobec takmer
    kesinlikle hic tamamen cok biraz ne her zaman
    teljesen inkabb egyaltalan is nagyon reszben
    total complet partial nici foarte deloc putin
    potpuno uglavnom djelomicno niti ni vrlo
    απολυτα μαλλον ουτε πολυ λιγο καθολου
    полностью скорее не ни очень совсем почти частично абсолютно повністю дуже
    sangat tidak kurang cukup netral
  `).map(fold),
);
/** Whole steps in scripts that set no spaces. */
const unspaced = longPattern('u')`
  ^(?:
    (?:とても|やや|どちらかといえば|全く|まったく|あまり)?(?:そう思う|そう思わない|当てはまる|当てはまらない|満足|不満)|
    どちらとも(?:いえない|言えない)|いつも|よく|ときどき|時々|たまに|めったにない|全くない|
    (?:非常|比较|有点|完全|不太|很)?(?:同意|不同意|满意|不满意|符合|不符合)|一般|总是|经常|有时|偶尔|很少|从不|从来没有|
    (?:매우|전혀|약간|대체로)?\x20?(?:그렇다|그렇지\x20않다|동의함|만족|불만족)|보통이?다?|항상|자주|가끔|거의|전혀
  )$
`;

const most = { words: 8, letters: 60 };

/** Whether a text is the step of an answer scale in some language: `stimme eher nicht zu`, `rzadko`, `не согласен`. */
export function isScaleStep(text: string): boolean {
  if (text.length > most.letters) return false;
  if (unspaced.test(text)) return true;
  const words = fold(text)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  return (
    words.length > 0 &&
    words.length <= most.words &&
    words.every((word) => cores.has(word) || degrees.has(word)) &&
    words.some((word) => cores.has(word))
  );
}
