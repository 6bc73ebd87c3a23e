/** What says little alone, and together that nobody is needed: that all is well, and that it was found or works. */
export interface LeavingPair {
  readonly well: string
  readonly found: string
}

/** Each alone may as well be an answer, or patience: "all good, I will wait", "I found it: 48291". */
export const leavingPairs: Readonly<Record<string, LeavingPair>> = {
  en: {
    well: "all good|all good now|we're good|i'm good|all is well|everything is fine|everything's fine|all fine",
    found:
      'i found it|found it|i found the answer|found the answer|it works|it works now|it is working now|found it on the site|found it on your site|found it on the website|i found it on the site|i found it on your site|i found it on the website',
  },
  de: {
    well: 'alles gut|alles in ordnung',
    found:
      'habe es gefunden|hab es gefunden|habs gefunden|ich habe es gefunden|schon gefunden|es funktioniert jetzt|es geht jetzt|funktioniert jetzt|habe es auf der seite gefunden|habe es auf ihrer seite gefunden',
  },
  es: {
    well: 'todo bien|todo en orden|todo está bien',
    found: 'ya lo encontré|ya lo he encontrado|lo encontré|lo he encontrado|ya funciona|ahora funciona',
  },
  fr: {
    well: "c'est bon|tout va bien|tout est bon|tout est en ordre",
    found: "j'ai trouvé|je l'ai trouvé|j'ai trouvé la réponse|ça marche|ça marche maintenant|ça fonctionne maintenant",
  },
  pt: {
    well: 'tudo bem|está tudo bem|tudo certo|está tudo certo',
    found: 'já encontrei|já funciona|já está a funcionar|agora funciona|já está funcionando',
  },
  it: {
    well: 'tutto bene|tutto a posto|tutto ok',
    found: "ho trovato|l'ho trovato|ho trovato la risposta|adesso funziona|ora funziona",
  },
  nl: {
    well: 'alles goed|alles in orde|alles is in orde',
    found: 'ik heb het gevonden|heb het gevonden|al gevonden|het werkt nu|het werkt',
  },
  pl: {
    well: 'wszystko w porządku|wszystko dobrze|wszystko ok|wszystko gra',
    found: 'już znalazłem|już znalazłam|znalazłem|znalazłam|już działa|działa',
  },
  sv: { well: 'allt bra|allt är bra|allt löst', found: 'jag hittade det|hittade det|det funkar nu|det fungerar nu' },
  da: { well: 'alt er godt|alt godt|alt er i orden', found: 'jeg fandt det|fandt det|det virker nu' },
  cs: {
    well: 'vše v pořádku|všechno v pořádku|vše ok',
    found: 'našel jsem to|našla jsem to|už to funguje|už funguje',
  },
  tr: { well: 'tamam|her şey yolunda', found: 'buldum şimdi çalışıyor|buldum artık çalışıyor' },
  ru: {
    well: 'всё хорошо|все хорошо|всё в порядке|все в порядке|всё ок',
    found: 'нашёл|нашла|уже нашёл|уже нашла|уже работает|всё работает|сам нашёл|сама нашла',
  },
  uk: {
    well: 'усе добре|все добре|усе гаразд|все гаразд',
    found: 'знайшов|знайшла|вже знайшов|вже знайшла|вже працює|усе працює|все працює',
  },
  ja: {
    well: 'もう大丈夫です|もう大丈夫になりました',
    found: '見つかりました|自分で見つけました|サイトで見つけました',
  },
  zh: { well: '没问题了|都好了', found: '我找到了|找到了|可以用了|现在好了' },
  ko: { well: '이제 괜찮아요|이제 괜찮습니다|다 됐어요', found: '찾았어요|찾았습니다|이제 돼요|이제 됩니다' },
  ar: { well: 'كل شيء بخير|كل شيء على ما يرام', found: 'وجدته|وجدتها|لقد وجدته|يعمل الآن' },
}
