import { fold } from '#shared/domain/fold.ts';
import { wordList } from '#shared/domain/word-list.ts';
import { semanticTypeById } from '#shared/semantic-types/index.ts';
import { evidenceText } from '#shared/text/engine/evidence.ts';
import { best, support, type ColumnState } from '../hypothesis.ts';
import type { TableContext } from './entity.ts';

/** What is taught at schools, by language: whole words. */
const subjects = new Set(
  wordList(`
    math maths mathematics algebra geometry calculus physics chemistry biology history geography literature science
    sciences english french german spanish latin philosophy economics music arts reading writing spelling grammar
    mathe mathematik physik chemie biologie geschichte erdkunde geographie deutsch englisch franzosisch latein
    sachkunde religionsunterricht musik kunst sport lesen schreiben
    mathematiques physique chimie svt histoire anglais allemand espagnol francais philosophie musique lecture ecriture
    dictee eps
    matematica matematicas fisica quimica biologia historia geografia lengua lenguaje ingles frances filosofia musica
    castellano sociales naturales comunicacion
    portugues redacao ciencias artes
    italiano inglese francese storia scienze chimica filosofia musica
    wiskunde rekenen natuurkunde scheikunde geschiedenis aardrijkskunde nederlands engels duits frans
    matematyka matematyki matematyce fizyka chemia historia przyroda polski angielski niemiecki jezyk informatyka wf
    matematik matte fysik kemi historia geografi svenska engelska tyska samhallskunskap
    dansk engelsk tysk historie fysik samfundsfag norsk naturfag
    matematiikka fysiikka kemia historia aidinkieli englanti ruotsi
    matematika matematiky fyzika dejepis zemepis cestina anglictina prirodopis slovencina
    turkce ingilizce fizik kimya biyoloji tarih cografya fen
    matek fizika kemia tortenelem magyar angol
    fizica chimie istorie romana engleza
    hrvatski engleski povijest fizika kemija
    μαθηματικα φυσικη χημεια ιστορια γλωσσα
    математика математике физика химия биология история география русский английский литература математика алгебра
    українська англійська історія
    数学 国語 英語 理科 社会 物理 化学 生物 歴史 地理 语文 英语 历史 政治 수학 국어 영어 과학 사회
    matematika fisika kimia sejarah toan van anh ly hoa sinh su dia
  `).map(fold),
);
/** What a teacher gives. */
const marks = new Set(
  wordList(`
    grade grades score scores mark marks result points exam test percent final average
    note noten zensur zensuren punkte notes resultat moyenne nota notas calificacion calificaciones puntaje puntuacion
    promedio media voto voti punteggio cijfer cijfers punten ocena oceny ocen stopien betyg poang karakter karakterer
    arvosana pisteet znamka znamky hodnoceni not notu puan jegy osztalyzat pont note punctaj ocjena bodovi βαθμοσ βαθμοι
    оценка оценки балл баллы оцінка бал 点 点数 得点 成績 成绩 分数 점수 성적 nilai skor diem
  `).map(fold),
);
const highest = 100;
/** Of this many steps nobody rates how well he likes something. */
const manySteps = { top: 10, different: 8 };

const holds = ({ facts: { header } }: ColumnState, words: ReadonlySet<string>): boolean =>
  header.tokens.some((token) => words.has(token));
const isMark = ({ facts: { number, distinct } }: ColumnState): boolean =>
  number !== null && number.min >= 0 && number.max <= highest && distinct >= 3;

/**
 * `ocena_matematyka`, `Nota Física`: how somebody did in a subject, not what somebody thinks of it. By the subject alone
 * where several are marked in more steps than opinions have.
 */
export function schoolMarkRules(columns: readonly ColumnState[], table: TableContext): void {
  if (table.entity === 'thing' || table.entity === 'business' || table.entity === 'aggregate') return;
  const taught = columns.filter((column) => holds(column, subjects) && isMark(column) && !column.facts.header.question);
  const fine = taught.filter(
    ({ facts }) => (facts.number?.max ?? 0) >= manySteps.top && facts.distinct >= manySteps.different,
  );
  for (const column of taught) {
    const first = best(column);
    const known = semanticTypeById(first?.type ?? '');
    if (!holds(column, marks) && !(fine.length > 1 && fine.includes(column))) continue;
    if (known?.category === 'personal' && known.id !== 'language' && known.id !== 'person_attribute') continue;
    support(column, 'academic_performance', Math.max(0.7, (first?.score ?? 0) + 0.1), {
      kind: 'header',
      detail: evidenceText.table.markInSubject,
    });
  }
}
