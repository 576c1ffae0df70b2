import { fold } from '#shared/domain/fold.ts';

/*
 * What registers and forms write of persons in languages beside the seven that types know by themselves: whole values,
 * folded when they are compared, parted by commas.
 */

const setOf = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(',')
      .map((word) => fold(word.trim()))
      .filter(Boolean),
  );

/** Beginnings of words by which a level of education is told, in languages that bend them. */
export const educationStems: readonly string[] = [
  ...setOf(`
    wyższe, wyzsze wyksztalcenie, średnie, podstawowe, zawodowe, zasadnicze zawodowe, gimnazjalne, licencjat, magister,
    inżynier, doktorat, policealne, grundskola, gymnasium, gymnasie, högskola, universitet, eftergymnasial, folkskola,
    yrkeshögskola, kandidatexamen, masterexamen, grundskole, folkeskole, gymnasial, ungdomsuddannelse, erhvervsuddannelse,
    kort videregående, mellemlang videregående, lang videregående, bacheloruddannelse, kandidatuddannelse, videregående,
    fagbrev, fagskole, ungdomsskole, høyskole, peruskoulu, lukio, ylioppilas, ammattikoulu, ammattitutkinto,
    alempi korkeakoulu, ylempi korkeakoulu, korkeakoulu, yliopisto, kandidaatti, maisteri, tohtori, základní škola,
    základní vzdělání, střední škola, středoškolské, střední s maturitou, vyučen, výuční list, maturita, vysokoškolské,
    vysoká škola, bakalářské, magisterské, vyšší odborné, základné, stredoškolské, stredná škola, vysokoškolské vzdelanie,
    ilkokul, ortaokul, lise mezunu, lise, ön lisans, önlisans, lisans, yüksek lisans, lisansüstü, doktora, üniversite,
    ilköğretim, okur yazar değil, δημοτικο, γυμνασιο, λυκειο, αει, τει, πανεπιστημιο, μεταπτυχιακο, διδακτορικο,
    απολυτηριο λυκειου, altalanos iskola, általános iskola, szakmunkás, szakiskola, szakközépiskola, gimnázium, érettségi,
    főiskola, egyetem, középfokú, felsőfokú, alapfokú, școală generală, gimnaziu, liceu, școală profesională, postliceal,
    studii superioare, studii medii, facultate, master, doctorat, высшее, неоконченное высшее, среднее, среднее специальное,
    среднее профессиональное, начальное, бакалавр, магистр, аспирантура, кандидат наук, ученая степень, вища, неповна вища,
    повна вища, середня, середня спеціальна, базова середня, магістр, osnovna škola, srednja škola, viša škola,
    visoka škola, visoka stručna sprema, srednja stručna sprema, fakultet, prvostupnik, magistar, doktorat znanosti,
    osnovnošolska, srednješolska, višješolska, visokošolska, univerzitetna
  `),
];

/** Whole words for levels of education where nothing is bent. */
export const educationWords = setOf(`
  小学, 初中, 高中, 中专, 大专, 专科, 本科, 学士, 硕士, 博士, 研究生, 文盲, 大学本科, 高中及以下, 本科及以上, 职高, 技校, 博士后, 小學, 國中, 專科,
  碩士, 中卒, 高卒, 専門学校卒, 短大卒, 大卒, 大学卒, 大学院卒, 大学院修了, 高校卒, 中学校, 高等学校, 高校, 専門学校, 短期大学, 大学, 大学院, 小学校,
  초졸, 중졸, 고졸, 대졸, 전문대졸, 대학원졸, 초등학교, 중학교, 고등학교, 전문대학, 전문대, 대학교, 대학원, 석사, 박사, 학사, 무학,
  sd, smp, sma, smk, d3, d4, s1, s2, s3, diploma iii, sarjana, magister, doktor, tidak sekolah, slta, sltp, sma/smk, sd/mi, smp/mts,
  tiểu học, thcs, thpt, trung cấp, cao đẳng, đại học, thạc sĩ, tiến sĩ, trung học cơ sở, trung học phổ thông, sau đại học, cử nhân
`);

