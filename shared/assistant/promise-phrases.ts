/** How one language says that a person takes over or comes back: not that one may be asked for. */
export interface PromisePhrases {
  readonly promises: readonly string[]
  /** Before the promise in the same sentence: it hangs on something, is denied, or is only on offer. */
  readonly unless: string
}

const inEnglish =
  '(?:colleagues?|humans?|person|agents?|advis[eo]rs?|representatives?|specialists?|operators?|experts?|managers?|supervisors?|someone|somebody|staff|team(?:mates?)?)'
const auf =
  '(?:kolleg(?:e|en|in|innen)|mensch(?:en)?|mitarbeiter(?:in|s)?|berater(?:in)?|person|jemand(?:em|en)?|team|spezialist(?:en|in)?|kundendienst)'
const enFrancais =
  "(?:collegues?|humaine?|personne|conseill(?:er|ere)s?|agente?s?|equipe|quelqu'un|specialistes?|responsable|membre)"
const enEspanol =
  '(?:companer[oa]s?|human[oa]|persona|agentes?|asesora?|equipo|alguien|especialistas?|responsable|representante)'
const inItaliano =
  '(?:collegh?[ai]|collaborator[ei]|uman[oa]|persona|operator[ei]|operatrice|consulente|team|squadra|qualcuno|addett[oa]|specialista|responsabile)'
const emPortugues =
  '(?:colegas?|human[oa]|pessoa|atendentes?|agentes?|equip[ea]|alguem|especialistas?|responsavel|representante|consultora?)'

