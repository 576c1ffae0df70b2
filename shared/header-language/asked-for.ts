import { fold } from '#shared/domain/fold.ts';
import { longPattern } from '#shared/domain/long-pattern.ts';

/* Folded words in which questions ask for a fact of the person who answers, in twenty languages. */

/** "What is", "enter", "please state": what follows, after a word for "your", is what is asked for. */
const identity = longPattern('')`
  ^(?:please |bitte |svp |por favor |per favore |prosim |prosze )?
  (?:
    what(?: is| was| are|'s|s)|which(?: is| are)?|enter|state|indicate|specify|select|choose|fill in|
    was (?:ist|sind)|wie (?:ist|lautet|hoch ist|gross ist)|welche[rsnm]?(?: ist| sind)?|geben sie|
    quel(?:le)?s?(?: est| sont)?|indiquez|precisez|cual(?:es)?(?: es| son)?|indique|indica|qual(?:i)?(?: e| sono| sao|'e)?|
    wat (?:is|zijn)|welke?(?: is)?|hoe hoog is|geef|jak(?:i|a|ie|y|e)(?: jest| je| sa)?|podaj|uved?te|
    vad ar|vilk(?:en|et|a) ar|ange|hva(?:d)? er|hvilk(?:en|et) er|angiv|oppgi|mika on|mikä|anna|ilmoita|
    mi (?:a|az)|mennyi (?:a|az)|adja meg|care (?:este|e|sunt)|
    ποι(?:ο|α|ος)(?: ειναι)?|как(?:ой|ои|ая|ое|ов|ова|ово)|укажите|введите
  )\s+
  (?:(?:your|the|ihre?[nrm]?|deine?[nrm]?|votre|vos|ton|ta|tes|su|sus|tu|tus|el|la|le|il|lo|l'|tuo|tua|suo|sua|o|a|seu|teu|
    je|jouw|uw|twoj[ae]?|pana|pani|vase?|vas|tvuj|tvoje?|tve|din|ditt|dina|dit|dine|er|ert|jeres|deres|to|τον?|την?|η|το|
    az?|ваш(?:а|е|и)?|твои|твоя|твое)\s+){0,3}
`;
/** "Which country do you live in?": the noun between. */
const which = longPattern('u')`
  ^(?:what|which|wat voor|welke?|welche[rsnm]?|que|quel(?:le)?s?|quale|qual|jak(?:i|a|ie|y|e)|vilk(?:en|et|a)|hvilk(?:en|et|e)|
  ποι(?:ο|α|ος)|как(?:ои|ая|ое))\s+
  (?:(?:is|est|es|e|ist|type of|kind of|soort)\s+)?([\p{L} ]{3,30}?)\s+
  (?:do|does|did|are|is|were|have|has|best|heb|heeft|hebt|hast|haben|hat|besuch\p{L}*|tiene[ns]?|avez|as|ha|hai|tem|masz|ma|mate|har|on|ben|bist|sind)\s
`;
const small = /\s(?:in|im|en|em|i|w|v|u|of|op|at|on|right now|now|today|currently|actual(?:mente)?|the)(?:\s.*)?$/;
/** Words of what is asked for; a longer text is no name. */
const longest = 5;
/** Words of a heading before a colon. */
const longestHeading = 6;

/** What is judged is no fact of the person: `What is your view of the new policy?` */
const judged = longPattern('u')`
  ^(?:views?|opinions?|impressions?|attitudes?|thoughts|feelings?|stance|take|meinung|ansicht|eindruck|haltung|
  einstellung|avis|parere|intryck|oppfatning|dojem|impresion|impressione|indruk|
  opinioni?|opiniao|opiniones|mening|oordeel|asikt|holdning|mielipide|opinia|zdanie|nazor|velemeny|parerea|gorus\p{L}*|
  мнение|γνωμη)(?:\s|$)
`;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/**
 * The short names in a question that asks for a fact: `What is your weight (in kg)?` asks for `weight`, and
 * `Income: how much do you earn?` for `income`. None where it asks for something else.
 */
export function askedFor(question: string): string[] {
  const plain = fold(question.slice(0, 300))
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^(?:q\d+[a-z]?\b)?[\s\d.)¿¡-]+(?=\p{L})/u, '')
    .trim();
  const [heading = '', ...rest] = plain.split(/\s*[:–]\s+/);
  const asked = rest.length > 0 ? rest.join(' ').replace(/^[¿¡\s]+/, '') : plain;
  const sentence = asked.split(/[?;,]/)[0] ?? '';
  const named = identity.exec(sentence);
  const after = named ? sentence.slice(named[0].length).trim() : '';
  const between = which.exec(`${sentence} `)?.[1] ?? '';
  return [
    ...(rest.length > 0 && words(heading).length <= longestHeading ? [heading] : []),
    ...[after, after.replace(small, ''), between].filter(
      (name) => name !== '' && words(name).length <= longest && !judged.test(name),
    ),
  ];
}
