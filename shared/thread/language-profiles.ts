interface LanguageProfile {
  /** Little words that nearly every message has, and those that customers open and close with. */
  readonly words: string
  /** Letters that this language has and its neighbours here lack. */
  readonly letters?: RegExp
  readonly endings?: RegExp
}

/** What gives a language away in a short message; small on purpose, as it travels with the turn's bundle. */
export const PROFILES: Readonly<Record<string, LanguageProfile>> = {
  en: {
    words:
      'the a an and or but is are was were am be been i you he she it we they my your his her our their this that these those to of in on at for with from by about not no yes do does did don dont didn have has had can could will would should may want need what when where why how who which there here please thanks thank hello hi hey order help me get any some still just been if so as out up im ive its isn doesn can cant won return refund account human person agent talk speak someone charged delivery parcel payment cancel subscription lamp broken twice card love like know make again very good morning back today all more now feel too never was start stop help update great really forgot password reply yet wrong colour color change address shipping returns invoice instalments gift',
    endings: /(?:ing|ould|ight|ness|ed|['’](?:m|s|t|re|ve|ll|d))$/,
  },
  de: {
    words:
      'der die das den dem des ein eine einen einem einer und oder aber ist sind war waren bin bist hat habe haben hatte ich du er sie es wir ihr mich mir dich dir uns mein meine meinen meinem meiner ihre ihren nicht kein keine ja nein zu zum zur in im auf an für mit von vom aus bei nach über unter wie was wann wo warum wer welche wird werden wurde kann können könnte möchte will soll bitte danke hallo guten tag noch schon sehr auch nur mal doch wenn dass ob mehr immer wieder bestellung paket lieferung rechnung geld konto kündigen hilfe mitarbeiter mensch sprechen lampe kaputt neu neue neues nichts dieser diese dieses diesem diesen alle alles einfach beenden gestern heute morgen starten zurück kannst ganz jetzt hier da passwort vergessen falsch falsche farbe geliefert gutschein einlösen echten menschen adresse ändern stornieren versand rückgabe erstattung bezahlen abgebucht',
    letters: /ß|ä|ü(?!l|n[iı]v)/,
    endings: /(?:ung|ungen|lich|keit|heit|isch|schen|cht|tzt)$/,
  },
  es: {
    words:
      'el la los las un una unos unas y o pero es son está están estoy fue era soy ha he han hay yo tú él ella nosotros ellos mi mis tu tus su sus me te se le lo nos no sí que qué como cómo cuando cuándo donde dónde por porque para con sin de del al en a más muy ya todavía también este esta esto ese esa eso quiero puedo puede necesito tengo tiene hola gracias buenos buenas días tardes favor pedido ayuda cuenta cuánto quién cobrado dinero paquete hablar persona cancelar suscripción lámpara veces dos alguien nos ser sé si nada nunca mucho buen algo ahora sea dejar volver servicio siento ni les éste cualquier sólo solo eres usted ustedes tan muchas muchos donde otra otro desde hasta entre bien hacer gente dinero contraseña envío envíos entregan tarda tardan cambiar dirección cargo cargos reconozco voy vamos devolver devolución factura póngame pónganme rota roto tarjeta regalo pagar',
    letters: /[ñ¿¡]/,
    endings: /(?:ción|ciones|dad|iendo|ando|ado|ados|illo|illa|amos|emos|imos|arlo|erlo|irlo|arme|erme)$/,
  },
  fr: {
    words:
      'le la les un une des du de d l et ou mais est sont suis était étaient es êtes a ai as avons avez ont je tu il elle nous vous ils elles on mon ma mes ton ta tes son sa ses votre vos notre nos leur ce cette ces ça c qu que qui quoi quel quelle comment quand où pourquoi ne pas plus n j m s t y en au aux à dans sur pour par avec sans oui non si très bien déjà encore toujours aussi veux voudrais peux puis pouvez faire fait bonjour bonsoir merci salut svp commande colis compte aide facture livraison parler quelqu résilier abonnement conseiller fois lampe cassée mot passe oublié retourner retour mauvaise mauvais couleur carte cadeau adresse changer remboursement délai humain',
    letters: /œ|ê|ù|û|^où$/,
    endings: /(?:tion|ment|eux|euse|aux|ais|ait|ez|ée|ées|eur|ique)$/,
  },
  pt: {
    words:
      'o a os as um uma uns umas e ou mas é são está estão estou foi era sou tem tenho têm há eu tu ele ela nós eles você vocês meu minha meus minhas seu sua seus suas me te se lhe não sim que como quando onde por porque para com sem de do da dos das no na nos nas em ao à aos pelo pela mais muito já ainda também este esta isto esse essa isso quero posso pode preciso olá oi obrigado obrigada bom boa dia tarde noite favor pedido encomenda ajuda conta quanto quem qual cobrado cobrada dinheiro falar pessoa alguém cancelar assinatura duas vezes chegou lâmpada nós isto nada nunca tudo bem fazer agora até entre ser vou vamos demora demoram entrega entregam entregue prazo custa envio mudar morada endereço cor errada errado senha fatura devolver devolução reembolso candeeiro processar',
    letters: /[ãõ]|lh|nh/,
    endings: /(?:ção|ções|dade|ndo|ado|ada|inho|inha|agem)$/,
  },
  it: {
    words:
      'il lo la i gli le un uno una e ed o ma è sono sei era ho ha hai abbiamo avete hanno io tu lui lei noi voi loro mio mia miei mie tuo tua suo sua nostro vostro mi ti si ci vi ne non sì no che chi cosa come quando dove perché quale quanto di del della dei delle dello degli a al alla ai alle da dal dalla in nel nella con su sul sulla per più molto già ancora anche questo questa quello quella voglio vorrei posso può puoi devo ciao salve buongiorno buonasera grazie prego favore ordine pacco aiuto conto fattura spedizione arrivato parlare persona qualcuno operatore annullare abbonamento volte lampada rotta due stato cambiare indirizzo colore sbagliato sbagliata regalo spedite consegna reso rimborso pagare costa dimenticato rate',
    letters: /ì|ò/,
    endings: /(?:zione|zioni|ità|mente|ato|ata|ati|ete|are|ere|ire|etto|ello)$/,
  },
  nl: {
    words:
      'de het een en of maar is zijn was waren ben bent heb hebt heeft hebben had ik jij je u hij zij ze wij we jullie mij me mijn jouw uw ons onze hun niet geen ja nee te naar in op aan voor met van uit bij over door om als wat wanneer waar waarom hoe wie welke dit dat deze die er hier daar kan kunnen kunt wil graag zou moet mag worden wordt werd nog al ook maar heel erg wel dan hallo hoi dank bedankt alstublieft alsjeblieft bestelling pakket rekening hulp medewerker spreken lamp kapot mens praten geld opzeggen hoeveel kost kosten verzending verzenden bezorging afgeschreven terug terugsturen retourneren abonnement bestellen klant',
    letters: /ij|(?<!a)aa(?!a)|(?<!u)uu(?!u)|oe[kt]|eer/,
    endings: /(?:ing|heid|lijk|tje|ijk|aar)$/,
  },
  pl: {
    words:
      'i w z na do nie się to jest są był jestem mam ma ja ty on ona my wy oni mój moja moje mnie mi ci czy co jak kiedy gdzie dlaczego kto który która proszę dziękuję dzień dobry cześć tak ale lub dla od po za przez już jeszcze bardzo tylko chcę mogę można zamówienie paczka pomoc konto faktura rozmawiać człowiekiem konsultantem anulować ile kosztuje dostawa paczki pieniądze zwrot zwrócić długo reklamacja',
    letters: /[ąęłńśźż]/,
    endings: /(?:ć|anie|enie|ego|emu|ych|owi)$/,
  },
  tr: {
    words:
      've bir bu şu o ben sen biz siz onlar benim senin ne nasıl neden nerede kim var yok değil mi mı mu mü için ile da de çok daha en evet hayır lütfen merhaba selam teşekkürler teşekkür ederim istiyorum sipariş siparişim kargo hesap hesabım yardım fatura para iade iptal müşteri temsilcisi ama gibi kadar',
    letters: /[ğışİ]/,
    endings: /(?:lar|ler|iyor|ıyor|uyor|yorum|ım|im|dım|dim|siniz|mek|mak)$/,
  },
  da: {
    words:
      'jeg du han hun vi mig dig ham hende os jer dem min mit mine din dit dine sin sit vores jeres deres en et den det de er var har havde kan kunne skal skulle vil ville må bliver blev blevet været få fået får og eller men at som der hvis når fordi ikke ingen intet nej ja til fra med for på i af om ved efter uden mod hos hvad hvordan hvornår hvor hvorfor hvem hvilken hvilket meget også kun bare nu her endnu stadig igen hej goddag tak venligst gerne hjælp hjælpe ordre bestilling bestillingen pakke pakken levering leveringen regning faktura penge pengene tilbage konto betaling trukket gange opsige abonnement tale snakke menneske medarbejder lampe lampen stykker returnere koster længe kommet fragt fragten nogen noget',
    letters: /[æøå]/,
    endings: /.{3}(?:hed|lig|lige|erne|else|elser)$/,
  },
  nb: {
    words:
      'jeg du han hun vi dere meg deg oss dem min mitt mine din ditt dine vår vårt våre deres en ei et den det de er var har hadde kan kunne skal skulle vil ville må blir ble blitt vært få fått får og eller men at som der hvis når fordi ikke ingen nei ja til fra med for på i av om ved etter uten mot hos hva hvordan hvor hvorfor hvem hvilken hvilket veldig også bare nå her ennå fortsatt igjen hei takk vennligst gjerne hjelp hjelpe ordre bestilling bestillingen pakke pakken levering leveringen regning faktura penger pengene tilbake konto betaling belastet trukket ganger avslutte abonnement snakke menneske lampe lampen returnere koster lenge kommet frakt frakten noen noe',
    letters: /[æøå]/,
    endings: /.{3}(?:het|lig|lige|ene|else|elser)$/,
  },
  sv: {
    words:
      'jag du han hon vi ni mig dig honom henne oss dem min mitt mina din ditt dina vår vårt våra er ert en ett den det de är var har hade kan kunde ska skulle vill ville måste får fick få blir blev blivit varit och eller men att som om när eftersom inte ingen inget nej ja till från med för på i av vid efter utan mot hos vad hur vart varför vem vilken vilket mycket också bara nu här ännu fortfarande igen hej tack snälla gärna hjälp hjälpa order beställning beställningen paket paketet leverans leveransen räkning räkningen faktura pengar pengarna tillbaka konto betalning debiterad debiterats dragits gånger säga upp abonnemang prata tala människa lampa lampan trasig returnera kostar länge kommit frakt frakten någon något',
    letters: /å|ä(?!tt)/,
    endings: /.{3}(?:het|lig|liga|arna|erna|else|ade|ats)$/,
  },
  fi: {
    words:
      'minä sinä hän te he minun sinun minulle minulta minua on oli ovat olen olet ei eivät se tämä tuo ne mikä mitä missä mistä mihin milloin miksi miten kuka kuinka paljonko kauanko ja tai mutta että jos kun koska niin myös vain vielä nyt jo taas hei moi terve kiitos kiitoksia hyvä haluan haluaisin voin voiko voitteko saan saanko apua tilaus tilaukseni tilauksen tilausta paketti pakettini toimitus lasku rahat rahani rahaa takaisin tili maksu veloitettu kahdesti peruuttaa puhua ihmisen ihminen kanssa lamppu lamppuni rikki palauttaa maksaa',
    letters: /ä|yy|ii|(?<!a)aa$/,
    endings: /.{3}(?:ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|seni|teni|nut|nyt|mme|tte)$/,
  },
  cs: {
    words:
      'já vy mě mně vás vám nás nám můj moje mého mou váš vaše je jsem jsi jsme jste jsou byl byla bylo být mám máte má mají nebo ale že když protože jak co kde kdy proč kdo který která kolik ne ano se si to ten ta ve na do ze od po za při už ještě jen také velmi teď tady mi dobrý den ahoj děkuji díky prosím chci chtěl bych mohu můžu můžete potřebuji pomoc objednávka objednávku objednávky zásilka balík doprava dopravu účet faktura fakturu peníze zpět vrátit zrušit předplatné mluvit člověkem stojí lampa rozbitá dvakrát stržena platba',
    letters: /[ěřůčďť]/,
    endings: /.{2}(?:ní|ého|ému|ých|áme|íme|ují)$/,
  },
  ro: {
    words:
      'eu tu el ea noi voi mă îl ne vă îmi meu mea mei mele sunt ești avem aveți au fost și sau dar că dacă când unde cum ce cine cât în din pe cu pentru fără da mai foarte încă doar acum aici bună ziua salut mulțumesc rog vreau aș pot puteți ajutor comanda comandă comenzii colet coletul livrare livrarea contul factura bani banii înapoi returna anula abonamentul vorbesc om lampă stricată costă',
    letters: /[ășțţ]|^î/,
    endings: /.{3}(?:ului|elor|ilor|ează|ește)$/,
  },
  hu: {
    words:
      'én ő ők az egy és vagy hogy ha mert nem igen van volt lesz vagyok vannak kell lehet szeretnék szeretném tudok tudom kérek kérem mikor hol miért hogyan mennyi mennyibe melyik már még csak nagyon itt most ez azt ezt rendelésem rendelés rendelést csomagom csomag szállítás számla pénz pénzem pénzt vissza visszakapni fiók segítség segítsen köszönöm szia jó napot üdvözlöm beszélni emberrel ember ügyintéző lámpa lámpám kétszer lemondani előfizetés kerül',
    letters: /[őű]/,
    endings: /.{3}(?:nak|nek|ban|ben|ból|ből|hoz|hez|val|vel|ról|ről|ünk|nék|ném)$/,
  },
  vi: {
    words:
      'tôi bạn là và không có cho này nói người xin chào ở đâu bao khi nào thế giao hàng đơn tiền hai lần muốn chuyện với',
    letters: /[đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĩũ]/,
  },
  id: {
    words:
      'saya aku kamu anda kita mereka ini itu yang dan atau tetapi tapi jika kalau karena untuk dari ke di dengan pada oleh tidak bukan sudah belum akan bisa dapat mau ingin adalah apa bagaimana kapan mana kenapa siapa berapa tolong terima kasih halo selamat pesanan paket pengiriman kirim uang kembali akun tagihan bantuan bicara orang batalkan langganan lampu rusak kali',
    endings: /.{3}nya$/,
  },
  ru: {
    words:
      'я вы мы он она они мне меня мой моя моё мое мои ваш вам вас нас что это как где когда почему кто сколько и или но если для от с из на по про под к у за не да нет был была было будет могу может можно хочу нужно есть уже ещё еще только очень спасибо пожалуйста привет здравствуйте добрый день заказ заказа посылка доставка деньги дважды списали вернуть отменить поговорить человеком оператор лампа сломана сломалась в до о так',
    letters: /[ыэъё]/,
    endings: /.{2}(?:ться|ого|ешь|ете|ать|ить)$/,
  },
  uk: {
    words:
      'я ви ми він вона вони мені мене мій моя моє мої ваш вам вас нас що це як де коли чому хто скільки і й та або але якщо для від з із на по про під до у в за не так ні був була було буде можу може можна хочу треба є вже ще лише дуже дякую ласка привіт вітаю добрий день замовлення посилка доставка гроші двічі зняли повернути скасувати поговорити людиною оператор лампа зламана зламалася',
    letters: /[іїєґ]/,
    endings: /.{2}(?:тися|ього|ити|ати|ою)$/,
  },
}
