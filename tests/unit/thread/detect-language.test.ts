import { describe, expect, test } from 'vitest'
import { detectLanguage } from '#shared/thread/detect-language.ts'

const messages: Record<string, string[]> = {
  en: [
    'where is my order?',
    'I was charged twice',
    'I want to talk to a human',
    'hello',
    'the lamp is broken',
    'how do I return a table',
    'thanks',
    'cancel my subscription please',
    'My parcel has not arrived yet',
    'can you help me',
  ],
  de: [
    'Wo ist meine Bestellung?',
    'Mir wurde doppelt abgebucht',
    'Ich möchte mit einem Menschen sprechen',
    'hallo, ich habe eine Frage',
    'die Lampe ist kaputt',
    'Wie kann ich das zurückgeben',
    'danke',
    'bitte kündigen Sie mein Abo',
    'Mein Paket ist noch nicht da',
    'guten Tag',
  ],
  es: [
    '¿Dónde está mi pedido?',
    'Me han cobrado dos veces',
    'quiero hablar con una persona',
    'hola',
    'la lámpara está rota',
    'cómo devuelvo un producto',
    'gracias',
    'quiero cancelar mi suscripción',
    'el paquete todavía no ha llegado',
    'buenos días',
  ],
  fr: [
    'Où est ma commande ?',
    "J'ai été débité deux fois",
    'je veux parler à un humain',
    'bonjour',
    'la lampe est cassée',
    'comment retourner un article',
    'merci',
    'je souhaite résilier mon abonnement',
    "mon colis n'est pas encore arrivé",
    "pouvez-vous m'aider",
  ],
  pt: [
    'Onde está o meu pedido?',
    'Fui cobrado duas vezes',
    'quero falar com uma pessoa',
    'olá',
    'a lâmpada está quebrada',
    'como faço para devolver um produto',
    'obrigado',
    'quero cancelar minha assinatura',
    'a encomenda ainda não chegou',
    'bom dia',
  ],
  it: [
    "Dov'è il mio ordine?",
    'Mi avete addebitato due volte',
    'voglio parlare con una persona',
    'ciao',
    'la lampada è rotta',
    'come posso restituire un prodotto',
    'grazie',
    'vorrei annullare il mio abbonamento',
    'il pacco non è ancora arrivato',
    'buongiorno',
  ],
  nl: [
    'Waar is mijn bestelling?',
    'Er is dubbel afgeschreven van mijn rekening',
    'ik wil met een mens praten',
    'hallo, ik heb een vraag',
    'de lamp is kapot',
    'hoe kan ik dit terugsturen',
    'bedankt',
    'ik wil mijn abonnement opzeggen',
    'mijn pakket is er nog niet',
  ],
  pl: ['Gdzie jest moje zamówienie?', 'Chcę rozmawiać z człowiekiem', 'dziękuję'],
  tr: ['Siparişim nerede?', 'Bir insanla görüşmek istiyorum', 'teşekkürler'],
  da: [
    'Hvor længe kan jeg returnere en cykel?',
    'Jeg har ventet i tre uger. Jeg vil tale med et menneske.',
    'Hvad koster fragten?',
    'Kan jeg få mine penge tilbage?',
  ],
  nb: ['Jeg har blitt belastet to ganger', 'Hva koster frakten?'],
  sv: [
    'Jag har blivit debiterad två gånger',
    'Hur lång tid tar leveransen?',
    'Var är min beställning?',
    'Min lampa är trasig',
  ],
  fi: ['Hei, haluan puhua ihmisen kanssa', 'Missä tilaukseni on?', 'Haluan rahani takaisin'],
  cs: ['Chci mluvit s člověkem', 'Kde je moje objednávka?', 'Kolik stojí doprava?'],
  ro: ['Unde este comanda mea?', 'Vreau să vorbesc cu un om'],
  hu: ['Hol van a rendelésem?', 'Egy emberrel szeretnék beszélni'],
  vi: ['Đơn hàng của tôi ở đâu?', 'Tôi muốn nói chuyện với một người'],
  id: ['Di mana pesanan saya?', 'Saya mau bicara dengan orang'],
  ru: ['Где мой заказ?', 'Хочу поговорить с человеком'],
  uk: ['Де моє замовлення? Її ще немає', 'Я хочу поговорити з людиною'],
  ja: ['注文はどこですか'],
  zh: ['我的订单在哪里'],
  ar: ['أين طلبي؟'],
}

