import * as z from 'zod/mini'
import type { Channels } from '../../config/config.ts'
import type { Address } from '../address.ts'
import { lenient, shownName } from '../customer-words.ts'
import { localeOf } from '../locale.ts'
import type { SenderProfile } from './sender-profile.ts'

/** Where a channel's provider tells who somebody is. */
export interface ProfileSource {
  /** The field of the channel's secret that it is asked with. */
  readonly tokenField: 'botToken' | 'accessToken'
  /** Undefined for somebody who is not told of. */
  readonly urlOf: (address: Address, senderId: string) => string | undefined
  /** What a successful answer says; a refusal that comes with 200, by its name. */
  readonly read: (json: unknown) => SenderProfile | string
}

const words = lenient(z.string())

const profileOf = (names: readonly (string | undefined)[], tag?: string): SenderProfile => {
  const [name, locale] = [names.map((one) => shownName(one)).find((one) => one !== undefined), localeOf(tag)]
  return { ...(name !== undefined && { name }), ...(locale !== undefined && { locale }) }
}

/** RFC 5321: as long as an address can be. */
const longestEmail = 254

const slackSchema = z.object({
  ok: z.boolean(),
  error: words,
  user: lenient(
    z.object({
      name: words,
      real_name: words,
      locale: words,
      is_email_confirmed: lenient(z.boolean()),
      profile: lenient(z.object({ display_name: words, real_name: words, email: words })),
    }),
  ),
})

interface SlackSettings {
  readonly apiUrl: string
  readonly vouchesForEmail?: boolean | undefined
}

/** https://docs.slack.dev/reference/methods/users.info, scope `users:read`; for addresses `users:read.email` as well. */
const slack = ({ apiUrl, vouchesForEmail = false }: SlackSettings): ProfileSource => ({
  tokenField: 'botToken',
  urlOf: (_, senderId) =>
    `${apiUrl}/users.info?${new URLSearchParams({ user: senderId, include_locale: 'true' }).toString()}`,
  read: (json) => {
    const { data } = slackSchema.safeParse(json)
    if (!data?.ok) return /^[a-z_]{1,60}$/.exec(data?.error ?? '')?.[0] ?? 'what is no answer'
    const { user } = data
    const { email, real_name, display_name } = user?.profile ?? {}
    const told = vouchesForEmail && user?.is_email_confirmed !== false && email && email.length <= longestEmail
    return {
      ...profileOf([real_name, user?.real_name, display_name, user?.name], user?.locale),
      ...(told && { email }),
    }
  },
})

const lineSchema = z.object({ displayName: words, language: words })

/** Who writes in a group or a room need not be a friend of the account: then the members are asked for. */
const lineMember = ({ key }: Address, senderId: string): string | undefined => {
  const id = encodeURIComponent(senderId)
  if (key === senderId) return key.startsWith('U') ? `profile/${id}` : undefined
  return `${key.startsWith('R') ? 'room' : 'group'}/${encodeURIComponent(key)}/member/${id}`
}

/** https://developers.line.biz/en/reference/messaging-api/#get-profile: a friend's name, and mostly the language. */
const line = ({ apiUrl }: { readonly apiUrl: string }): ProfileSource => ({
  tokenField: 'accessToken',
  urlOf: (address, senderId) => {
    const member = lineMember(address, senderId)
    return member && `${apiUrl}/v2/bot/${member}`
  },
  read: (json) => {
    const { displayName, language } = lineSchema.safeParse(json).data ?? {}
    return profileOf([displayName], language)
  },
})

const metaSchema = z.object({ name: words, username: words, first_name: words, last_name: words })

/** https://developers.facebook.com/docs/messenger-platform/identity/user-profile; another field is another permission. */
const meta = ({ apiUrl }: { readonly apiUrl: string }, fields: string): ProfileSource => ({
  tokenField: 'accessToken',
  urlOf: (_, senderId) => `${apiUrl}/${encodeURIComponent(senderId)}?fields=${fields}`,
  read: (json) => {
    const { name, username, first_name, last_name } = metaSchema.safeParse(json).data ?? {}
    return profileOf([[first_name, last_name].filter(Boolean).join(' '), name, username])
  },
})

/** By channel, of those that are connected and whose messages leave out who wrote. */
export const profileSources = ({
  slack: toSlack,
  line: toLine,
  messenger,
  instagram,
}: Channels): Readonly<Record<string, ProfileSource | undefined>> => ({
  slack: toSlack && slack(toSlack),
  line: toLine && line(toLine),
  messenger: messenger && meta(messenger, 'first_name,last_name'),
  instagram: instagram && meta(instagram, 'name,username'),
})
