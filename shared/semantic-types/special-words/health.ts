import type { SpecialTopic } from './special-topic.ts';

/* Folded words of health in twenty languages: `word`, `beginning*`, `*ending`. */

const symptoms: SpecialTopic = {
  flag: 'health',
  type: 'symptom',
  words: `
    symptom* sintom* simptom* symtom* dyspn* dispn* disne* naus* vertig* oedem* edema* odem cefale* cephal* *algia
    *algie myalg* mialg* arthralg* artralg* diarr* diare* palpit* insomn* fatig* anosm* ageus* convuls* prurit*
    suicid* suizid* stress* estres* stres* pain pains painful headache* stomachache backache toothache fever feverish
    chills cough* breathless* breathing wheez* dizz* tired* vomit* nosebleed* sneez* rash itch* swelling numbness
    cramps bleeding anxi* panic burnout selfharm hopelessness beschwerden schmerz* *schmerz *schmerzen fieber* husten*
    *husten atemnot* kurzatmig* schwindel* ubelkeit erbrechen durchfall* mudigkeit* erschopf* juckreiz schwellung*
    krampf* ohnmacht* angst* suizid* selbstmord* schlafstor* panik* douleur* fievre* toux essouffl* vomiss*
    demangeais* gonflement anxiete* anxieux angoisse* dolor* fiebre* mareo* vomito* cansancio picor hinchazon ansied*
    angustia* sangrado* febbre* tosse vertigini stanchezza gonfiore ansia ansios* affanno dores febre* tontura*
    cansaco coceira inchaco desconfort* pijn* *pijn koorts* hoest* kortadem* benauwd* duizel* misselijk* braken
    vermoeid* jeuk zelfmoord* zwelling objaw* dolegliw* bole bolu goraczk* kaszel dusznosc* zawrot* nudnosc* wymiot*
    biegunk* swedzen* samoboj* *smarta *vark feber* hosta* andnod yrsel illamaende krakning* trotthet* klada svullnad*
    angest angesten angestsyndrom* sjalvmord* smerte* *smerte *smerter andenod svimmel* kvalme* opkast* oppkast*
    traethed* tretthet* kloe haevelse* selvmord* pustebesv* oire* kipu* *kipu kuume* yska* hengenahd* huimaus*
    pahoinvoin* ripuli vasymys* kutina turvotus ahdist* itsemurh* priznak* bolest* horeck* horuck* kasel dusnost*
    zavrat* nevolnost* zvracen* prujem* unava svedeni uzkost* sebevra* samovra* tunet* fajdal* *fajdalom kohog*
    szedul* hanyinger* hasmenes* faradek* viszket* szorong* ongyilk* durere dureri febra tuse ameteal* greata
    varsatur* oboseala mancarim* anxiet* sinucid* belirti* semptom* agrisi agrilari oksuruk* ishal bulanti* kusma*
    yorgunluk* kasinti* anksiyete* kaygi* intihar* συμπτωμ* πονος πονοι *πονος πυρετ* βηχ* δυσπνο* ζαλη ναυτια εμετ*
    διαρροι* κοπωσ* αγχος στρες αυτοκτον* симптом* боль боли *боль кашел* одышк* головокруж* тошнот* рвот* понос
    усталост* зуд тревог* тревож* стресс* суицид* самоубий* біль 症状 痛み 頭痛 腹痛 腰痛 発熱 咳嗽 めまい 吐き気 嘔吐 下痢 倦怠感 不安 ストレス 自殺 疼痛
    发烧 发热 头痛 焦虑 自杀 증상 통증 발열 기침 두통 불안 스트레스 자살 gejala keluhan اعراض حمي سعال
  `,
};

/** Scales by which clinicians and patients measure what somebody suffers from, by their usual short names. */
const clinicalScales: SpecialTopic = {
  flag: 'health',
  type: 'symptom',
  words: `
    panss bprs hamd hdrs madrs ymrs phq mmse hads epds cesd qids ybocs psqi edss updrs nihss ecog karnofsky womac
    oswestry barthel apgar whodas whoqol eortc scl90 bdiii cssrs ciwa adas hama
  `,
  weak: `bdi bai gad moca cgi gaf pcl stai gds scl sofa gcs asrs mdq odi vas isi ess sans saps hamilton beck`,
};

