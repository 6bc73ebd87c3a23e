import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ChannelName } from '#shared/config/config.ts'
import { channelsNamed, playableChannels } from '../providers/provider-list.ts'
import { StartError } from '../stack/errors.ts'

export interface StartArguments {
  readonly port: number
  readonly callbackUrl?: string
  readonly channels: readonly ChannelName[]
  readonly dataFolder?: string
  readonly configPath?: string
  readonly bedrock: boolean
  readonly readyJson: boolean
  readonly help: boolean
}

export const defaultPort = 3000

export const usage = `npm start -- [options]
  --port N        port of the API on 127.0.0.1; 0 takes any free one (default ${defaultPort})
  --callback URL  where replies to customers are posted, signed (default: shown here)
  --channel NAME  connects this channel too, its provider played here; may be given several times, or once as "all":
                  ${playableChannels.join(', ')}
  --data DIR      keep everything in this folder, across restarts (default: nothing is kept)
  --config FILE   another configuration than baton.config.ts
  --bedrock       use Amazon Bedrock with your own AWS credentials, instead of the model stand-in
  --ready-json    print one line of JSON when ready, and nothing else, on standard output`

const portOf = (text: string): number => {
  const port = Number(text)
  if (text !== '' && Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartError(`--port "${text}" is not allowed: must be a number from 0 to 65535`)
}

const urlOf = (text: string): string => {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new StartError(`--callback "${text}" is not allowed: must be an http or https URL`)
}

/** The standard channel's other end is either played here or somewhere else. */
const channelsOf = (written: readonly string[], callback: string | undefined): readonly ChannelName[] => {
  const named = channelsNamed(written)
  if (callback === undefined || !named.includes('standard')) return named
  if (written.includes('all')) return named.filter((name) => name !== 'standard')
  throw new StartError('--callback and --channel standard exclude each other: both say where its replies go')
}

const parsed = (written: string[]) => {
  try {
    return parseArgs({
      args: written,
      options: {
        port: { type: 'string', default: String(defaultPort) },
        callback: { type: 'string' },
        channel: { type: 'string', multiple: true, default: [] },
        data: { type: 'string' },
        config: { type: 'string' },
        bedrock: { type: 'boolean', default: false },
        'ready-json': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (cause) {
    throw new StartError(cause instanceof Error ? cause.message.replaceAll('\n', ' ') : String(cause), { cause })
  }
}

/** Reads the command line of `npm start`. @throws {StartError} */
export const readArguments = (written: string[]): StartArguments => {
  const values = parsed(written)
  return {
    port: portOf(values.port),
    ...(values.callback === undefined ? {} : { callbackUrl: urlOf(values.callback) }),
    channels: channelsOf(values.channel, values.callback),
    ...(values.data === undefined ? {} : { dataFolder: resolve(values.data) }),
    ...(values.config === undefined ? {} : { configPath: resolve(values.config) }),
    bedrock: values.bedrock,
    readyJson: values['ready-json'],
    help: values.help,
  }
}
