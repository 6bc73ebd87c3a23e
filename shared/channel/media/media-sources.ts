import type { Channels } from '../../config/config.ts'
import { isOnThisMachine } from '../../config/public-address.ts'
import type { Reach } from './allowed-url.ts'
import type { MediaSource } from './media.ts'

/** The first of two, as for sending; an empty one is none. */
const tokenOf = (values: readonly string[] | undefined): string | undefined => values?.[0] || undefined

const bearer = (values: readonly string[] | undefined) => {
  const token = tokenOf(values)
  return token === undefined ? undefined : { authorization: `Bearer ${token}` }
}

/** The API's own host, which may be on this machine, and those that it keeps files at. */
const around = (apiUrl: string, hosts: readonly string[] = []): Reach => {
  const { hostname, origin } = new URL(apiUrl)
  return isOnThisMachine(new URL(apiUrl)) ? { hosts, ownOrigin: origin } : { hosts: [hostname, ...hosts] }
}

/** Only what the channel itself would write in a path. */
const plainId = (id: string | undefined): string | undefined => (id && /^[\w-]{1,512}$/.test(id) ? id : undefined)

/** https://docs.slack.dev/reference/objects/file-object: `url_private` wants the token; without it comes a page to sign in at. */
const slack = ({ apiUrl }: { readonly apiUrl: string }): MediaSource => ({
  reach: { ...around(apiUrl), hosts: ['files.slack.com'] },
  locate: ({ url }, { botToken }) => {
    const headers = bearer(botToken)
    return url && headers ? { url, headers } : undefined
  },
})

/** https://www.twilio.com/docs/messaging/api/media-resource: Basic authentication, then a redirect to a URL good for 4 hours. */
const twilio = ({ apiUrl, accountSid }: { readonly apiUrl: string; readonly accountSid: string }): MediaSource => ({
  reach: around(apiUrl, ['mms.twiliocdn.com']),
  locate: ({ url }, { authToken }) => {
    const token = tokenOf(authToken)
    if (!url || !token) return undefined
    // The password is the API's alone: the store that it leads to wants none.
    if (URL.parse(url)?.origin !== new URL(apiUrl).origin) return { url }
    return { url, headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}` } }
  },
})

const urlIn = (answer: unknown): string | undefined => {
  const { url } = (answer ?? {}) as { readonly url?: unknown }
  return typeof url === 'string' ? url : undefined
}

/** The Graph API tells for five minutes where a file is; both want the token. */
const whatsapp = ({ apiUrl }: { readonly apiUrl: string }): MediaSource => ({
  reach: around(apiUrl, ['lookaside.fbsbx.com']),
  locate: (reference, { accessToken }) => {
    const id = plainId(
      reference.id ?? (reference.url?.startsWith(`${apiUrl}/`) ? reference.url.slice(apiUrl.length + 1) : undefined),
    )
    const headers = bearer(accessToken)
    if (!id || !headers) return undefined
    return {
      url: `${apiUrl}/${id}`,
      headers,
      next: (answer) => {
        const url = urlIn(answer)
        return url === undefined ? undefined : { url, headers }
      },
    }
  },
})

/** Links that are good by themselves, and no token goes to them. */
const metaLinks = ({ apiUrl }: { readonly apiUrl: string }): MediaSource => ({
  reach: { ...around(apiUrl), hosts: ['*.fbcdn.net', '*.fbsbx.com', '*.cdninstagram.com'] },
  locate: ({ url }) => (url ? { url } : undefined),
})

/** https://core.telegram.org/bots/api#getfile: up to 20 MB, and the token is in both URLs. */
const telegram = ({ apiUrl }: { readonly apiUrl: string }): MediaSource => ({
  reach: around(apiUrl),
  locate: ({ id }, { botToken }) => {
    const token = tokenOf(botToken)
    if (!plainId(id) || !token) return undefined
    return {
      url: `${apiUrl}/bot${token}/getFile?file_id=${id}`,
      next: (answer) => {
        const path = (answer as { readonly result?: { readonly file_path?: unknown } } | null)?.result?.file_path
        return typeof path === 'string' && /^\w[\w-]*(\/\w[\w.-]*)*$/.test(path)
          ? { url: `${apiUrl}/file/bot${token}/${path}` }
          : undefined
      },
    }
  },
})

/** https://developers.line.biz/en/reference/messaging-api/#get-content: at a host of its own. */
const line = ({ apiUrl }: { readonly apiUrl: string }): MediaSource => {
  const contentUrl = apiUrl.replace('//api.line.me', '//api-data.line.me')
  return {
    reach: around(contentUrl),
    locate: ({ id }, { accessToken }) => {
      const headers = bearer(accessToken)
      return plainId(id) && headers ? { url: `${contentUrl}/v2/bot/message/${id}/content`, headers } : undefined
    },
  }
}

/** By channel, of those that are connected. What a company sends along over the standard channel stays with the company. */
export const mediaSources = (channels: Channels): Readonly<Record<string, MediaSource | undefined>> => ({
  slack: channels.slack && slack(channels.slack),
  twilio: channels.twilio && twilio(channels.twilio),
  whatsapp: channels.whatsapp && whatsapp(channels.whatsapp),
  messenger: channels.messenger && metaLinks(channels.messenger),
  instagram: channels.instagram && metaLinks(channels.instagram),
  telegram: channels.telegram && telegram(channels.telegram),
  line: channels.line && line(channels.line),
})
