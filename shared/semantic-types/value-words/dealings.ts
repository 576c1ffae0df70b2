import { fold } from '#shared/domain/fold.ts';

/*
 * What shops, mailing lists, help desks and calendars write in languages beside the seven that types know by
 * themselves: whole values, folded, parted by commas.
 */

const setOf = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .split(',')
      .map((word) => fold(word.trim()))
      .filter(Boolean),
  );

/** Where an order stands. */
export const orderWords = setOf(`
  wysłane, wysłano, dostarczone, dostarczono, anulowane, anulowano, zwrócone, opłacone, nieopłacone, zrealizowane, w realizacji,
  skickad, levererad, avbeställd, avbruten, returnerad, betald, obetald, under behandling, sendt, afsendt, leveret, annulleret,
  afbestilt, returneret, betalt, ubetalt, levert, kansellert, avbestilt, returnert, sendt ut, lähetetty, toimitettu, peruttu,
  peruutettu, palautettu, maksettu, maksamatta, käsittelyssä, odeslano, doručeno, stornováno, zrušeno, vráceno, zaplaceno,
  nezaplaceno, vyřízeno, odoslané, doručené, stornované, zrušené, vrátené, zaplatené, vybavené, kargolandı, kargoda, teslim edildi,
  iptal edildi, iptal, iade edildi, iade, ödendi, ödenmedi, hazırlanıyor, tamamlandı, απεσταλη, παραδοθηκε, ακυρωθηκε, επιστραφηκε,
  εξοφληθηκε, ολοκληρωθηκε, kiszállítva, kézbesítve, törölve, visszaküldve, fizetve, teljesítve, feldolgozás alatt, livrat,
  livrată, expediat, anulat, anulată, returnat, plătit, neplătit, finalizată, finalizat, poslano, isporučeno, otkazano, vraćeno,
  plaćeno, neplaćeno, dostavljeno, dobavljeno, preklicano, plačano, отправлен, отправлено, доставлен, доставлено, отменен, отменён,
  отменено, возврат, возвращен, оплачен, оплачено, не оплачен, выполнен, выполнено, в обработке, відправлено, доставлено, скасовано,
  повернено, оплачено, виконано, в обробці, 已发货, 已送达, 已取消, 已退货, 已退款, 已付款, 未付款, 已完成, 待发货, 待付款, 已签收, 运输中, 已關閉, 已出貨, 已付款,
  発送済み, 発送済, 配達済み, 配送中, キャンセル, 返品, 返金済み, 支払済み, 入金済み, 未払い, 出荷済み, 完了, 배송완료, 배송중, 취소, 취소완료, 반품, 반품완료, 환불, 환불완료,
  결제완료, 주문완료, 출고완료, 결제대기, 구매확정, dikirim, terkirim, dibatalkan, dikembalikan, dibayar, lunas, belum lunas, belum dibayar,
  diproses, selesai, đã giao, đang giao, đã hủy, đã huỷ, trả hàng, hoàn tiền, đã thanh toán, chưa thanh toán, hoàn thành, đang xử lý,
  chờ xác nhận, giao thành công
`);

