import { wordList } from '#shared/domain/word-list.ts';
import type { ValueTools } from '#shared/semantic-types/semantic-type.ts';

/* Whole names as scripts and cultures write them that part no words, or have no capital letters. */

/** The syllables that 95 % of Korean surnames are (Statistics Korea, census 2015). */
const koreanSurnames = new Set(
  wordList(`
    김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 유 전 홍 고 문 양 손 배 백 허 남 심 노 하 곽 성 차 주 우 구 민
    진 나 지 엄 채 원 천 방 공 현 함 변 염 여 추 도 소 석 선 설 마 길 연 위 표 명 기 반 왕 금 옥 육 인 맹 제 모 탁 국
  `),
);
const korean = /^\p{Script=Hangul}{3}$/u;
/** Places, offices and sums of three syllables end so; names hardly do. */
const noKoreanName = /[구시군읍면리점과팀실부국청원액률수량처별명형금비]$/u;

/** The characters that 85 % of Chinese surnames are (Ministry of Public Security, 2020), in both ways of writing. */
const chineseSurnames = new Set(
  wordList(`
    王 李 张 張 刘 劉 陈 陳 杨 楊 黄 黃 赵 趙 吴 吳 周 徐 孙 孫 马 馬 朱 胡 郭 何 林 罗 羅 高 郑 鄭 梁 谢 謝 宋 唐 许 許 韩 韓
    邓 鄧 冯 馮 曹 彭 曾 肖 蕭 田 董 潘 袁 蔡 蒋 蔣 余 于 杜 叶 葉 程 魏 苏 蘇 吕 呂 丁 任 卢 盧 姚 沈 钟 鍾 姜 崔 谭 譚 陆 陸
    范 汪 廖 石 金 韦 韋 贾 賈 夏 付 傅 方 邹 鄒 熊 白 孟 秦 邱 侯 江 尹 薛 闫 段 雷 龙 龍 黎 史 陶 贺 賀 毛 郝 顾 顧 龚 龔 邵
    万 萬 覃 武 钱 錢 戴 严 嚴 莫 孔 向 常
  `),
);
const chinese = /^\p{Script=Han}{2,3}$/u;
const twoSigns = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|皇甫|尉迟)\p{Script=Han}{1,2}$/u;
/** What is no person ends so: places, bodies, goods, states. */
const noChineseName =
  /[省市县縣区區镇鎮乡鄉村街道路号號店社部课課院校系班级級科室局处處公司厂廠色类類型金额額数數量率费費业業品员員]$/u;

const japanese = /^\p{Script=Han}{2,3}[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,3}$/u;
const noJapaneseName = /[都道府県市区町村郡店社部課線駅館院校園丁目号円個人者員品名日年月]$/u;

/** `นายสมชาย ใจดี`: Thai registers write the form of address before the name. */
const thai = /^(?:นาย|นางสาว|นาง|น\.ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง)\s?\p{Script=Thai}{2,}/u;

/** The fifteen surnames of nine Vietnamese in ten, as they are written with their marks. */
const vietnamese =
  /^(?:Nguyễn|Trần|Lê|Phạm|Huỳnh|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Mai|Tô)(?: \p{Lu}\p{L}+){1,4}$/u;

/** Letters without capitals: Arabic, Hebrew. */
const caseless = /^[\p{Script=Arabic}\p{Script=Hebrew}\p{M}'’. -]+$/u;

/** A known surname with initials on either side: `Петров П. А.`, `J. Smith`. */
const initialled =
  /^(?:(\p{Lu}[\p{L}'’-]{2,}),? (?:\p{Lu}\.[ -]?){1,2}|(?:\p{Lu}\.[ -]?){1,2}(\p{Lu}[\p{L}'’-]{2,}))$/u;
/** `AlexandraTremblay`: first name and surname run together. */
const runTogether = /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u;

const inSigns = (text: string, { isSurname }: ValueTools): boolean =>
  (korean.test(text) && koreanSurnames.has(text.slice(0, 1)) && !noKoreanName.test(text)) ||
  (chinese.test(text) && chineseSurnames.has(text.slice(0, 1)) && !noChineseName.test(text)) ||
  twoSigns.test(text) ||
  (japanese.test(text) && isSurname(text.slice(0, 2)) && !noJapaneseName.test(text));

/** Whether a text is a whole name in one of these ways of writing. */
export function isUnspacedName(text: string, tools: ValueTools): boolean {
  if (inSigns(text, tools) || thai.test(text) || vietnamese.test(text)) return true;
  const [, before, after] = initialled.exec(text) ?? [];
  const surname = before ?? after;
  if (surname !== undefined) return tools.isSurname(surname);
  const [, first, last] = runTogether.exec(text) ?? [];
  if (first !== undefined && last !== undefined) return tools.isFirstName(first) && tools.isSurname(last);
  if (!caseless.test(text)) return false;
  const words = text.split(/\s+/);
  return words.length >= 2 && words.length <= 5 && words.some((word) => tools.isFirstName(word));
}
