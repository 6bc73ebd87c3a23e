/** How customers say in one language that they need nobody any more; sayings parted by `|`, one kind a field. */
export interface LeavingSayings {
  /** Says it whatever was said before. */
  readonly plain: string
  /** Says it of what was said last. */
  readonly bare: string
  /** May stand beside, and says nothing alone. */
  readonly beside: string
}

/** Everywhere. */
export const besideAnywhere = 'ok|okay|oki|sorry|thx|bye|thanks|merci'

/** Whoever waits stays unless their whole message is made of these: a saying left out costs a wait, one too many a customer. */
export const leavingSayings: Readonly<Record<string, LeavingSayings>> = {
  en: {
    plain:
      "i no longer need help|no longer need help|i no longer need any help|no longer needed|i don't need help anymore|i don't need help any more|i don't need any help anymore|don't need help anymore|no need anymore|i don't need anyone anymore|i don't need a human anymore|i don't need a person anymore|problem solved|the problem is solved|my problem is solved|it's solved|solved|issue resolved|the issue is resolved|my issue is resolved|it's resolved|i solved it|i solved it myself|i sorted it out|i sorted it out myself|it's sorted|all sorted|please close this|you can close this|you can close this chat|please take me out of the line|take me out of the line|i want to leave the line",
    bare: 'never mind|nevermind|nvm|never mind then|please disregard|disregard',
    beside:
      'thank you|thank you very much|thanks a lot|thanks anyway|thank you anyway|hi|hello|oh|actually|forget it|i found it|found it|i found the answer|found the answer|it works now|it works|all good|all good now|got it|i got it|have a nice day|goodbye|my mistake|my bad|please',
  },
  de: {
    plain:
      'ich brauche keine hilfe mehr|brauche keine hilfe mehr|ich brauche niemanden mehr|ich brauche keinen menschen mehr|nicht mehr nötig|ist nicht mehr nötig|das ist nicht mehr nötig|hat sich erledigt|es hat sich erledigt|das hat sich erledigt|hat sich schon erledigt|hat sich geklärt|es hat sich geklärt|das hat sich geklärt|erledigt|schon erledigt|ist erledigt|ist schon erledigt|problem gelöst|das problem ist gelöst|mein problem ist gelöst|habe es selbst gelöst|ich habe es selbst gelöst',
    bare: 'lassen sie es gut sein|lass gut sein|vergessen sie es|doch nicht nötig',
    beside:
      'danke|danke schön|dankeschön|vielen dank|danke trotzdem|trotzdem danke|ach|hallo|sorry|entschuldigung|tut mir leid|ich habe es gefunden|habe es gefunden|hab es gefunden|hab es|habs gefunden|es geht jetzt|es funktioniert jetzt|alles gut|alles klar|tschüss|schönen tag noch|bitte',
  },
  es: {
    plain:
      'ya no necesito ayuda|no necesito más ayuda|ya no hace falta|ya no es necesario|ya está resuelto|problema resuelto|el problema está resuelto|ya lo resolví|ya lo he resuelto|ya lo solucioné|ya lo he solucionado|ya se solucionó|ya se resolvió|resuelto|solucionado',
    bare: 'déjelo|déjalo|déjelo así|déjalo así',
    beside:
      'gracias|muchas gracias|gracias de todos modos|gracias igualmente|hola|ah|perdón|disculpe|perdona|ya lo encontré|ya lo he encontrado|lo encontré|ya funciona|todo bien|vale|adiós|buen día|por favor|olvídelo',
  },
  fr: {
    plain:
      "je n'ai plus besoin d'aide|plus besoin d'aide|plus besoin|je n'ai plus besoin|je n'en ai plus besoin|ce n'est plus nécessaire|ce n'est plus la peine|plus la peine|c'est résolu|c'est réglé|problème résolu|le problème est résolu|mon problème est résolu|problème réglé|j'ai résolu le problème|résolu",
    bare: 'laissez tomber|laisse tomber',
    beside:
      "merci beaucoup|merci quand même|bonjour|ah|désolé|désolée|pardon|excusez-moi|j'ai trouvé|je l'ai trouvé|ça marche|ça marche maintenant|c'est bon|tout va bien|d'accord|au revoir|bonne journée|s'il vous plaît|oubliez",
  },
  pt: {
    plain:
      'já não preciso de ajuda|não preciso mais de ajuda|já não preciso|não preciso mais|já não é preciso|não é mais necessário|já não é necessário|já está resolvido|está resolvido|problema resolvido|o problema está resolvido|já resolvi|consegui resolver|já se resolveu|resolvido',
    bare: 'deixa pra lá|deixe pra lá|deixe estar|deixa estar',
    beside:
      'obrigado|obrigada|muito obrigado|muito obrigada|obrigado mesmo assim|obrigada mesmo assim|olá|oi|ah|desculpe|desculpa|já encontrei|encontrei|já funciona|já está a funcionar|está tudo bem|tudo bem|tchau|adeus|bom dia|por favor|esqueça',
  },
  it: {
    plain:
      "non ho più bisogno di aiuto|non mi serve più aiuto|non ho più bisogno|non serve più|non mi serve più|non è più necessario|problema risolto|il problema è risolto|ho risolto|ho risolto da solo|ho risolto da sola|l'ho risolto|è risolto|risolto",
    bare: 'lasci stare|lascia stare|lasci perdere|lascia perdere',
    beside:
      "grazie|grazie mille|grazie lo stesso|ciao|salve|ah|scusi|scusa|mi scusi|ho trovato|l'ho trovato|adesso funziona|ora funziona|tutto bene|tutto a posto|arrivederci|buona giornata|per favore",
  },
  nl: {
    plain:
      'ik heb geen hulp meer nodig|geen hulp meer nodig|niet meer nodig|het is niet meer nodig|is niet meer nodig|het is opgelost|is opgelost|probleem opgelost|het probleem is opgelost|mijn probleem is opgelost|ik heb het zelf opgelost|al opgelost|opgelost',
    bare: 'laat maar|laat maar zitten',
    beside:
      'dank je|dank u|dank je wel|dank u wel|bedankt|toch bedankt|hallo|oh|ik heb het gevonden|heb het gevonden|al gevonden|het werkt nu|het werkt|alles goed|tot ziens|doei|fijne dag nog|alsjeblieft|vergeet het',
  },
  pl: {
    plain:
      'nie potrzebuję już pomocy|już nie potrzebuję pomocy|nie potrzebuję już|już nie potrzebuję|już nie trzeba|nie trzeba już|problem rozwiązany|już rozwiązane|rozwiązane|sprawa załatwiona|już załatwione|załatwione|sprawa nieaktualna|już nieaktualne|nieaktualne|poradziłem sobie|poradziłam sobie|już sobie poradziłem|już sobie poradziłam',
    bare: 'nieważne|już nieważne|mniejsza z tym|mniejsza o to',
    beside:
      'dzięki|dziękuję|dziękuję bardzo|mimo to dziękuję|dzień dobry|ach|przepraszam|znalazłem|znalazłam|już znalazłem|już znalazłam|już działa|działa|wszystko w porządku|do widzenia|miłego dnia|proszę',
  },
  sv: {
    plain:
      'jag behöver inte hjälp längre|behöver ingen hjälp längre|jag behöver ingen hjälp längre|behövs inte längre|det behövs inte längre|det har löst sig|har löst sig|det löste sig|löst|problemet är löst|problemet löst|jag löste det själv',
    bare: 'strunt i det|strunta i det|glöm det',
    beside:
      'tack|tack så mycket|tack ändå|nej tack|hej|förlåt|ursäkta|jag hittade det|hittade det|det funkar nu|allt bra|hej då|ha en bra dag',
  },
  da: {
    plain:
      'jeg har ikke brug for hjælp længere|jeg har ikke længere brug for hjælp|har ikke brug for hjælp mere|ikke nødvendigt længere|det er ikke nødvendigt længere|det er løst|problemet er løst|mit problem er løst|det har løst sig|det løste sig|jeg løste det selv|løst',
    bare: 'skidt med det|glem det',
    beside:
      'tak|mange tak|tak alligevel|ellers tak|nej tak|hej|undskyld|jeg fandt det|fandt det|det virker nu|alt er godt|hej hej|farvel|hav en god dag',
  },
  cs: {
    plain:
      'už nepotřebuji pomoc|už nepotřebuju pomoc|pomoc už nepotřebuji|už není potřeba|už to není potřeba|už netřeba|vyřešeno|už je to vyřešené|už vyřešeno|problém je vyřešen|problém vyřešen|už jsem to vyřešil|už jsem to vyřešila',
    bare: 'nechte to být|už nic|už nic nepotřebuji',
    beside:
      'děkuji|děkuju|díky|i tak děkuji|dobrý den|ahoj|promiňte|omlouvám se|našel jsem to|našla jsem to|už to funguje|vše v pořádku|na shledanou|hezký den',
  },
  tr: {
    plain:
      'artık yardıma ihtiyacım yok|yardıma ihtiyacım kalmadı|artık gerek yok|artık gerek kalmadı|gerek kalmadı|sorun çözüldü|sorunum çözüldü|çözüldü|kendim hallettim|hallettim|kendim çözdüm|çözdüm',
    bare: 'boş ver|boş verin|boşver|boşverin|vazgeçtim',
    beside:
      'teşekkürler|teşekkür ederim|yine de teşekkürler|çok teşekkürler|sağ olun|sağol|merhaba|pardon|özür dilerim|kusura bakmayın|tamam|buldum|şimdi çalışıyor|iyi günler|hoşça kalın',
  },
  ru: {
    plain:
      'помощь больше не нужна|больше не нужна помощь|мне больше не нужна помощь|больше не нужно|уже не нужно|уже не надо|больше не надо|проблема решена|вопрос решён|вопрос решен|моя проблема решена|уже решил|уже решила|решил сам|решила сама|решено|уже решено|вопрос снят',
    bare: 'уже неважно|уже не важно|ничего не надо|я передумал|я передумала',
    beside:
      'спасибо|большое спасибо|всё равно спасибо|здравствуйте|привет|ой|извините|простите|нашёл|нашла|уже нашёл|уже нашла|уже работает|всё работает|всё хорошо|до свидания|хорошего дня|пожалуйста',
  },
  uk: {
    plain:
      'допомога більше не потрібна|більше не потрібна допомога|мені більше не потрібна допомога|більше не потрібно|вже не потрібно|вже не треба|більше не треба|проблему вирішено|проблема вирішена|питання вирішено|вже вирішив|вже вирішила|вирішено|вже вирішено',
    bare: 'вже неважливо|вже не важливо|нічого не треба|я передумав|я передумала',
    beside:
      'дякую|щиро дякую|все одно дякую|вітаю|добрий день|ой|вибачте|перепрошую|знайшов|знайшла|вже знайшов|вже знайшла|вже працює|усе добре|все добре|до побачення|гарного дня|будь ласка',
  },
  ja: {
    plain:
      '解決しました|解決したので大丈夫です|自己解決しました|自分で解決しました|無事解決しました|もう解決しました|もう必要ありません|もう必要ないです|もう結構です|対応はもう必要ありません|サポートはもう必要ありません|問題は解決しました',
    bare: 'やっぱりいいです|やっぱり大丈夫です|やっぱり結構です',
    beside:
      'もう大丈夫です|大丈夫です|ありがとう|ありがとうございます|ありがとうございました|すみません|すみませんでした|ごめんなさい|失礼しました|あ|こんにちは|見つかりました|わかりました|お手数をおかけしました|お騒がせしました|失礼します',
  },
  zh: {
    plain:
      '不需要了|已经不需要了|我不需要了|不需要帮助了|不需要帮忙了|不用人工了|问题解决了|问题已经解决了|问题已解决|已经解决了|已解决|解决了|我自己解决了|自己解决了|不用等了|取消排队',
    bare: '算了|没事了|不用了|当我没说',
    beside:
      '谢谢|谢谢你|谢谢您|谢谢了|多谢|你好|您好|哦|不好意思|抱歉|对不起|我找到了|找到了|好了|好的|可以了|再见|麻烦了|打扰了',
  },
  ko: {
    plain:
      '이제 도움이 필요 없어요|이제 필요 없어요|더 이상 필요 없어요|더 이상 필요 없습니다|도움이 더 이상 필요 없습니다|해결됐어요|해결되었습니다|해결됐습니다|해결했어요|해결했습니다|문제 해결됐어요|문제가 해결되었습니다|스스로 해결했어요|이미 해결됐어요|이제 괜찮아요 해결됐어요',
    bare: '됐어요|됐습니다|신경 쓰지 마세요|아니에요 됐어요|괜찮아요 됐어요',
    beside:
      '감사합니다|고맙습니다|고마워요|감사해요|그래도 감사합니다|안녕하세요|아|죄송합니다|죄송해요|미안해요|찾았어요|찾았습니다|이제 돼요|이제 됩니다|네|알겠습니다|안녕히 계세요|수고하세요',
  },
  ar: {
    plain:
      'لم أعد بحاجة إلى مساعدة|لم أعد بحاجة إلى المساعدة|لم أعد أحتاج إلى مساعدة|لم أعد أحتاج المساعدة|لا أحتاج إلى مساعدة بعد الآن|لم يعد ضروريا|تم حل المشكلة|تم الحل|انحلت المشكلة|حللت المشكلة|حللت المشكلة بنفسي|المشكلة حلت',
    bare: 'لم يعد مهما|انس الأمر',
    beside:
      'لا عليك|لا بأس|لا داعي|شكرا|شكرا لك|شكرا لكم|شكرا جزيلا|شكرا على أي حال|مرحبا|السلام عليكم|عفوا|آسف|آسفة|وجدته|وجدتها|لقد وجدته|يعمل الآن|كل شيء بخير|حسنا|تمام|مع السلامة|من فضلك',
  },
}
