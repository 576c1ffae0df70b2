import type { SpecialTopic } from './special-topic.ts';

/* Folded words of other protected matters, in twenty languages: `word`, `beginning*`, `*ending`. */

export const protectedTopics: readonly SpecialTopic[] = [
  {
    flag: 'religion',
    type: 'religious_practice',
    words: `
      pray prays prayer praying gottesdienst* church* mosque* synagog* bible quran koran gebet* beten kirch* priere*
      iglesia misa chiesa preghiera igreja kerk kerkb* kerkg* gebed kyrka kyrko* kirke kirkeg* kostel* kosciol* cami
      kilise iglesias worship baptis* baptiz* taufe getauft bapteme bautiz* battesim* batism* kosher koscher halal
      ramadan* sacrament* sakrament* communicant* congregation* deacon* clergy 교회 직분 세례 교인 교적 교구 教会 受洗 洗礼 εκκλησι* церков* молит* 礼拝 お祈り tithe tithing
    `,
  },
  {
    flag: 'religion',
    type: 'religion',
    words: `
      agama religi* relig* relix* faith konfession* confessional* godsdienst* geloofs* uskonto* uskonn* nabozen*
      vyznani*
      vyznanie* vierovyzn* wyznani* wyznaje trossamf* trossaml* mezhep* dini inanc* evangelical* catholic* katholi*
      catolic* cattolic* katolic* protestan* islam* muslim* moslem* buddhis* buddhism* hindu* judaism* jewish vallas*
      felekezet* credinta confesiun* θρησκ* δογμα религи* вероисп* релігі* 宗教 信仰 宗派 종교 الدين
    `,
  },
  {
    flag: 'political',
    type: 'voting_history',
    words: `
      politic* politik* politis* politiq* polity* poliit* siyas* siyasi πολιτικ* политич* політич* ideolog* election
      elections voter voters voted turnout wahl wahler* wahlverh* wahlabsicht* wahlbeteil* erststimme zweitstimme
      sonntagsfrage wahlabs* elecciones elezioni eleicoes eleicao verkiezing* stemged* wybory wyborcz* glosow* valg
      valgte valdelt* valgdel* vaalit vaali* aanest* volby volebn* volici secim secimi* oyverme valasztas* szavaz*
      alegeri vota votado votou votato votaria votarias εκλογ* ψηφισ* ψηφο* голосов* избират* 選挙 投票 政治 투표 선거 정치 选举
    `,
  },
  {
    flag: 'political',
    type: 'political_affiliation',
    words: `
      partai partei* parteizug* parteien partito partiti partido partidos partij parti partis partia partii puolue*
      puoluek*
      κομμα κομματ* партия партии партія 政党 支持政党 정당 党派 政治面貌 partisan* vansterpart
    `,
  },
  {
    flag: 'sexual_orientation',
    type: 'sexual_behavior',
    words: `
      lgbt* homosex* heterosex* bisex* biseks* sexual* sexuel* sexuell* sessual* seksu* seksual* seksueel* szexual*
      gay lesbian* lesbisch* queer transgender* condom* kondom* contracept* anticoncep* verhutung* libido intercourse
      cinsel* σεξουαλ* сексуал* 性的 性行為 性取向 성적
    `,
  },
  {
    flag: 'race_ethnicity',
    type: 'race_ethnicity',
    words: `
      suku minority minorities race ethni* ethno* etnia etnias etnic* etnik* etnisk* etnisch* etniny raza raca irk irki
      rasa rasse racial*
      narodnost* nemzetiseg* etnikum* εθνοτ* φυλη национальност* этнич* этнос етнічн* 人種 民族 种族 인종 민족 caste castes
      tribe tribal hispanic latino latinx indigen* aborigin* hautfarbe migrationshint* skincolor skincolour
    `,
  },
  {
    flag: 'trade_union',
    type: 'trade_union',
    words: `
      gewerkschaft* syndicat syndicats syndical* syndique* sindical* sindicato* sindacat* sindacal* vakbond*
      vakvereniging* zwiazkowiec zwiazkowy* fackforb* fackfor* fackligt facklig fagforen* fagforb* fagligt
      ammattiliit* odborar* odborov* odbory szakszerv* sendika* sindicat* sindicali* συνδικατ* συνδικαλ* профсоюз*
      профспілк* 労働組合 노동조합 노조 工会 unionised unionized betriebsrat*
    `,
  },
  {
    flag: 'criminal',
    type: 'criminal_record',
    words: `
      parole* probation sentenced sentencing crime crimes detainee* indict* homicid* criminal* felon* convict* prison*
      jail* inmate* incarcer* recidiv* arrest arrests arrested offender* offence*
      offenses offense misdemean* vorstraf* vorbestraf* verurteil* strafmass* straftat* strafregist* haftstraf*
      gefangn* delikt delikte delito* delitti delitto reato reati delinquan* condamn* condenad* condanna* detenut*
      detenid* detenu* carcel carcere carcer* prisao strafblad* strafzak* veroordeel* karaln* przestep* skazan* wyrok*
      brott brotts* domd kriminel* lovovertr* lovbrudd* forbryt* forbryd* straffet straffe* rikos* rikok* vankila*
      tuomio* trestn* odsouzen* odsuden* zlocin* sabika* mahkum* tutuklu* hukumlu bunteto* buncs* condamnar*
      infractiun* cazier* penalmente ποινικ* εγκλημ* καταδικ* судимост* преступ* осужд* злочин* 犯罪 前科 逮捕 범죄 전과 犯罪记录
    `,
  },
  {
    flag: 'biometric',
    type: 'biometric_template',
    words: `
      biometri* fingerprint* fingerabdr* fingeravtr* fingeraftr* dactilar* sormenjal* odcisk* otisk* parmakizi
      ujjlenyom* retina* irisscan voiceprint* faceprint* δακτυλικ* биометр* 指紋 顔認証 생체 지문
    `,
  },
  {
    flag: 'genetic',
    type: 'genetic_data',
    words: `
      gene genes rsid genotip* dna adn genom* genotyp* genetic* genetik* genetisch* genetique* genetyczn* chromosom*
      snps allele* karyotyp*
      haplotyp* geneti* генетич* γενετικ* 遺伝 基因 유전
    `,
  },
];

/** Words of consent and of secrets: what they name is no protected fact, and gets no type by them. */
export const otherTopics: readonly SpecialTopic[] = [
  {
    flag: 'consent',
    type: '',
    words: `
      persetujuan consent consents consented optin optout unsubscrib* gdpr rgpd dsgvo einwillig* einverstand*
      consentement*
      consentimiento* consenso consensi consentimento* toestemming* zgoda zgody samtycke* samtykke* suostumu* souhlas*
      suhlas* rodo kvkk hozzajarul* consimtam* rizasi acikriza συγκαταθ* συναιν* согласие согласия 同意 동의
    `,
  },
  {
    flag: 'credentials',
    type: '',
    words: `
      pwd sandi password* passwd passwort* kennwort* contrasena* senha wachtwoord* haslo hasla losenord* adgangskod*
      passord*
      salasana* heslo sifre sifresi parola jelszo* пароль motdepasse passcode passphrase パスワード 密码 비밀번호
    `,
  },
];