/** Without accents, as they are looked for. The language of a reply is the model's word, so all are tried. */
export const promisePhrases: Readonly<Record<string, PromisePhrases>> = {
  en: {
    promises: [
      `\\b(?:i(?:'ll| will|'m| am|'ve| have)|we(?:'ll| will|'re| are|'ve| have)|let me|allow me to)(?: (?:now|just|already|gladly|happily|personally|going|to|be))* (?:connect|transfer|forward|escalat|hand|pass|put|bring|get|loop|redirect|rout|notif|alert|inform|ask)\\w* [^.!?]{0,50}\\b${inEnglish}\\b`,
      `\\b(?:i(?:'ll| will|'m| am)|we(?:'ll| will|'re| are)|let me)(?: (?:now|just))* (?:put|connect|transferr?|escalat)(?:e|ing|ting)? (?:you (?:through|over|now)|this (?:now|for you)|your (?:case|request|conversation))`,
      `\\b(?:a|an|one of (?:our|my)|my|our|the|another|someone|somebody)(?: (?:human|real|live|our|from|of|the|support|member|customer|care|service|team))* ?\\b${inEnglish}?(?: from (?:our|the) team)? (?:will|'ll|is going to|are going to) (?:now |soon |shortly |then |personally |immediately )?(?:contact|call|phone|ring|get back|get in touch|reach out|reply to you|respond to you|take over|take it|be (?:with|in touch|right)|join|write to you|follow up|speak|talk|pick (?:this|it) up|handle|look into)`,
      `\\byou(?:'re| are| will be|'ll be|'ve been| have been)(?: (?:now|being|about to be))* (?:connected|transferred|forwarded|handed|passed|put|contacted|called|speaking|talking) [^.!?]{0,30}(?:\\b${inEnglish}\\b|through)`,
      `\\b${inEnglish} (?:is|are) (?:now )?(?:on (?:the|their|his|her) way|joining|taking over|coming|about to (?:join|take over|call))`,
      `\\byour (?:request|case|conversation|ticket|chat|message) (?:has been|was|is being|will be) (?:escalated|(?:forwarded|passed|handed|transferred|assigned)[^.!?]{0,30}\\b${inEnglish}\\b)`,
      `\\b(?:wait|hold|stay|moment)\\b[^.!?]{0,25}\\b(?:while i (?:connect|transfer|get)|(?:for|until) (?:a|an|my|our) ${inEnglish})\\b`,
    ],
    unless: "\\b(?:if|whenever|once|unless|should you|in case|cannot|can't|won't|not|never|nobody)\\b",
  },
  de: {
    promises: [
      `\\b(?:ich|wir) (?:verbinde|leite|ubergebe|stelle|hole|gebe|reiche|eskaliere|informiere|habe|werde|verbinden|leiten|ubergeben|geben|holen|haben|werden)n? [^.!?]{0,60}\\b${auf}\\b`,
      '\\b(?:ich|wir) (?:verbinde|verbinden|stelle|werde|werden) (?:sie|dich) (?:jetzt|gleich|nun|sofort|durch|verbinden|weiterleiten)',
      `\\b(?:ein|eine|unser|unsere|mein|meine|der|die|das|jemand)(?: (?:aus|echter|echte|menschlicher|menschliche|unserem|unserer|von|uns))*(?: ${auf})?(?: aus (?:dem|unserem) team)? (?:wird|ubernimmt|meldet sich|ruft|kontaktiert|kummert sich|antwortet|schreibt|kommt)\\b(?! nicht)`,
      `\\b(?:sie|du) (?:werden|wirst) (?:jetzt |gleich |nun |sofort )?[^.!?]{0,40}(?:${auf}[^.!?]{0,20})?(?:verbunden|weitergeleitet|durchgestellt|kontaktiert|zuruckgerufen|angerufen)`,
      '\\b(?:ihr|dein|ihre|deine|das) (?:anliegen|fall|anfrage|gesprach) (?:wurde|wird|ist) [^.!?]{0,40}(?:weitergeleitet|eskaliert|ubergeben|weitergegeben)',
    ],
    unless: '\\b(?:wenn|falls|sobald|sofern|nicht|nie|kein|keine|keinen|niemand)\\b',
  },
  fr: {
    promises: [
      `\\b(?:je|nous)(?: vais| allons)? (?:vous |te |l'|le |la )?(?:transf\\w+|passe[rz]?|passons|mets|met(?:tre|tons)|connecte[rz]?|redirige[rz]?|oriente[rz]?|escalade[rz]?|ai (?:transmis|prevenu|informe|transfere)|avons (?:transmis|prevenu|informe|transfere)|transmet\\w*|contacte) [^.!?]{0,60}\\b${enFrancais}`,
      `\\b(?:un|une|notre|mon|ma|nos|l'|quelqu'un)(?: ?(?:de|vrai|vraie|autre|nos|membre))* ?(?:${enFrancais})?(?: (?:humaine?|de (?:notre|l') ?equipe|de nos ${enFrancais}))* (?:va |vont )?(?:vous |te )?(?:contacte\\w*|rappelle\\w*|appelle\\w*|rappeler|repond(?:ra|re)|prend(?:ra|re|)?\\b(?! en compte)|rejoin\\w+|recontacte\\w*)`,
      `\\bvous (?:etes|allez etre|serez)(?: maintenant)? (?:mis en relation|transfere|connecte|contacte|rappele|redirige)e?s?\\b`,
    ],
    unless: "\\b(?:si|lorsque|quand|des que|une fois|pas|jamais|aucun|aucune|personne ne)\\b|\\bs'il\\b(?! vous)",
  },
  es: {
    promises: [
      `\\b(?:te|le|lo|la|os|les) (?:voy a |vamos a )?(?:paso|pasamos|pasare|pasar|conecto|conectamos|conectare|conectar|transfiero|transferimos|transferire|transferir|comunico|comunicare|comunicar|pongo|pondre|poner|derivo|derivare|derivar|estoy (?:pasando|conectando|transfiriendo)) [^.!?]{0,50}\\b${enEspanol}\\b`,
      `\\b(?:he|hemos|ya) (?:avisado|informado|trasladado|pasado|transferido|escalado|derivado|avise) [^.!?]{0,50}\\b${enEspanol}\\b`,
      `\\b(?:un|una|nuestro|nuestra|mi|el|alguien|otro|otra)(?: (?:de|del|nuestro|human[oa]))* ?(?:${enEspanol})?(?: (?:human[oa]|del? (?:nuestro )?equipo|de soporte))* (?:(?:te|le|se|os|les|lo) )?(?:va a |van a )?(?:(?:contactar|llamar|atender|responder|escribir|ayudar|comunicar|encargar)[a-z]*|pondra|tomara|asumira|hara cargo)\\b`,
    ],
    unless: '\\b(?:si|cuando|en caso de|una vez|no|nunca|nadie|ningun|ninguna)\\b',
  },
  it: {
    promises: [
      `\\b(?:ti|la|vi|le) (?:sto )?(?:passo|passiamo|passando|passero|metto|mettiamo|mettendo|mettero|trasferisco|trasferiro|trasferendo|collego|collegando|inoltro|faccio) [^.!?]{0,50}\\b${inItaliano}\\b`,
      `\\b(?:ho|abbiamo|inoltro|inoltriamo) (?:gia |appena )?(?:inoltrato|passato|avvisato|informato|trasferito|la tua|la sua) [^.!?]{0,50}\\b${inItaliano}\\b`,
      `\\b(?:un|una|un'|il|la|nostro|nostra|mio|qualcuno|altro)(?: (?:del|di|nostro|nostra))* ?(?:${inItaliano})?(?: (?:uman[oa]|del (?:nostro )?team|dell'assistenza))* (?:(?:ti|la|vi|le|si) )?(?:contattera|chiamera|richiamera|rispondera|ricontattera|scrivera|prendera|occupera|mettera|subentra|aiutera)\\b`,
    ],
    unless: '\\b(?:se|quando|qualora|una volta|non|mai|nessuno|nessun)\\b',
  },
  pt: {
    promises: [
      `\\b(?:vou|vamos|estou a|estou|ja|irei) (?:te |o |a |lhe )?(?:passar|transferir|conectar|ligar|encaminhar|colocar|passa|passando|transferindo|conectando|encaminhando|encaminhei|avisei|chamar)(?:-(?:l[oa]|te|lhe))? [^.!?]{0,50}\\b${emPortugues}\\b`,
      `\\b(?:um|uma|nosso|nossa|meu|minha|a|o|alguem|outro|outra)(?: (?:d[aeo]|nossa|nosso))* ?(?:${emPortugues})?(?: (?:human[oa]|d[ae] (?:nossa )?equip[ea]))* (?:(?:te|lhe|o|se) )?(?:(?:ira|vai|vao) (?:te |lhe |o )?(?:contatar|contactar|ligar|responder|atender|assumir|falar|ajudar|entrar em contat?c?t?o|tratar)[a-z-]*|entrara em contac?to|contactara|contatara|ligara|respondera|assumira|atendera)`,
    ],
    unless: '\\b(?:se|quando|caso|assim que|nao|nunca|ninguem|nenhum|nenhuma)\\b',
  },
}
