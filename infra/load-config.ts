import { dirname, resolve } from 'node:path'
import { checkConfig } from '#shared/config/check-config.ts'
import type { BatonConfigInput } from '#shared/config/config.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { noticePlaceholders } from '#shared/handoff/notice-keys.ts'
import { worded } from '#shared/handoff/notice-texts.ts'
import { readConfigFile } from './config-file.ts'
import { modelPrice } from './cost/price-list.ts'
import { surveyArticles } from './survey-articles.ts'

/** Connected beside what a company wrote, or instead of it: channels whose providers this machine plays. */
export type PlayedChannels = BatonConfigInput['channels']

/** URLs on this machine of tools that it answers for, by name; a function is played where it is called. */
export type PlayedTools = Readonly<Record<string, string>>

/** Reads a company's configuration and checks all of it. @throws {ConfigError} */
export const loadConfig = async (
  path: string,
  callbackUrl?: string,
  played: PlayedChannels = {},
  playedTools: PlayedTools = {},
): Promise<DeployedConfig> => {
  const written = await readConfigFile(path)
  const surroundings = {
    articlesIn: (folder: string) => surveyArticles(resolve(dirname(path), folder)),
    notices: noticePlaceholders,
    isPriced: (model: string) => modelPrice(model) !== undefined,
  }
  // What is written is checked even where it is overridden, since a deployment will use it.
  const own = checkConfig(written, surroundings)
  const isPlayed = Object.keys(played).length > 0 || Object.keys(playedTools).length > 0
  if (!callbackUrl && !isPlayed) return complete(own)
  const here = toolsAt(playedTools, playing(played, answeredAt(callbackUrl, written)))
  return complete(checkConfig(here, surroundings))
}

const complete = ({ config, version }: DeployedConfig): DeployedConfig => ({
  config: { ...config, notices: worded(config.notices) },
  version,
})

const answeredAt = (callbackUrl: string | undefined, written: BatonConfigInput): BatonConfigInput => {
  const standard = written.channels?.standard
  return standard && callbackUrl
    ? { ...written, channels: { ...written.channels, standard: { ...standard, callbackUrl } } }
    : written
}

/** What a company chose for a channel, such as its template, stays; where the provider is, the played one says. */
const playing = (played: PlayedChannels, written: BatonConfigInput): BatonConfigInput => {
  const own: Readonly<Record<string, object | undefined>> = written.channels ?? {}
  const joined = Object.entries(played).map(([name, settings]) => [name, { ...own[name], ...settings }])
  return { ...written, channels: { ...written.channels, ...Object.fromEntries(joined) } }
}

const toolsAt = (played: PlayedTools, written: BatonConfigInput): BatonConfigInput => {
  const tools = written.tools?.map((tool) => {
    const url = played[tool.name]
    return url === undefined || 'lambda' in tool.target ? tool : { ...tool, target: { url, secret: true as const } }
  })
  return { ...written, ...(tools && { tools }) }
}
