import { fold } from '../../knowledge/words.ts'

/** Folded, in one line each language; what asks after the state of a thing rather than for a rule. */
const state = new RegExp(
  [
    String.raw`\b(where(s| is| are)|status|when (will|does|is|do) (my|our|i get)|has (my|our)|have you (received|got)|(not|never|hasnt|havent|didnt|yet to) (arrived|come|received?|get)|still waiting|track|look up|send me|resend|copy of|how much do i (still )?owe|check my|whats? (is )?my)\b`,
    String.raw`\b(wo (ist|bleib\w*|sind|steckt)|status|wann komm\w* (mein|unser)|(nicht|nie) (angekommen|da|erhalten|bekommen|gekommen)|schick\w* (sie )?mir|zusenden|kopie|sendungsverfolgung|verfolgen)\b`,
    String.raw`\b(ou (est|sont|en est)|statut|suivi\w*|quand (est ce que )?(va |vais je |arrive\w*|sera|recevr\w*)|(pas|jamais|rien) (encore )?(recu|arrive\w*)|envoye[rz] moi|m envoyer|copie)\b`,
    String.raw`\b(donde (esta|estan|anda)|estado|seguimiento|rastre\w*|cuando (me )?(llega\w*)|no (me )?(ha |han |he )?(llegado|recibido|llego|recibi)|envi\w+me|mandar?me|copia)\b`,
    String.raw`\b(dov e|dove (e|si trova|sono)|stato|tracci\w*|quando arriv\w*|non (e |ho |mi e )?(ancora )?(arrivat\w|ricevut\w)|inviarmi|mandarmi|inviatemi|mandatemi|copia)\b`,
    String.raw`\b(onde (esta|estao|anda|fica a minha)|estado|rastre\w*|seguir|quando (e que )?(chega\w*|recebo)|nao (chegou|recebi|chegaram)|envi\w+ me|mandar me|copia)\b`,
    String.raw`\b(waar (is|blijft|zijn)|wanneer komt|(nog )?(niet|nooit) (ontvangen|aangekomen|binnen)|volgen|gdzie (jest|sa)|kiedy (dotrze|przyjdzie|bedzie)|nie (dotarl\w*|otrzymal\w*|przyszl\w*)|nerede|ne zaman gel\w*|gelmedi|ulasmadi|durumu|var (ar|ligger)|hvor (er|bliver|blir)|nar kommer|(inte|ikke) (fatt|kommit|kommet|modtaget|mottatt))\b`,
  ].join('|'),
)
const stateUnspaced =
  /где|статус|когда (при|доста)|не (приш|получ|достав)|де (мо|зара)|не (прийш|отрим)|どこ|いつ届|届いて(い)?ない|届きません|届かない|まだ届|在哪|到哪|哪里了|哪儿|什么时候到|还没(有)?(到|收)|没(有)?收到|物流|어디|언제 ?(와|오|도착)|안 ?왔|못 ?받|도착하지|اين|وين|متى (سي|ي)?صل|لم (ي|ت)?صل|لم استلم/u
const mine =
  /\b(my|our|mine|mein\w{0,2}|unser\w{0,2}|mon|ma|mes|notre|nos|mi|mis|nuestr\w+|mio|mia|miei|mie|meu|minha|meus|minhas|nosso|nossa|mijn|ons|onze|moj\w{0,3}|mitt|min|mina|mine|mit|siparisim|kargom|paketim|faturam|hesabim|aboneligim)\b/
const mineUnspaced =
  /мо(й|я|е|ё|и|ю|его|ей|єї|є|ї)(?!\p{L})|私の|わたしの|注文した|我的|(^|\s)(내|제)\s|طلبي|شحنتي|فاتورتي|حسابي|طردي/u
const general =
  /\b(can i|can you|could i|may i|do you|does it|do i need|is it possible|is there|are there|how (do|can|would) (i|we|you)|what is (your|the)|are you|would it|kann (ich|man)|konnen sie|kann ich|gibt es|bietet|haben sie|habt ihr|ist es moglich|wie (kann|geht|lange|viel)|puis je|peut on|est il possible|est ce que vous|proposez|avez vous|y a t il|comment|puedo|se puede|podria|teneis|tienen|ofrec\w+|es posible|hay (alg\w+)?|posso|si puo|e possibile|avete|offrite|c e|come (si|posso)|e possivel|voces tem|oferecem|tem|ha (algum\w*)?|como (posso|faco)|kan ik|is het mogelijk|hebben jullie|czy (mozna|moge|macie)|var mi|mumkun mu|kan jag|kan jeg)\b/
/** An order, an invoice, a booking: what tells one thing of one customer from all others; and no amount of money. */
const identifier =
  /(?<![\p{L}\p{N}]|[€$£]\s?)(#\s?)?(\p{Lu}{1,5}[-_/]?)?\d[\d-]{3,}(?![\p{L}\p{N}]|\s?(?:[%€$£]|(?:[Ee]uros?|EUR|USD|GBP|CHF|[Dd]ollars?|[Pp]ounds?)(?!\p{L})))/u
const ownStates =
  /\b(parcel|package|paket|colis|paquete|pacco|encomenda|pakket|paczk\w*|kargo|tracking|delivery|lieferung)\b/

/** Whether a question is about the customer's own things, which no article can know. */
export const isAboutOwnThings = (text: string): boolean => {
  const folded = fold(text)
    .replace(/['’`´-]/g, ' ')
    .replace(/\s+/g, ' ')
  const asksState = state.test(folded) || stateUnspaced.test(text)
  const says = [
    identifier.test(text) ? 2 : 0,
    asksState ? 1 : 0,
    stateUnspaced.test(text) ? 1 : 0,
    mine.test(folded) || mineUnspaced.test(text) ? 1 : 0,
    asksState && ownStates.test(folded) ? 1 : 0,
    general.test(folded) ? -1 : 0,
  ]
  return says.reduce((sum, one) => sum + one, 0) >= 2
}