/** How something is paid. */
export const paymentWords = setOf(`
  gotówka, karta, karta kredytowa, karta płatnicza, przelew, przelew bankowy, blik, za pobraniem, pobranie, kontant, kontanter, kort,
  kreditkort, betalkort, faktura, swish, autogiro, banköverföring, efterkrav, dankort, mobilepay, bankoverførsel, betalingskort,
  vipps, bankkort, käteinen, kortti, luottokortti, pankkikortti, lasku, verkkopankki, tilisiirto, hotovost, hotově, kartou,
  platební karta, převodem, bankovní převod, bankovním převodem, dobírka, hotovosť, kartou online, prevodom, bankový prevod,
  dobierka, nakit, kredi kartı, banka kartı, havale, eft, havale/eft, kapıda ödeme, çek, taksit, μετρητα, καρτα, πιστωτικη καρτα,
  χρεωστικη καρτα, τραπεζικη καταθεση, αντικαταβολη, készpénz, bankkártya, kártya, átutalás, utánvét, hitelkártya, numerar, cash,
  card bancar, transfer bancar, ramburs, ordin de plată, gotovina, kartica, kreditna kartica, virman, uplatnica, pouzeće,
  наличные, наличными, картой, карта, банковская карта, банковской картой, безналичный расчет, безналичный, перевод, сбп, наложенный платеж,
  готівка, готівкою, карткою, картка, безготівковий, накладений платіж, 现金, 支付宝, 微信, 微信支付, 银行卡, 信用卡, 转账, 花呗, 货到付款, 銀聯, 刷卡, 現金,
  クレジットカード, クレジット, 銀行振込, 代金引換, 代引き, 口座振替, コンビニ払い, コンビニ決済, 電子マネー, 電子決済, 振込, 현금, 카드, 신용카드, 체크카드, 계좌이체, 무통장입금,
  카카오페이, 네이버페이, 휴대폰결제, 토스페이, tunai, kartu kredit, kartu debit, transfer, transfer bank, gopay, ovo, dana, qris, kredit,
  e-wallet, cicilan, tiền mặt, chuyển khoản, thẻ, thẻ tín dụng, momo, thẻ atm, zalopay, vnpay, ship cod
`);

/** Where a request stands. */
export const ticketWords = setOf(`
  otwarte, otwarty, zamknięte, zamknięty, w toku, rozwiązane, rozwiązany, nowe, nowy, oczekujące, öppen, stängd, pågående, löst, ny,
  väntande, åben, lukket, igangværende, løst, åpen, lukket, pågående, avoin, suljettu, kesken, ratkaistu, uusi, odottaa, otevřeno,
  otevřený, uzavřeno, uzavřený, vyřešeno, v řešení, nový, čeká, otvorené, uzavreté, vyriešené, v riešení, açık, kapalı, kapandı,
  çözüldü, beklemede, devam ediyor, yeni, ανοιχτο, κλειστο, σε εξελιξη, επιλυθηκε, νεο, nyitott, lezárt, lezárva, folyamatban, megoldva,
  új, deschis, închis, în curs, rezolvat, nou, otvoreno, zatvoreno, riješeno, u tijeku, novo, rešeno, zaprto, odprto, открыт, открыта,
  закрыт, закрыта, в работе, решен, решена, новая, новый, ожидает, на рассмотрении, відкрита, закрита, в роботі, вирішено, нова,
  未处理, 处理中, 已处理, 已解决, 待处理, 已关闭, 新建, 未対応, 対応中, 対応済み, 対応済, 解決済み, 保留, 新規, クローズ, 접수, 처리중, 처리완료, 완료, 대기, 보류, 미처리, 해결,
  baru, dibuka, ditutup, proses, dalam proses, menunggu, selesai ditangani, mới, đang xử lý yêu cầu, đã đóng, đã xử lý, chờ xử lý
`);

