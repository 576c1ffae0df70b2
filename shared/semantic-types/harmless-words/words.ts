import type { HarmlessTopic } from './harmless-topic.ts';

/*
 * Folded words for what is no fact of a person: tastes and wishes, what somebody bought or used, things, and what
 * instruments measure. `word`, `beginning*` and `*ending`, in the languages that headers are read in.
 */

export const harmlessTopics: readonly HarmlessTopic[] = [
  {
    kind: 'taste',
    words: `
      wish wishes wished choice choices chosen taste tastes tasting flavour* flavor* favourite* favorite* liking likes
      preferred prefers satisf* enjoy* enjoyment fun dislike* sweetness sourness bitterness spiciness aroma texture
      wunsch* *wunsch erstwunsch zweitwunsch drittwunsch gewunscht* wahl auswahl geschmack* lieblings* zufrieden* spass
      gefallen voeu voeux souhait* choix gout gouts saveur* prefere* aime satisfaction plaisir deseo* eleccion gusto
      gustos sabor* prefer* agrado disfrut* desideri* scelt* gusti sapor* gradi* preferi* piac* escolha* desej* gosto
      gostos agrada* wens wensen keuze* smaak* voorkeur* tevreden* plezier zyczeni* wybor wybrany wybrana smak* ulubion*
      zadowol* prani vyber volba chut* spokojen* oblib* zelanie zelan* spokojn* oblub* zelja zelje izbor odabir okus*
      ukus* zadovolj* omiljen* najljub* izbira zelen* kivansag* valasztas* valasztott iz izek kedvenc* elegedett*
      tetszes* dorint* alegere alegeri preferin* gustul multumi* onskemal onskan onske* valgt favorit* smag* nojd*
      tilfreds* fornojd* gladje toive* valinta valittu maku makua mielui* tyytyv* suosikki* istek* tercih* secim tat tadi
      lezzet* begeni* begen* memnun* sevdig* επιθυμ* επιλογ* γευσ* προτιμ* ικανοποι* αγαπημεν* желан* пожелан* выбор*
      вкус* предпоч* удовлетвор* любим* нравит* бажан* вибір* смак* уподоб* задоволен* улюблен* preferencia* kesukaan
      pilihan selera rasa kepuasan mong lua huong 希望 志望 選択 味 甘味 酸味 好み 好き 満足 楽し 愿望 志愿 选择 口味 偏好 喜好
      喜欢 满意 희망 선택 맛 단맛 신맛 취향 선호 만족 재미
    `,
  },
  {
    kind: 'bought',
    words: `
      bought buys purchas* ordered basket cart checkout redeem* coupon* voucher* spending
      gekauft* kaufte kauft bestellt* einkauf* warenkorb* gutschein* achat* achete* commande* panier* coupons
      compra* compro compras comprado* pedido* carrito* cupon* acquist* comprat* carrello buono encomend* carrinho*
      aankoop* gekocht* besteld* winkelwagen* kupi* kupion* kupno zakup* zamow* nabyt* koszyk* koupi* koupen* nakup*
      objednan* kosik* kupil* kupen* zakoup* kupnj* kupov* narudzb* naruceno kupljen* nakupov* vasarolt* vasarlas*
      megvett* rendelt* rendeles* kosar cumpar* achizit* comandat* kopt* kop inkop* bestallt* bestallning* kobt* kjopt*
      indkob* bestilt* kurv ostettu ostot ostanut ostokset ostos* tilattu tilaus* satin siparis* alisveris* sepet*
      αγορα* παραγγελ* καλαθ* покуп* куплен* купил* заказан* корзин* купован* придба* замовл* кошик* pokupk* zakazan*
      pembelian dibeli membeli pesanan keranjang 购买 購買 购物 下单 下單 購入 買った 注文 구매 구입 주문 장바구니
    `,
  },
  {
    kind: 'used',
    words: `
      clicked clicks opened visited subscribed unsubscribed downloaded downloads viewed watched listened logged redeemed
      renewed cancelled canceled returned delivered shipped responded replied contacted emailed notified registered
      followed shared installed uninstalled booked reserved
      geklickt geoffnet besucht abonniert heruntergeladen angesehen zuruckgegeben geliefert versendet kontaktiert
      angemeldet abgemeldet gekundigt reserviert gebucht clique ouvert visite abonne telecharge regarde retourne livre
      expedie contacte inscrit reserve visito abierto suscrito descargado visto devuelto entregado enviado contactado
      registrado reservado visitato aperto iscritto scaricato consegnato spedito contattato registrato prenotato visitou
      clicou abriu inscrito baixado entregue contatado bezocht geopend geabonneerd geleverd verzonden gecontacteerd
      geregistreerd gereserveerd odwiedz* klikn* otwart* subskryb* zasubskryb* pobran* dostarcz* wyslan* wysyl*
      skontaktow* zarejestr* zarezerw* anulowan* navstiv* otevr* stazen* dorucen* odeslan* kontaktovan* registrovan*
      rezervovan* zrusen* posjecen* otvoren* preuzet* dostavlj* poslan* kontaktiran* registriran* rezerviran* letoltott*
      megnyit* latogat* feliratk* kiszallit* elkuldott* vizitat* deschis* abonat* descarcat* livrat* expediat* contactat*
      besokt oppnat prenumer* levererat skickat kontaktad registrerad bokad besogt abnet abonner* leveret sendt kontaktet
      registreret booket vieraillut avattu tilannut ladattu toimitettu lahetetty rekisteroity varattu ziyaret* tiklad*
      acildi abone* indirdi gonderildi kayitli rezerv* επισκεφ* κλικ αποστολ* παραδο* εγγεγραμ* κρατησ* посетил* открыт*
      подписан* скачан* доставл* отправл* отримано зареєстр* зарегистр* заброниров* dikunjungi dibuka dikirim terdaftar
      已读 已发送 发货 發貨 送达 点击 點擊 浏览 访问次数 下载 利用回数 閲覧 クリック 配信 発送 来店 방문 클릭 열람 발송 배송 다운로드
    `,
  },
  {
    kind: 'thing',
    words: `
      product products goods drink drinks beverage* dish dishes snack* dessert* pizza burger coffee tea beer
      wine fruit fruits vegetable* ingredient* recipe song songs music artist movie movies film films series game
      games gaming book books magazine* software smartphone* laptop* computer* tablet* gadget* excel app apps website*
      network facebook instagram youtube tiktok twitter netflix spotify brand brands material materials
      package* parcel* courier* machine* sensor* sheet sheets folio folios volume volumes document* archive* chapter*
      random randomized keyword* theme themes topic topics slot slots seat seats booth workshop* lecture* session*
      produkt* ware waren artikel getrank* gericht gerichte lied lieder musik* filme spiel spiele buch bucher rechner
      marke marken paket* maschine* blatt bandnummer seite seiten archiv* kapitel thema zufall*
      kurs kurse *kurs *kurse produit* article* boisson* plat plats repas chanson* musique jeu jeux
      livres ordinateur* marque* colis machine feuille* page pages tome tomes archives chapitre*
      aleatoire producto* articulo* bebida* plato platos cancion* musica pelicula* juego* libro* ordenador* celular
      marca* paquete* maquina* hoja hojas pagina* tomo tomos archivo* capitulo* tema temas aleatori*
      redes redesoc prodott* bevand* piatto piatti canzon* giochi gioco libri pacco foglio fogli pagine
      produto* artigo* prato pratos musicas filme* jogo jogos livro livros computador* pacote* folha* capitulo
      product* drank dranken gerecht* liedje* muziek spel spellen boek boeken boekdeel merk merken pakket* blad
      bladen bladzijde* deel delen hoofdstuk* onderwerp* towar* napoj* napoje danie dania piosenk* muzyk* gra gry ksiazk*
      komputer* mark* paczk* kurier* maszyn* strona tom tomy rozdzial* temat tematy losow* vyrobek vyrobk* napoj
      jidlo jidla pisnick* hudba hry hra kniha knihy pocitac* znack* balik* stroj stranka svazek temata
      nahodn* tovar* jedlo jedla piesen* proizvod* artikl* pice pica jelo jela pjesm* glazb* muzik* igra igre
      knjig* racunal* robna paket stranica svezak slucajn* izdelek izdelk* pijac* jed jedi pesem pesmi
      knjiga stran termek* ital italok etel etelek dal dalok zene jatek* konyv* szamitogep*
      csomag* oldal kotet fejezet veletlen* produs* bautur* mancar* melodi* muzica joc jocuri carte carti calculator*
      pachet* pagina volum subiect* aleator* vara varor dryck* ratt ratter lat latar musik bok bocker dator*
      sida sidor volym amne amnen slump* vare varer drik drikke ret retter sang sange spil bog boger
      maerke side bind emne emner drikkevare* sanger spill boker merke tuote tuotteet juoma*
      ruoka ruoat laulu* musiikki peli pelit kirja* tietokone* merkki paketti sivu sivut aihe satunn* urun*
      icecek* yemek sarki* muzik oyun* kitap* bilgisayar* marka sayfa cilt konu* rastgele προιον* ποτο ποτα
      πιατο φαγητο τραγουδ* μουσικ* ταινι* παιχνιδ* βιβλι* υπολογιστ* μαρκα δεμα σελιδ* τομοσ θεμα τυχαι* товар*
      продукт* напит* блюд* песн* музык* фильм* игра игры книг* компьютер* марка бренд* посылк* страниц* том тома
      тема темы случайн* страв* пісн* музик* фільм* гра ігри комп* посилк* сторінк* випадков* produk barang
      minuman makanan lagu permainan buku komputer merek halaman acak 商品 产品 產品 货品 饮料 菜品 歌曲
      音乐 電影 电影 游戏 遊戲 书籍 图书 电脑 品牌 快递 包裹 页码 卷号 主题 随机 乱数 製品 飲料 料理 曲名 映画 ゲーム 書籍 本の
      テーマ 原料 材料 제품 상품 음료 음식 노래 음악 영화 게임 도서 컴퓨터 브랜드 택배 페이지 주제 난수 재료 원료 도구 보상 디자인 콘텐츠
    `,
  },
  {
    kind: 'measured',
    words: `
      voltage volt volts ampere* amps wattage humidity precipitation rainfall wind windspeed solar irradiance battery
      signal rssi accelerometer gyroscope magnetometer torque rpm vibration noise spannung stromstarke feuchte* luftfeuch*
      niederschlag* windgeschw* luftdruck tension humidite precipitation* vent bateria batterie voltaje humedad
      precipitaci* lluvia viento tensione umidita pioggia vento umidade chuva luchtvocht* neerslag spanning napiecie
      wilgotn* opad* wiatr napeti vlhkost* srazk* vitr napon vlazn* padalin* vjetar feszultseg paratart* csapadek szel
      tensiune umiditate precipitatii vant luftfuktig* nederbord vind fugtighed nedbor fuktighet jannite kosteus
      sademaara tuuli gerilim nem yagis ruzgar ταση υγρασια βροχη ανεμοσ напряжен* влажност* осадк* ветер напруг* вологіст*
      опади kelembaban curah angin 电压 電壓 電圧 湿度 降水 降水量 风速 風速 気圧 전압 습도 강수 풍속
    `,
  },
];