describe.each(Object.entries(messages))('%s', (language, texts) => {
  test.each(texts)('is recognised in "%s"', (text) => {
    expect(detectLanguage(text)).toBe(language)
  })
})

describe('when the words do not tell', () => {
  test.each(['', '4711', 'ok', '👍👍', 'OAK-LAMP 2000 XL', 'Lumen', 'ada@example.com', 'no', 'hallo', 'hello hola'])(
    '"%s" is nobody’s',
    (text) => {
      expect(detectLanguage(text)).toBeUndefined()
    },
  )

  test('the fallback is taken, and only then', () => {
    expect(detectLanguage('4711', 'pt-BR')).toBe('pt-BR')
    expect(detectLanguage('where is my order?', 'pt-BR')).toBe('en')
  })
})

describe('where languages share what a short message has', () => {
  test.each(['Hvor er pakken min?', 'Hej'])('"%s" is Danish to a Danish company, and nobody’s elsewhere', (text) => {
    expect(detectLanguage(text)).toBeUndefined()
    expect(detectLanguage(text, 'da')).toBe('da')
  })

  test('whoever writes Ukrainian, Bulgarian, Japanese or Persian goes on in it without a letter of its own', () => {
    expect([detectLanguage('Дата 12.03', 'uk'), detectLanguage('Дата 12.03', 'bg-BG')]).toEqual(['uk', 'bg-BG'])
    expect([detectLanguage('返品期限', 'ja'), detectLanguage('سلام', 'fa')]).toEqual(['ja', 'fa'])
  })

  test('and nobody does whose script is another', () => {
    expect([detectLanguage('Дата 12.03', 'en'), detectLanguage('返品期限', 'de')]).toEqual(['ru', 'zh'])
    expect([detectLanguage('返品はできますか', 'zh'), detectLanguage('حسابي', 'uk')]).toEqual(['ja', 'ar'])
  })
})

test('a quarter of a million characters are no trouble', () => {
  expect(detectLanguage('a'.repeat(250_000))).toBeUndefined()
  expect(detectLanguage('where is my order? '.repeat(12_000))).toBe('en')
})

// What an assistant of six languages is asked most, as short as customers write it.
const shortQuestions: Record<string, string[]> = {
  en: ['I forgot my password', 'no reply yet', 'wrong colour delivered', 'change address'],
  de: ['Passwort vergessen', 'falsche Farbe geliefert', 'Gutschein einlösen', 'einen echten Menschen'],
  es: ['no reconozco este cargo', 'voy a demandarles', 'póngame con un agente', 'hacen envíos a Canarias'],
  fr: ['mot de passe oublié', 'retourner un article', 'mauvaise couleur', 'carte cadeau'],
  pt: ['Quanto tempo demora a entrega?', 'vou processar vocês', 'mudar o endereço', 'quanto custa o envio'],
  it: ['cambiare indirizzo', 'spedite in Svizzera', 'colore sbagliato', 'quanto costa la consegna'],
}

test.each(Object.entries(shortQuestions))('a short question in %s is told by its nouns', (language, texts) => {
  expect(texts.map((text) => [text, detectLanguage(text)])).toEqual(texts.map((text) => [text, language]))
})

test.each(['cancelar pedido', 'status', 'agente'])(
  '"%s", which two languages share or none has, is told by neither',
  (text) => {
    expect(detectLanguage(text)).toBeUndefined()
  },
)
