import { join } from 'node:path'
import { createCallCounter } from '../gateway/call-counter.ts'
import { startGateway } from '../gateway/gateway.ts'
import { ownAnswer, sendAnswer } from '../http/api-response.ts'
import { startIssuer } from '../http/issuer.ts'
import { listen } from '../http/listen.ts'
import type { Mood } from '../model/moods.ts'
import { ordersTool } from '../orders/orders.ts'
import type { Closing } from '../stack/closing.ts'
import { openKeep } from '../stack/keep.ts'
import { issuerUrl } from '../stack/place.ts'
import { ownDynamo, startDynoxide } from '../table/dynoxide.ts'
import type { LocalCloudOptions } from './cloud.ts'
import { type FakeProviders, playedChannels, startProviders } from './play-providers.ts'
import { type Replies, replyOn } from './replies.ts'
import { synthesizeHere } from './synthesis.ts'

export const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1'

const startModel = async (bedrock: boolean, closing: Closing) => {
  if (bedrock) {
    const { realBedrock } = await import('../gateway/real-bedrock.ts')
    return { target: realBedrock(region), setMood: () => undefined }
  }
  const { startModelStandIn } = await import('../model/stand-in.ts')
  const standIn = await startModelStandIn({ port: 0 })
  closing.add(() => standIn.close())
  return { target: standIn.url, setMood: (mood: Mood) => standIn.setMood(mood) }
}

const startTable = async (folder: string | undefined, closing: Closing) => {
  const own = process.env.DYNAMODB_ENDPOINT
  const server = own ? ownDynamo(own) : await startDynoxide(folder && join(folder, 'table.db'))
  closing.add(() => server.close())
  return server
}

type Handler = Parameters<typeof listen>[1]

/** Listens before anything else exists, since the address is part of what is synthesised. */
const startFront = async (port: number, closing: Closing) => {
  let handler: Handler = (_incoming, response) => sendAnswer(response, ownAnswer(503, 'The local cloud is starting'))
  const front = await listen(port, (incoming, response) => handler(incoming, response))
  closing.add(() => front.close())
  return {
    url: front.url,
    answerWith: (next: Handler) => {
      handler = next
    },
  }
}

/** Like Promise.all, but a failure waits for the others to settle, so that nothing starts after the end. */
const allDone = async <Works extends readonly unknown[]>(works: Works) => {
  await Promise.allSettled(works)
  return Promise.all(works)
}

/** All that can begin before the template is there begins beside the synthesis, on the other core. */
export const startParts = async (options: LocalCloudOptions, closing: Closing, replies: Pick<Replies, 'keep'>) => {
  const keep = openKeep(options.dataFolder)
  const front = await startFront(options.port ?? 0, closing)
  const providers: FakeProviders = await startProviders({
    channels: options.channels ?? [],
    frontUrl: front.url,
    keep,
    closing,
    onHeard: (channel, heard) => replies.keep(replyOn(channel, heard)),
  })
  const counter = createCallCounter()
  const gateway = await startGateway(counter, options.onExchange)
  closing.add(() => gateway.close())
  const [table, model, issuer, synthesis] = await allDone([
    startTable(keep.folder, closing),
    startModel(options.bedrock ?? false, closing),
    startIssuer(issuerUrl({ frontUrl: front.url }), keep),
    synthesizeHere(
      {
        callbackUrl: options.callbackUrl ?? `${front.url}/_local/callback`,
        playedChannels: playedChannels(providers),
        playedTools: { [ordersTool]: `${front.url}/_local/orders` },
        ...(options.configPath ? { configPath: options.configPath } : {}),
      },
      closing,
    ),
  ])
  return { keep, front, providers, counter, gateway, table, model, issuer, ...synthesis }
}