/** Marital status. */
export const maritalWords = setOf(`
  svobodný, svobodná, slobodný, slobodná, ženatý, vydatá, vdaná, rozvedený, rozvedená, vdovec, vdova, ovdovený, ovdovená,
  nőtlen, hajadon, házas, elvált, özvegy, élettársi kapcsolat, egyedülálló, necăsătorit, necăsătorită, căsătorit, căsătorită,
  divorțat, divorțată, văduv, văduvă, neoženjen, neudana, oženjen, udana, razveden, razvedena, udovac, udovica, samac, samski,
  samska, poročen, poročena, ločen, ločena, холост, холостой, не замужем, женат, замужем, разведен, разведена, вдовец, вдова,
  в браке, состоит в браке, гражданский брак, не в браке, неодружений, неодружена, незаміжня, одружений, одружена, заміжня,
  розлучений, розлучена, удівець, вдівець, неженен, неомъжена, женен, омъжена, разведен, 未婚, 已婚, 离婚, 离异, 丧偶, 離婚, 離異, 喪偶, 再婚,
  初婚, 独身, 死別, 미혼, 기혼, 이혼, 사별, 별거, 동거, 유배우, belum kawin, kawin, belum menikah, menikah, cerai hidup, cerai mati, cerai,
  lajang, duda, janda, độc thân, đã kết hôn, kết hôn, chưa kết hôn, ly hôn, ly dị, góa, góa phụ, có gia đình, đã ly hôn,
  naimisissa, naimaton, avoliitto, leski, eronnut, rekisteröity parisuhde, gift, ogift, sambo, skild, särbo, samboende, samboer,
  separert, evli, bekar, boşanmış, dul, nişanlı, eşi vefat etmiş
`);

/** Whether somebody works, learns or is retired. */
export const employmentWords = setOf(`
  zatrudniony, zatrudniona, bezrobotny, bezrobotna, emeryt, emerytka, rencista, rencistka, student, studentka, pracujący,
  pracująca, niepracujący, samozatrudniony, na emeryturze, anställd, arbetslös, arbetssökande, pensionär, studerande,
  egenföretagare, sjukskriven, föräldraledig, ansat, ledig, arbejdsløs, pensionist, folkepensionist, førtidspensionist,
  studerende, lønmodtager, selvstændig, fuldtidsansat, deltidsansat, ansatt, arbeidsledig, pensjonist, selvstendig, uføretrygdet,
  arbeidssøker, työssä, työtön, eläkkeellä, eläkeläinen, opiskelija, yrittäjä, työssäkäyvä, palkansaaja, kotiäiti, zaměstnaný,
  zaměstnaná, zaměstnanec, nezaměstnaný, nezaměstnaná, důchodce, osvč, v důchodu, zamestnaný, zamestnaná, zamestnanec,
  nezamestnaný, nezamestnaná, dôchodca, szčo, živnostník, çalışıyor, çalışmıyor, işsiz, emekli, öğrenci, ev hanımı, serbest meslek,
  memur, işçi, εργαζομενος, ανεργος, ανεργη, συνταξιουχος, φοιτητης, φοιτητρια, μισθωτος, αυτοαπασχολουμενος, foglalkoztatott,
  munkanélküli, nyugdíjas, tanuló, vállalkozó, alkalmazott, gyes, gyed, angajat, angajată, șomer, pensionar, pensionară,
  elev, casnică, zaposlen, zaposlena, nezaposlen, nezaposlena, umirovljenik, učenik, samozaposlen, upokojenec, brezposeln,
  работает, не работает, безработный, безработная, пенсионер, пенсионерка, студент, студентка, учащийся, самозанятый,
  домохозяйка, работающий, неработающий, працює, безробітний, безробітна, пенсіонер, студентка, зайнятий, самозайнятий,
  在职, 离职, 失业, 退休, 待业, 学生, 自由职业, 在校学生, 全职, 兼职, 自營, 正社員, 契約社員, 派遣社員, パート, アルバイト, パート・アルバイト, 無職, 会社員,
  自営業, 専業主婦, 公務員, 定年退職, 재직, 퇴직, 휴직, 무직, 학생, 주부, 자영업, 정규직, 비정규직, 계약직, 재직중, 직장인, bekerja, tidak bekerja,
  pengangguran, pensiunan, pelajar, mahasiswa, wiraswasta, ibu rumah tangga, karyawan swasta, pelajar/mahasiswa, đang làm việc,
  thất nghiệp, nghỉ hưu, hưu trí, sinh viên, học sinh, nội trợ, kinh doanh tự do, đã nghỉ việc, thử việc, chính thức
`);

/** Beliefs, as registers and surveys write them. */
export const religionWords = setOf(`
  katolik, katoliczka, rzymskokatolickie, prawosławny, prawosławie, ewangelickie, katolsk, luthersk, svenska kyrkan, muslim, kristen,
  katolikker, protestantisk, evangelisk luthersk, folkekirken, den danske folkekirke, human etisk, katolinen, luterilainen,
  evankelisluterilainen, ortodoksinen, islam, uskontokuntiin kuulumaton, katolík, římskokatolické, rímskokatolícke, evangelík,
  evanjelické, gréckokatolícke, bez vyznání, bez vyznania, ateista, müslüman, hristiyan, alevi, musevi, ateist, ορθοδοξος, ορθοδοξη,
  χριστιανος, μουσουλμανος, καθολικος, αθεος, χριστιανος ορθοδοξος, római katolikus, katolikus, református, evangélikus, görög katolikus,
  izraelita, ortodox, ortodoxă, romano catolic, greco catolic, reformat, penticostal, baptist, musulman, ateu, katolik, pravoslavac,
  pravoslavna, rimokatolička, muslimanska, agnostik, православный, православная, православие, мусульманин, мусульманка, ислам, католик,
  атеист, буддист, иудаизм, христианство, буддизм, христианин, православ'я, греко католик, католицизм, протестант, мусульманин,
  佛教, 基督教, 天主教, 伊斯兰教, 道教, 无宗教信仰, 无宗教, 回教, 仏教, 神道, キリスト教, イスラム教, 無宗教, 創価学会, 불교, 기독교, 천주교, 개신교, 무교, 이슬람교, 원불교,
  islam, kristen, katolik, hindu, buddha, budha, konghucu, khonghucu, kristen protestan, phật giáo, công giáo, tin lành, cao đài,
  hòa hảo, thiên chúa giáo, không tôn giáo, đạo phật, đạo thiên chúa
`);

