import { digits, idOf, letters, randomId } from './ids.ts'
import { messagingApi, type Page, type Platform } from './messaging-api.ts'
import { metaAgain, metaFault, metaHandshake, metaSecrets, signedByMeta } from './meta.ts'
import type { Delivery, OwnPlace, Person, Provider, ProviderSide, Said, SentFile, Signing } from './provider.ts'
import { serviceWindow } from './service-window.ts'

/** Named by the page for itself; here a person of several threads is several. */
const scopedId = ({ id, thread }: Person): string => `7${idOf(digits, 15, id, thread)}`

/** A link that is good by itself. */
const keepFile = ({ files, url }: Page, file: SentFile): object => {
  const id = randomId(letters, 24)
  files.set(id, file)
  const type = file.contentType.startsWith('image/') ? 'image' : 'file'
  return { type, payload: { url: `${url}/cdn/${id}?oh=${randomId(letters, 16)}` } }
}

/** A picture has no caption: what is said of it is a message of its own. */
const eventsOf = (page: Page, said: Said): readonly object[] => {
  const mid = () => `m_${randomId(letters, 60)}`
  if (said.kind === 'choice') return [{ postback: { mid: mid(), title: said.title, payload: said.value } }]
  if (said.kind === 'text') return [{ message: { mid: mid(), text: said.text } }]
  const picture = { message: { mid: mid(), attachments: [keepFile(page, said.file)] } }
  return [picture, ...(said.caption === undefined ? [] : [{ message: { mid: mid(), text: said.caption } }])]
}

const deliver = (page: Page, person: Person, said: Said, signing: Signing): readonly Delivery[] => {
  const sender = { id: scopedId(person) }
  page.people.set(sender.id, person)
  page.window.wrote(sender.id, signing.at)
  return eventsOf(page, said).map((event) =>
    page.tells({ sender, recipient: { id: page.account }, timestamp: signing.at, ...event }, signing),
  )
}

const pageOf = (platform: Platform, { secrets, url, now }: OwnPlace): Page => {
  const account = `1${idOf(digits, 14, platform.object, secrets.appSecret ?? '')}`
  return {
    platform,
    account,
    url,
    accessToken: secrets.accessToken ?? '',
    window: serviceWindow(),
    people: new Map(),
    files: new Map(),
    now,
    tells: (event, signing = { secrets, at: now() }) =>
      signedByMeta(
        { object: platform.object, entry: [{ id: account, time: signing.at, messaging: [event] }] },
        signing,
      ),
  }
}

const side = (platform: Platform, settings: (page: Page) => ProviderSide['settings'], own: OwnPlace): ProviderSide => {
  const page = pageOf(platform, own)
  return {
    settings: settings(page),
    placeOf: (person) => ({ account: page.account, key: scopedId(person), senderId: scopedId(person) }),
    deliver: (person, said, signing) => deliver(page, person, said, signing),
    answer: messagingApi(page),
    isSend: ({ method, path }) => method === 'POST' && path.endsWith('/messages'),
    busy: (seconds) => ({
      ...metaFault({ status: 429, code: 613, message: 'Calls to this api have exceeded the rate limit.' }),
      headers: { 'retry-after': String(seconds) },
    }),
    refusal: () => metaFault({ code: 551, message: "This person isn't available right now." }),
    failure: () => metaFault({ status: 503, code: 2, message: 'Service temporarily unavailable' }),
    again: metaAgain,
    handshake: metaHandshake,
  }
}

const facebook: Platform = {
  object: 'page',
  windowClosed: 2018278,
  measure: (text) => text.length,
  textLimit: 2_000,
}
const instagram: Platform = {
  object: 'instagram',
  windowClosed: 2534022,
  measure: (text) => Buffer.byteLength(text),
  textLimit: 1_000,
}

/** https://developers.facebook.com/documentation/business-messaging/messenger-platform: one page. */
export const messengerProvider: Provider = {
  channel: 'messenger',
  secrets: metaSecrets,
  signsTime: false,
  open: (own) =>
    side(facebook, ({ account, url }) => ({ kind: 'messenger', pageId: account, apiUrl: `${url}/v23.0` }), own),
}

/** https://developers.facebook.com/docs/instagram-platform: one professional account. */
export const instagramProvider: Provider = {
  channel: 'instagram',
  secrets: metaSecrets,
  signsTime: false,
  open: (own) =>
    side(instagram, ({ account, url }) => ({ kind: 'instagram', accountId: account, apiUrl: `${url}/v23.0` }), own),
}
