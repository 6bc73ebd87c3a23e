import type { LanguageSayings } from '../sayings.ts'

/**
 * Whoever says that they cannot have a person wants one: "why can I not talk to a human", "no me deja hablar con un agente".
 * The "not" belongs to these phrases: see `knowing` in the phrase book.
 */
export const refusedAPerson: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'human/humans/person/people/anyone/anybody/someone/somebody/agent/agents/representative/representatives/operator/rep/advisor/adviser/manager/supervisor/staf',
      real: 'real/actual/live/living/human/single/any/normal',
      a: 'a/an/the/any/one/your/single',
      talk: 'talk/talking/speak/speaking/chat/chating to/with | reach/reaching/contact/contacting | get/geting through to | get/geting hold of',
      persona:
        'humano/persona/agente/asesor/asesora/operador/operadora/representante/ejecutivo/supervisor/alguien/nadie',
      conseiller: 'conseiller/conseillère/humain/agent/opérateur/responsable/interlocuteur/quelqu/personne',
      operatore: 'operatore/operatori/persona/persone/umano/umani/qualcuno/nessuno/consulente',
      atendente: 'atendente/atendentes/pessoa/pessoas/humano/humanos/alguém/ninguém/agente/operador',
      mensch: 'mensch/menschen/mitarbeiter*/ansprechpartner*/berater*/person/jemand*/kollegen',
      konsultant: 'człowiek*/konsultant*/pracownik*/osobą/kimś/kimkolwiek/doradc*/operator*',
      оператор: 'человек*/оператор*/менеджер*/сотрудник*/специалист*/консультант*/людин*/працівник*/кем/ким',
    },
    sure: `
      why ..3 not ..3 <talk> <a>? <real>? <person>
      can/could/may i/we not <talk> <a>? <real>? <person>
      i/we can/could not <talk> <a>? <real>? <person>
      not been? able/allowed/possible to? <talk> <a>? <real>? <person>
      not/dont/doesnt/didnt/wont/isnt/arent let/leting/allow/allowing me/us to? <talk> <a>? <real>? <person>
      you/it/they can/could not conect/transfer/put/pas me/us ..1 to/with <a>? <real>? <person>
      would/wouldnt not? mind talking/speaking/chating to/with <a>? <real>? <person>
      do/dont/doesnt you/they/it not? have any? real/actual/live/human people/person/humans/agents/staf/employes/representatives
      is/are there no/not <a>? <a>? <real>? human/humans/agent/agents/representative/representatives
      h u m a n
      a g e n t
      p e r s o n
      no/nadie me deja/dejan/dejas/permite/permiten hablar/comunicarme/contactar con un/una/el/su/ningún? <persona>
      no hay/tienen/tenéis/tienes ..1 humanos/humano/personas/persona/agentes/asesores real/reales/humanos/humanas/ahí/aquí/allí/verdad/disponible/disponibles
      acaso no hay/tienen humanos/personas/nadie
      ne peux/puis/peut/arrive/pouvons je/on? pas ..1 parler/joindre/contacter/discuter/avoir à/avec/au? un/une/le/l? vrai/vraie? <conseiller>
      n arrive/avez/as/avais pas ..1 parler/joindre/contacter/de à/avec/au? un/une/le/l? vrai/vraie/vrais? <conseiller>
      n y a/aurait pas ..1 vrai/vraie/vrais? humain/humains/conseiller/conseillers/interlocuteur
      n y a/aurait personne pour/qui ..2 répondre/répond/aider/aide/parler
      non avete/ci/c ..2 <operatore> vere/vera/veri/vero/umani/umano/reali/reale
      non mi fa/fate/fai/lascia/lasciate/permette/fanno parlare con un/una/l? <operatore>
      não tem/têm/há/existe/existem ..1 <atendente> de? verdade/real/reais/humano/humanos/humana/disponível
      não me deixa/deixam/deixas falar com um/uma/o? <atendente>
      kein/keine/keinen echten/echte? <mensch> ans/am telefon
      gibt/gibts es? hier/denn/da/bei ..1 kein/keine/keinen echten/echte/richtigen? mensch/menschen/ansprechpartner
      warum/wieso/weshalb verbind*/verbunden/lass*/leit*/darf ..3 nicht ..1 mit/zu/an ..2 <mensch>
      waarom ..3 niet/geen ..3 mens/medewerker/iemand
      dlaczego/czemu nie ..2 rozmawiać/porozmawiać/połącz*/skontaktować ..1 z/ze ..1 <konsultant>
      nie mogę/moge/można/da/pozwala ..2 rozmawiać/porozmawiać/skontaktować/połączyć ..1 z/ze ..1 <konsultant>
      не могу/можу/можно/можна/получается/виходить/дают/дають ..2 поговорить/поговорити/связаться/звязатися/говорить/соединиться/дозвониться ..1 с/со/з/із/до ..1 <оператор>
      почему/зачем/чому ..3 не ..2 соедин*/переключ*/зєдн*/поговорить/связать* ..2 с/со/з/на ..1 <оператор>
      нет/немає ..1 живых/живого/реальных/реального/живих людей/человека/операторов/сотрудников
      לא רוצה/רוצים ..1 לדבר/להתכתב/לדבר עם בוט/רובוט/מכונה/מחשב
      לא נותנים/נותן/נותנת/מצליח/מצליחה/ניתן ..2 לדבר/להגיע/לשוחח עם/אל ..1 נציג*/אדם/מישהו
      apa/apakah/kok tidak/ga/gak/nggak ada orang/manusia/admin asli/beneran
      apa/apakah/kok tidak/ga/gak/nggak ada orang/manusia/admin di sana/sini
      ボットと話したくない*/ボットとは話したくない*/ロボットと話したくない*/ロボットとは話したくない*/AIと話したくない*/AIとは話したくない*
      人はいないんです*/人はいないの*/人はいませんか*/人間はいないの*/人間はいないんです*/人間はいませんか*
      我不想跟机器人*/我不想和机器人*/不想跟机器人*/不想和机器人*
    `,
    negators:
      'not dont doesnt didnt wont isnt arent wouldnt no nadie ne n pas non não nao kein keine keinen nicht niet geen nie не нет немає לא tidak ga gak nggak',
  },
}