const diagnoses: SpecialTopic = {
  flag: 'health',
  type: 'diagnosis',
  words: `
    diagno* etiolog* aetiolog* atiolog* diabet* hypertens* hiperten* iperten* hypertoni* asthma* astma* asma cancer* carcin* karzin* tumor*
    tumour* tumeur* leukem* leukaem* leucem* lymphom* linfom* melanom* metasta* infarct* infarkt* *infarkt infarto*
    cardiopat* cardiovasc* kardiovask* cardiomyo* arritm* arrhyt* arythm* fibrillat* fibrilac* angina* coronaropat*
    arthrit* artrit* arthros* artros* osteopor* fibromyal* fibromial* rheumat* reumat* migraen* migran* migrain*
    emicran* epilep* parkinson* alzheim* dement* demenc* demenz* depress* depresi* depresj* depresy* bipolar* schizo*
    esquizo* autis* adhd tdah anorex* bulimi* obes* adipos* anemi* anaem* *aemia hepatit* cirros* cirrhos* zirrhos*
    tubercul* tuberkul* pneumon* neumon* pneumopat* bronchit* bronquit* copd epoc bpco covid* sarscov* influenza*
    malaria dengue skleros* sclerosis esclerosis glaucom* glaukom* cataract* katarakt* psorias* eczem* ekzem*
    dermatit* allerg* alerg* alerj* gastrit* *gastritis colitis kolitis crohn nephrit* nefrit* nephropat* nefropat*
    neuropat* thyroid* tiroid* tireoid* thromb* trombos* embolie embolia embolism sepsis hiv aids vih syndrom*
    sindrom* comorbid* komorbid* nosocom* dyslip* dislip* hyperlip* hiperlip* glycem* glicem* *pathologie *ropathie
    *ropathy *ropatia *itida disease* *disease illness* sick sickness disorder disorders ailment* infection* infected
    stroke injury injuries fracture* krankheit* *krankheit erkrank* *erkrankung vorerkrank* krebs* *krebs
    schlaganfall* bluthochdruck* herzkrank* herzinsuff* herzinf* entzundung* *entzundung befund* komplikation*
    verletz* infektion* *infektion maladie* malade* antecedent* avc blessure* enfermed* padecim* dolenci* patolog*
    infecc* fractura* lesiones trastorn* complicac* ictus malatt* infezion* frattur* lesioni complicanz* doenca*
    fratur* lesoes transtorn* enfermid* ziekte* *ziekte aandoening* kanker* beroerte* infectie* stoornis* chorob*
    zachorow* schorzen* rozpoznan* nowotwor* zawal* udar* cukrzyc* nadcisn* powiklan* zakazen* infekcj* zlaman* uraz
    urazy zaburzen* miazdzyc* sjukdom* *sjukdom sjukskr* hjartsjuk* hjartinf* sygdom* *sygdom sygemeld* kraeft*
    hjertesyg* lidelse* sykdom* *sykdom sykmeld* kreft* hjertesyk* infeksjon* sairau* *sairaus *tauti syopa* vammat
    infektio* nemoc nemoci onemocn* ochoren* rakovin* cukrovk* mrtvice zlomenin* urazy komplikac* betegseg* *betegseg
    korkep* cukorbeteg* daganat* magasvernyom* szivbeteg* fertoz* serules* szovodmeny* boala bolile afectiun* infecti*
    tulburar* hastalik* hastaligi hastaliklar* *hastaligi teshis* kanser* enfeksiyon* kronik* νοσος νοσημα* νοσου
    ασθενει* παθησ* διαγνωσ* καρκιν* διαβητ* υπερτασ* αλλεργ* λοιμωξ* καταγμ* εμφραγμ* εγκεφαλικ* болезн* заболеван*
    диагноз* рак онкол* диабет* гипертон* гиперт* астм* аллерг* инфекц* инсульт* инфаркт* травм* осложнен* патолог*
    хвороб* захворюв* 病名 病気 疾患 診断 高血圧 糖尿病 喘息 アレルギー 感染 既往 持病 骨折 合併症 うつ病 がん 疾病 诊断 高血压 过敏 哮喘 病史 患病 질병 진단 당뇨 고혈압 알레르기 천식
    penyakit chronic* cronica cronicas cronico cronicos chronisch* kronisch* chroniqu* przewlekl* dyslex* dysleks* ckd
    caries karies 감염 병력 질환 مرض تشخيص سرطان
  `,
  weak: `
    complications complication disorder finding findings virus tani leiden seizure stage grade tnm histolog* recurrence
    relapse severity biopsy
  `,
};

