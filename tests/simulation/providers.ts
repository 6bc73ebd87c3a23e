/** How one provider is asked to send a message, and what it says once it took it. */
export interface Provider {
  readonly name: string
  readonly at: RegExp
  readonly textIn: (body: string) => string
  readonly answer: object
  /** @default 200 */
  readonly status?: number
}

const metaText = (body: string): string => {
  const { text, message } = JSON.parse(body)
  return text?.body ?? message?.text
}

/** Where each provider is asked, once its settings name the host. */
const providers: readonly Provider[] = [
  {
    name: 'slack',
    at: /^https:\/\/slack\.example\/chat\.postMessage$/,
    textIn: (body) =>
      String(JSON.parse(body).text).replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    answer: { ok: true, ts: '1700000000.000100' },
  },
  {
    name: 'twilio',
    at: /^https:\/\/twilio\.example\/2010-04-01\/Accounts\/AC[0-9a-f]{32}\/Messages\.json$/,
    textIn: (body) => new URLSearchParams(body).get('Body') ?? '',
    answer: { sid: `SM${'0'.repeat(32)}`, status: 'queued' },
    status: 201,
  },
  {
    name: 'whatsapp',
    at: /^https:\/\/whatsapp\.example\/\d+\/messages$/,
    textIn: metaText,
    answer: { messaging_product: 'whatsapp', messages: [{ id: 'wamid.out' }] },
  },
  {
    name: 'messenger',
    at: /^https:\/\/messenger\.example\/\d+\/messages$/,
    textIn: metaText,
    answer: { recipient_id: '7171', message_id: 'm_out' },
  },
  {
    name: 'instagram',
    at: /^https:\/\/instagram\.example\/me\/messages$/,
    textIn: metaText,
    answer: { recipient_id: '7171', message_id: 'm_out' },
  },
  {
    name: 'telegram',
    at: /^https:\/\/telegram\.example\/bot[^/]+\/sendMessage$/,
    textIn: (body) => JSON.parse(body).text,
    answer: { ok: true, result: { message_id: 7 } },
  },
  {
    name: 'line',
    at: /^https:\/\/line\.example\/v2\/bot\/message\/push$/,
    textIn: (body) => JSON.parse(body).messages[0].text,
    answer: { sentMessages: [{ id: '1' }] },
  },
]

/** Undefined for the company's own callback. */
export const providerAt = (url: string): Provider | undefined => providers.find(({ at }) => at.test(url))