/** Beginnings and parts of words for occupations. */
export const occupationStems: readonly string[] = [
  ...setOf(`
    kierownik, inżynier, programist, nauczyciel, lekarz, pielęgniark, księgow, sprzedaw, kierowc, specjalist, asystent, dyrektor,
    pracownik, mechanik, elektryk, kucharz, kelner, magazynier, konsultant, analityk, prawnik, sekretark, handlowiec, ingenjör,
    lärare, läkare, sjuksköters, säljare, undersköters, chaufför, ingeniør, sygeplejersk, sælger, pædagog, lærer, læge,
    tømrer, elektriker, sykepleier, selger, regnskapsfører, sjåfør, hjelpepleier, opettaja, lääkäri, sairaanhoitaja, insinööri,
    myyjä, kirjanpitäjä, johtaja, asiantuntija, lähihoitaja, päällikkö, kokki, siivooja, učitel, lékař, prodavač, účetní, řidič,
    zdravotní sestra, vedoucí, ředitel, zámečník, programátor, kuchař, dělník, skladník, lekár, predavač, vodič, účtovník,
    riaditeľ, robotník, kuchár, zdravotná sestra, mühendis, öğretmen, doktor, hemşire, muhasebeci, şoför, satış temsilcisi, müdür,
    uzman, teknisyen, avukat, garson, aşçı, sekreter, mimar, eczacı, kasiyer, εκπαιδευτικ, ιατρος, γιατρος, νοσηλευτ, μηχανικος,
    λογιστ, υπαλληλος, δικηγορος, πωλητ, οδηγος, διευθυντ, mérnök, tanár, orvos, ápoló, eladó, könyvelő, vezető, ügyvéd, szakács,
    villanyszerelő, asszisztens, igazgató, informatikus, munkás, raktáros, profesor, asistent medical, contabil, vânzător,
    șofer, director, economist, muncitor, avocat, bucătar, ospătar, инженер, учитель, врач, медсестра, бухгалтер, менеджер, водитель,
    продавец, директор, программист, специалист, преподаватель, юрист, экономист, рабочий, кассир, повар, администратор, руководитель,
    начальник, секретарь, слесарь, электрик, охранник, интернет маркетолог, аналитик, дизайнер, лікар, вчитель, водій, продавець,
    програміст, спеціаліст, викладач, економіст, кухар, керівник, медична сестра, liječnik, učitelj, medicinska sestra, prodavač,
    vozač, računovođa, voditelj, direktor, konobar, kuhar, odvjetnik, inženjer, radnik, zdravnik, voznik, prodajalec,
    工程师, 教师, 老师, 医生, 护士, 会计, 经理, 司机, 销售, 程序员, 律师, 设计师, 公务员, 厨师, 工人, 農民, 农民, 个体户, 主管, 总监, 助理, 会社員, 公務員, 医師, 看護師,
    教員, 教師, 営業, 事務, 販売員, 運転手, 経理, 部長, 課長, 主任, 係長, エンジニア, デザイナー, プログラマー, マネージャー, 弁護士, 調理師, 農業, 保育士, 介護士, 의사, 간호사, 교사,
    교수, 회사원, 공무원, 변호사, 엔지니어, 개발자, 디자이너, 영업, 요리사, 대리, 과장, 차장, 부장, 사원, 자영업, 기술자, guru, dosen, dokter, perawat, karyawan, wiraswasta, petani,
    nelayan, pedagang, sopir, supir, pns, buruh, bidan, tni, polri, polisi, staf, staff, manajer, kasir, akuntan, pegawai, giáo viên,
    bác sĩ, y tá, điều dưỡng, kỹ sư, kế toán, nhân viên, công nhân, nông dân, lái xe, tài xế, giám đốc, trưởng phòng, luật sư,
    kinh doanh, bảo vệ, giảng viên, đầu bếp
  `),
];

/** Whether a folded value begins with one of these, or has one at the beginning of a word. */
export function beginsWithOne(folded: string, stems: readonly string[]): boolean {
  return stems.some((stem) => {
    const at = folded.indexOf(stem);
    return at === 0 || (at > 0 && !/[\p{L}\d]/u.test(folded[at - 1] ?? ''));
  });
}