const care: SpecialTopic = {
  flag: 'health',
  type: 'medical_service',
  words: `
    surger* surgical* therap* terapi* chirurg* hospitals hospitalis* hospitaliz* hospitalisation* rehabilit* dialys*
    dialis* transplant* chemother* chemoth* chimioth* chemioter* kemoter* quimioter* radiother* radioter* physiother*
    physioth* fysioter* fisioter* fizjoter* psychother* psykoter* psicoter* intubat* intubac* endoscop* endoskop*
    colonoscop* mammogra* mamografi* ultrasound* ecg ekg eeg xray rontgen* roentgen* triage* icu uti uci cesarean*
    caesarean* cesarea* kaiserschnitt* aftercare nachsorge* krankenhaus* spitalsauf* szpital* nemocnic* sykehus*
    sygehus* sjukhus* sairaal* korhaz* ospedal* ziekenhuis* hopital* hopitaux hastane* νοσοκομει* νοσηλ* χειρουργ*
    θεραπ* больниц* лечен* операци* госпитал* hospitaliz* cirurg* cirug* lekarsk* lekarz* leczen* lecb* lecen*
    vysetren* gyogykez* muayene* ameliyat* tedavi* operatiev* leikkau* poliklini* 手術 治療 入院 通院 手术 治疗 住院 수술 치료 입원
  `,
  weak: `
    treatment treatments treated operation operations procedure procedures behandl* tratament* tratamient* traitement*
    trattament* kezeles* organ organs donor donors donation biopsi* admission discharge referral
    intervention consultation consulta konsultac* klinik clinic hospital ambulan* ventilat*
    ward
  `,
};

const medicines: SpecialTopic = {
  flag: 'health',
  type: 'medication',
  words: `
    obat metformin* statin statins aspirin* medicat* medicam* medikam* medicine medicines medicijn* geneesmid* medisin*
    laakit* laakkee* leki lekow leku lieky
    liek gyogyszer* ilac ilaclar* ilaci farmaco farmaci farmacos farmaka pharmaka pharmacotherap* φαρμακ* лекарств*
    препарат* insulin* antibiot* painkill* antidepress* steroid* corticoid* posolog* dosage* prescrib* prescription*
    verschreib* antivir* lakemedel* laegemid* legemid* läkemedel 服薬 投薬 薬剤 处方 药物 약물 복용
  `,
  weak: `drug drugs dose doses dosis dosi dawka davka medicinal pill pills tablets remedy`,
};