/** Months and days of the week. */
export const calendarWords = setOf(`
  styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień, poniedziałek, wtorek,
  środa, czwartek, piątek, sobota, niedziela, mars, juni, juli, augusti, måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag,
  marts, mandag, tirsdag, lørdag, søndag, desember, tammikuu, helmikuu, maaliskuu, huhtikuu, toukokuu, kesäkuu, heinäkuu, elokuu,
  syyskuu, lokakuu, marraskuu, joulukuu, maanantai, tiistai, keskiviikko, torstai, perjantai, lauantai, sunnuntai, leden, únor, březen,
  duben, květen, červen, červenec, srpen, září, říjen, prosinec, pondělí, úterý, středa, čtvrtek, pátek, neděle, január, február, marec,
  apríl, máj, jún, júl, október, pondelok, utorok, streda, štvrtok, piatok, nedeľa, ocak, şubat, nisan, mayıs, haziran, temmuz, ağustos,
  eylül, ekim, kasım, aralık, pazartesi, salı, çarşamba, perşembe, cuma, cumartesi, pazar, ιανουαριος, φεβρουαριος, μαρτιος, απριλιος,
  μαιος, ιουνιος, ιουλιος, αυγουστος, σεπτεμβριος, οκτωβριος, νοεμβριος, δεκεμβριος, δευτερα, τριτη, τεταρτη, πεμπτη, παρασκευη,
  σαββατο, κυριακη, január, március, április, május, június, július, augusztus, szeptember, hétfő, kedd, szerda, csütörtök, péntek,
  szombat, vasárnap, ianuarie, februarie, martie, aprilie, iunie, iulie, septembrie, octombrie, noiembrie, decembrie, luni, marți,
  miercuri, joi, vineri, sâmbătă, duminică, siječanj, veljača, ožujak, travanj, svibanj, lipanj, srpanj, kolovoz, rujan, studeni,
  ponedjeljak, srijeda, četvrtak, petak, subota, nedjelja, ponedeljek, torek, četrtek, nedelja, ponedeljak, январь, февраль, март,
  апрель, май, июнь, июль, август, сентябрь, октябрь, ноябрь, декабрь, понедельник, вторник, среда, четверг, пятница, суббота,
  воскресенье, січень, лютий, березень, квітень, травень, червень, липень, серпень, вересень, жовтень, листопад, грудень, понеділок,
  вівторок, середа, четвер, п'ятниця, неділя, 星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日, 周一, 周二, 周三, 周四, 周五, 周六, 周日, 一月, 二月, 三月, 四月, 五月, 六月,
  七月, 八月, 九月, 十月, 十一月, 十二月, 月, 火, 水, 木, 金, 土, 日, 月曜日, 火曜日, 水曜日, 木曜日, 金曜日, 土曜日, 日曜日, 1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月,
  11月, 12月, 월요일, 화요일, 수요일, 목요일, 금요일, 토요일, 일요일, 1월, 2월, 3월, 4월, 5월, 6월, 7월, 8월, 9월, 10월, 11월, 12월, januari, februari, maret, mei, agustus,
  oktober, november, desember, senin, selasa, rabu, kamis, jumat, jum'at, sabtu, minggu, thứ hai, thứ ba, thứ tư, thứ năm, thứ sáu,
  thứ bảy, chủ nhật, tháng 1, tháng 2, tháng 3, tháng 4, tháng 5, tháng 6, tháng 7, tháng 8, tháng 9, tháng 10, tháng 11, tháng 12
`);

/** Which lists somebody is on. */
export const subscriptionWords = setOf(`
  subskrybent, zapisany, wypisany, prenumererar, avregistrerad, tilmeldt, afmeldt, påmeldt, avmeldt, tilaaja, peruutettu tilaus,
  odebírá, odhlášen, přihlášen, odhlásený, prihlásený, abone, abonelikten çıktı, εγγεγραμμενος, διαγραφη, feliratkozott, leiratkozott,
  abonat, dezabonat, pretplaćen, odjavljen, подписан, отписан, підписаний, відписаний, 已订阅, 已退订, 未订阅, 登録済み, 解除, 구독, 구독중, 구독취소,
  수신동의, 수신거부, berlangganan, tidak berlangganan, đã đăng ký, hủy đăng ký
`);

/** How long a contract runs, or how often it is paid. */
export const termWords = setOf(`
  miesięcznie, miesięczny, rocznie, roczny, kwartalnie, kwartalny, jednorazowo, månadsvis, årsvis, kvartalsvis, engångs, månedlig,
  årlig, kvartalsvis, halvårlig, kuukausittain, vuosittain, neljännesvuosittain, kertamaksu, měsíčně, měsíční, ročně, roční,
  čtvrtletně, jednorázově, mesačne, mesačný, ročne, ročný, štvrťročne, aylık, yıllık, üç aylık, altı aylık, haftalık, μηνιαια, ετησια,
  τριμηνιαια, εξαμηνιαια, havi, éves, negyedéves, féléves, lunar, trimestrial, semestrial, mjesečno, mjesečni, godišnje, godišnji,
  tromjesečno, mesečno, letno, ежемесячно, ежегодно, ежеквартально, месячный, годовой, щомісяця, щомісячно, щорічно, щоквартально, 月付,
  年付, 季付, 月卡, 年卡, 季卡, 包月, 包年, 月払い, 年払い, 一括払い, 月額, 年額, 월납, 연납, 월간, 연간, 일시납, 분기납, bulanan, tahunan, triwulan, mingguan,
  hàng tháng, hàng năm, hàng quý, theo tháng, theo năm
`);
