import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'esbuild'
import { bundleDoors } from '#infra/bundle/bundle-doors.ts'
import { type DoorId, doorEntries, folderName, projectFolder } from '#infra/bundle/door-entries.ts'
import { waitingMegabytes } from '#infra/constructs/door-memory.ts'
import { eventOf, everyChannel, routeOf } from '#tests/faults/channels/every-channel.ts'
import { bodyOf, type SignedChannel, signedChannels } from '#tests/support/signed-channels.ts'
import { type ChannelSink, openChannelSink } from './channel-sink.ts'
import { importMs } from './cold-import.ts'
import { effortOf } from './door-effort.ts'
import { median, rounded } from './median.ts'

const warm = 100
const counted = 200
const rounds = 15

export interface ChannelFigures {
  /** What receive-message spends on one warm message of each channel, at the median. */
  readonly receiveMedianCpuMs: Readonly<Record<string, number>>
  readonly coldLoad: Readonly<Record<string, ColdLoad>>
}

export interface ColdLoad {
  readonly allKibibytes: number
  readonly standardKibibytes: number
  readonly allMedianMs: number
  readonly standardMedianMs: number
  readonly ratio: number
}

/** The door with every file of the other channels emptied: what a deployment of Standard Webhooks alone could be. */
const standardOnly: Plugin = {
  name: 'standard-only',
  setup: (build) => {
    const others =
      /shared\/channel\/(fetch-)?(slack|twilio|whatsapp|messenger|instagram|messaging|telegram|line)(-sender)?\.ts$/
    build.onLoad({ filter: others }, async ({ path }) => {
      const names = [...(await readFile(path, 'utf8')).matchAll(/^export const (\w+)/gm)].map(([, name]) => name)
      return { contents: names.map((name) => `export const ${name} = () => undefined`).join('\n') }
    })
  },
}

const doors = ['ReceiveMessage', 'DeliverMessage'] as const
const entries = Object.fromEntries(doors.map((door) => [door, doorEntries[door]]))

const bundled = async (name: string, plugins: readonly Plugin[]): Promise<string> => {
  const folder = join(projectFolder, '.build', name)
  await bundleDoors(folder, entries, plugins)
  for (const door of doors)
    await writeFile(join(folder, folderName(door), 'config.json'), JSON.stringify(everyChannel()))
  return folder
}

const eventsOf = (channel: SignedChannel): readonly unknown[] => {
  const seconds = Math.floor(Date.now() / 1_000)
  return Array.from({ length: warm + counted }, (_, n) => {
    const body = bodyOf(channel, [channel.event(`I was charged twice for order ${n}`, `id-${n}`, seconds)])
    return eventOf(routeOf(channel), channel.sign(body, seconds))
  })
}

const receiveEffort = async (folder: string, channel: SignedChannel, sink: ChannelSink): Promise<number> => {
  const environment = {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'none',
    AWS_SECRET_ACCESS_KEY: 'none',
    AWS_ENDPOINT_URL: sink.url,
    INBOUND_QUEUE_URL: `${sink.url}/000000000000/inbound.fifo`,
    INBOUND_SECRET_IDS: JSON.stringify({ [routeOf(channel)]: routeOf(channel) }),
  }
  const door = { folder: join(folder, folderName('ReceiveMessage')), environment, memoryMegabytes: waitingMegabytes }
  const before = sink.kept()
  const { medianCpuMs } = await effortOf(door, eventsOf(channel), warm)
  if (sink.kept() - before !== warm + counted) throw new Error(`${channel.name}: not every message was kept`)
  return medianCpuMs
}

const kibibytesOf = async (file: string): Promise<number> => rounded((await readFile(file)).byteLength / 1_024, 0)

/** Turn by turn, so that both meet the same noise. */
const coldLoadOf = async (all: string, standard: string, door: DoorId): Promise<ColdLoad> => {
  const files = [all, standard].map((folder) => join(folder, folderName(door), 'index.mjs'))
  const times: number[][] = files.map(() => [])
  for (let round = 0; round < rounds; round += 1)
    for (const [at, file] of files.entries()) times[at]?.push(await importMs(file))
  const [allMs = 0, standardMs = 0] = times.map(median)
  const [allKibibytes = 0, standardKibibytes = 0] = await Promise.all(files.map(kibibytesOf))
  return {
    allKibibytes,
    standardKibibytes,
    allMedianMs: rounded(allMs, 1),
    standardMedianMs: rounded(standardMs, 1),
    ratio: rounded(allMs / standardMs),
  }
}

/**
 * The receiving door's own CPU time for one message of each channel: the bundle as it is deployed, in a process of its own,
 * with its real SDK clients against a server that takes everything; `process.cpuUsage` around each call of the handler.
 */
export const measureReceiving = async (): Promise<Readonly<Record<string, number>>> => {
  const folder = await bundled('all-channels', [])
  const sink = await openChannelSink(Object.fromEntries(signedChannels.map((one) => [routeOf(one), joined(one)])))
  const figures: Record<string, number> = {}
  try {
    for (const channel of signedChannels) figures[channel.name] = await receiveEffort(folder, channel, sink)
    return figures
  } finally {
    await sink.close()
  }
}

export const measureChannels = async (): Promise<ChannelFigures> => {
  const receiveMedianCpuMs = await measureReceiving()
  const [all, standard] = [await bundled('all-channels', []), await bundled('standard-only', [standardOnly])]
  const coldLoad: Record<string, ColdLoad> = {}
  for (const door of doors) coldLoad[door] = await coldLoadOf(all, standard, door)
  return { receiveMedianCpuMs, coldLoad }
}

const joined = ({ secrets }: SignedChannel): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(secrets).map(([field, values]) => [field, values.join(' ')]))