const habits: readonly SpecialTopic[] = [
  {
    flag: 'health',
    type: 'vaccination',
    words: `
      vaccin* vakcin* vaksin* impf* *impfung vacina* vacuna* szczepi* szczepion* ockov* rokot* asilan* asilama* asisi
      oltas* oltott εμβολι* вакцин* привив* ワクチン 接種 疫苗 接种 백신 접종 immuniz* immunis*
    `,
  },
  {
    flag: 'health',
    type: 'pregnancy',
    words: `
      hamil kehamilan birthweight fertil* trimester pregnan* schwanger* gestac* gestat* gestant* gestazion* embaraz*
      gravid* grossess* enceinte* incinta zwanger*
      ciaza ciazy ciazow* tehot* raskau* raskaan* gebelik* gebe hamile* terhes* sarcin* sarcinii εγκυ* κυησ* беремен*
      вагітн* 妊娠 怀孕 임신 obstetr* prenatal* antenatal* miscarr* menstru* menopaus* infertil* ivf breastfeed* 生理
      abortion* abortus poronien* mens menses menstr* miesiaczk* kuukautis* regl* mestruaz* 月经 월경 месячн* менструац*
    `,
  },
  {
    flag: 'health',
    type: 'smoking_status',
    words: `
      smoker* smoking smokes smoked cigar* zigar* sigar* raucher* rauchen raucht rauchstatus tabac* tabag* tabaq*
      smoke merokok perokok rokok tobacc* tabak* nicotin* nikotin* vaping vape fumador* fumar fuma fumeur* fumez
      fumeuse* fumator* fumat fumante*
      fumatori fumo roken roker rokers rookt rookged* palenie palacz* pali papieros* kouren* kurak* kourite fajc*
      royke* royker ryger* rygning* rokning* roker rokare tupak* tupako* dohanyz* καπνιζ* καπνισ* курен* курит*
      куриль* 喫煙 たばこ タバコ 吸烟 抽烟 흡연
    `,
  },
  {
    flag: 'health',
    type: 'alcohol_use',
    words: `alcohol* alkohol* alcol* alcool* alkol* αλκοολ* алкогол* 飲酒 饮酒 喝酒 음주 binge drinker* nyami`,
  },
  {
    flag: 'health',
    type: 'substance_use',
    words: `
      drogas drogue* drogen* drogenk* droger estupefac* stupefac* stupefiant* narcotic* narkot* cannabis* marihuan*
      marijuan* cocain* kokain* heroin* opioid* opiace* psychoact* psicoact* addict* adiccion* suchtm* drogad* huume*
      наркот* ναρκωτ* uyustur* verslav* uzalezn* zavislost*
    `,
  },
  {
    flag: 'health',
    type: 'health_status',
    words: `
      kesehatan zdravlje zdravlja mentalhealth health* unhealth* gesundheit* sante salud saude salute gezondheid*
      zdrow* zdravi zdravotn* zdravie zdravstv*
      halsa halso* sundhed* helse* tervey* saglik* sagligi egeszseg* sanatat* υγεια* υγειας здоров* 健康 体調 건강 wellbeing
      wohlbefind* welzijn benessere bienestar hyvinvoin* psychiatr* psiquiatr* psichiatr* psykisk* psychick*
      psychiczn* psychisch* ruhsal* ψυχικ* психич* 病歴 صحه eyesight visus sehvermog* 視力 시력 视力 hearingloss 聴力 聽力 청력
    `,
    weak: `mental psychological psycholog* psicolog* psikoloj* physical`,
  },
  {
    flag: 'health',
    type: 'disability',
    words: `
      disabilitas disab* behinder* *behinderung schwerbehind* handicap* discapac* disabil* deficien* minusval*
      invalidit* inwalid*
      niepelnospr* funktionsneds* funktionsvar* funksjonsneds* vammais* postizen* postihnut* engelli* engellilik
      fogyatek* dizabil* αναπηρ* инвалид* 障害 障がい 残疾 장애 wheelchair* rollstuhl* gehandicap* uforhet uforegrad invaliden*
      pflegegrad* impairment* 介護
    `,
  },
  {
    flag: 'health',
    type: 'health_behavior',
    words: `
      diet diets dieta dietas dietary diat ernahr* nutrit* nutric* nutriz* alimentaz* alimentac* alimentaires
      sedentar* calorie* calorias kalori* sugary azucar* azucarad* sleep sleeping slept schlaf schlafd* schlafst*
      schlafq* schlafpr* schlafgew* *schlaf sommeil sonno dormir slaap slaapt slaapu* slaapkwal* slaappr* slaapged*
      spanek sovn* somn sueno unitunt* uyku* υπνο* сон 睡眠 運動習慣 수면 运动 vegetar* vegan* grasas fastfood binge
    `,
    weak: `exercis* ejercicio* workout* walking fruit vegetables sport sports activity water steps hygiene`,
  },
  {
    flag: 'health',
    type: 'lab_value',
    words: `
      blood* blut* *blut bloed* blod* sangre sangue sanguin* krev krevni krwi krew αιμα* αιματ* кров* 血圧 血糖 血液 血型 혈압
      혈당 혈액 glyc* colester* cholester* kolester* hemoglob* haemoglob* hamoglob* hemogl* creatin* kreatin* triglyc*
      triglic* urine* urina urin hormon* serum bilirub* albumin* platelet* trombocyt* thrombocyt* leuko* leukocyt*
      glucos* glucemi* glukos* hba troponin* ferritin* potassium sodium lymphocyt* eritrocit* erythrocyt* vernyom*
      tansiyon*
    `,
    weak: `puls pulse pulso polso tep tetno heart heartrate temperature cardiac saturation saturac* satur* plasma
      oxygen lactate crp psa gcs nyha apache charlson kalium natrium natrij* kalij* sodio potasio potassio sodik*
      calcium kalcij* magnez* magnesium urea ureja ureum mocznik ck ckmb ldh ggt ast alt alp got gpt inr aptt bun gfr egfr
      tsh hdl ldl vldl wbc rbc hgb hct mcv mch mchc rdw plt neutrophil* neutrofil* lymph* limfocit* monocyt* monocit*
      eosinophil* eozinofil* basophil* esr sed dimer procalcitonin prokalcit* fibrinogen* spo fio pao paco ph`,
  },
];

/** Parts of the body: what is written under one of them in a table of patients is what ails it. */
const bodyParts: SpecialTopic = {
  flag: 'health',
  type: 'symptom',
  words: '',
  weak: `
    throat garganta gorge hals keel gardlo krk kurkku bogaz λαιμος горло head kopf cabeza cabeca tete testa hlava
    glowa hoofd huvud hoved chest brust pecho peito poitrine torace petto hrud knee knie genou rodilla ginocchio
    joelho kolano koleno stomach magen estomago estomac stomaco zoladek zaludek lung lungs lunge pulmon* poumon*
    polmon* pluca plice liver leber higado foie fegato figado watroba jatra kidney niere rinon nerki ledviny herz
    corazon coeur cuore coracao serce srdce skin haut piel peau pelle pele skora kuze eye auge ojo oeil occhio olho
    oko ear ohr oreja oreille orecchio ucho tooth zahn diente dent zab zub back shoulder schulter hombro epaule spalla
    ombro bark rameno hip hufte cadera hanche anca biodro kycel spine ruecken
  `,
};

export const healthTopics: readonly SpecialTopic[] = [
  symptoms,
  clinicalScales,
  diagnoses,
  care,
  medicines,
  ...habits,
  bodyParts,
];
