/** Words that carry no subject, folded (no accents, lower case), by language: articles, pronouns, auxiliaries, courtesies. */
const byLanguage = {
  en: `a about above actually after again all already also always am an and another any anybody anyone anything are as at away
    be because been before being between both but by came can cannot cant could couldnt day's did didnt do does doesnt doing done
    dont each either else even ever every everything few first for from get gets getting give given go goes going gone gonna got had
    has hasnt have havent having he hello hey hi her here hers him his how however i id if ill im in into is isnt it its ive just keep
    know let lets like long lot make makes many may maybe me might mine more most much must my need needs never no nobody none not
    nothing now of off ok okay on once one only onto or other our ours out over own part per perhaps please pls plz possible quite
    rather really right said same say says see shall she should since so some somebody someone something soon still such sure take
    takes tell than thank thanks that thats the their theirs them then there theres these they thing things think this those though
    through thx till to told too under until up upon ur us use using usually very via wanna want wanted wants was wasnt way we well
    went were werent what whats when where whether which while who whom whose why will wish with within without wont would wouldnt
    yes yet you your youre yours u r
    back find trying try help problem question work works today week weeks day days month months year years time times new old yesterday someone policy policies info information detail details regarding concerning exactly`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen anderer anderes auch auf aus bei beim bereits bin bis
    bist bitte da dabei dafur damit danach dann das dass dein deine dem den denn der des deshalb die dies diese diesem diesen dieser
    dieses doch dort du durch ein eine einem einen einer eines einfach einige er es etwas euch euer eure fur gab ganz geben geht gerade
    gerne gern gibt hab habe haben habt hallo hat hatte hatten hatte hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
    ins ist ja jede jedem jeden jeder jedes jetzt kann kannst kein keine keinen keiner konnen konnt konnte konnten machen macht man
    mal mein meine meinem meinen meiner meines mehr mich mir mit mochte mochten mogen muss mussen nach nicht nichts noch nun nur ob oder
    ohne schon sehr sein seine seit selbst sich sie sind so sollte soll sollen sonst uber um und uns unser unsere unter viel viele vom von
    vor wann war waren warum was weil welche welchem welchen welcher welches wenn wer werde werden wie wieder will wir wird wo wohin
    worden wurde wurden zu zum zur zwar zwischen danke
    brauche brauchen finde finden hilfe problem frage heute kommt kommen komme kam tag tage tagen woche wochen jahr jahre lang ihre ihrem tut moglich information informationen infos info details bezuglich genau`,
  es: `a al algo alguien algun alguna algunas alguno algunos ante antes aqui asi aun aunque bien buenas buenos cada como con contra cosa
    cual cuales cualquier cuando cuanto cuanta cuantos cuantas de del desde donde dos e el ella ellas ellos en entre era es esa esas ese
    eso esos esta estaba estan estar estas este esto estos estoy fue fueron gracias ha haber habia hace hacer hago han hasta hay he hola
    hoy la las le les lo los mas me mi mia mientras mio mis mucho muy nada ni no nos nosotros nuestra nuestro o os otra otro para pero
    poco podria podeis por porque pues puede pueden puedo que quien quiero quisiera se sea ser si sido siempre sin sobre solo son soy su
    sus tal tambien tampoco tan tanto te teneis tener tengo ti tiene tienen toda todas todo todos tu tus un una unas uno unos usted
    ustedes va vais vamos vosotros voy y ya yo
    necesito necesita encuentro encontrar ayuda problema pregunta hoy dia dias semana quisiera saber politica informacion detalles sobre`,
  fr: `a ai ainsi alors apres as au aucun aucune aussi autre autres aux avais avait avant avec avez avoir avons bonjour bonsoir c ca car
    ce cela celle celui ces cet cette ceux chaque chez ci comme comment d dans de deja depuis des deux dit doit donc dont du elle elles
    en encore entre es est et etait etre eu eux fait faire faut fois font ici il ils j jai je jusqu l la le les leur leurs lors lui m ma
    mais me meme mes merci mettre moi moins mon n ne ni non nos notre nous on ont ou par parce pas pendant peu peut peuvent peux plait
    plus pour pourquoi pourrais pourriez pouvez puis puisje qu quand que quel quelle quelles quels quelque quelques qui quoi rien s sa
    sans se sera ses si sil soit son sont sous suis sur svp t ta te tes toi ton toujours tous tout toute toutes tres trop tu un une va
    vais veut veux voici voila voir vos votre voudrais vous y
    besoin trouve trouver aide probleme question aujourd hui jour jours semaine merci savoir bonjour politique information informations renseignements`,
  pt: `a agora ai ainda algo alguem algum alguma ali ao aos apenas aquela aquele aqui aquilo as assim ate boa bom cada com como contra
    consigo da das de dela dele deles depois desde dessa desse desta deste dia do dos e ela elas ele eles em entao entre era essa essas
    esse esses esta estao estar estas estava este estes estou eu faco favor faz fazer foi foram ha isso isto ja la lhe lhes lo mais mas me
    mesmo meu meus minha minhas muito muita na nada nao nas nem nenhum no nos nossa nosso num numa o obrigada obrigado oi ola onde os
    ou outra outro para pela pelas pelo pelos pode podem poderia podia por porque posso pra qual quais qualquer quando quanta quanto
    quantos quantas que quem queria quero se seja sem sempre sendo ser seu seus sim so sobre sou sua suas tal tambem tao te tem temos
    tenho ter teu tinha tive toda todas todo todos tu tua tudo um uma umas uns vai vao vem voce voces vos vou
    preciso encontro encontrar ajuda problema pergunta hoje dias semana saber politica informacao informacoes detalhes`,
  it: `a abbiamo ad adesso agli ai al alla alle allo altra altre altri altro anche ancora avere avete aveva avevo avrei buongiorno buonasera c
    che chi ci ciao cio come con contro cosa cosi cui da dagli dai dal dalla dalle dallo dei degli del dell della delle dello dentro di
    dopo dove due e ecco ed era essere fa faccio fare fatto fino fra gia gli grazie ha hai hanno ho i il in io l la le lei li lo loro lui
    ma mai me meno mi mia mie miei mio molto ne negli nei nel nella nelle nello nessun nessuno niente no noi non nostra nostro o ogni
    oppure ora per perche pero piu po poi possibile posso possono potete potrei puo qual quale quali qualche qualcosa qualcuno quando
    quanta quante quanti quanto quella quelle quelli quello questa queste questi questo qui quindi sa sara se sei sempre senza si sia
    siamo siete solo sono sopra sotto sta sto stata stato su sua sue sugli sui sul sulla suo suoi te ti tra troppo tu tua tue tuo tutta
    tutte tutti tutto un una uno va vado vi voi volevo vorrei vostra vostro
    serve bisogno trovo trovare aiuto problema domanda oggi giorno giorni settimana sapere dov politica informazione informazioni dettagli`,
  // As `wordsOf` parts them.
  ja: `何日 何時 何月 何 日 的 方法 場合 質問 問題 教 知 願 てす すか てし しょ ます ませ せん まし した して てい いる たい くた たさ さい いて てき きる きま とう うし した よう いく くら らい りま あり とこ とれ これ それ なん んて いつ まて まま`,
  zh: `什么 怎么 么样 是否 可以 以吗 能否 如何 请问 我的 我要 我想 想要 一个 几天 是几 多久 要多 需要 多长 长时 哪里 在哪 吗 呢 了 是 我 你 您 们 天 请 问`,
  ko: `인가 가요 나요 니다 습니 합니 입니 할수 있나 있습 어떻 떻게 며칠 칠인 얼마 마나 언제 어디 수 할 제`,
}

export const stopWords: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(byLanguage).map(([language, words]) => [language, new Set(words.split(/\s+/))]),
)

const everywhere: ReadonlySet<string> = new Set([...stopWords.values()].flatMap((words) => [...words]))

/** True in any of the languages above: a question's language is often unknown and a short one mixes them. */
export const isStopWord = (word: string): boolean => everywhere.has(word)
