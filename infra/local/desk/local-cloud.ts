import { join } from 'node:path'
import { type CallCount, createCallCounter } from '../gateway/call-counter.ts'
import { operatorCaller } from '../gateway/callers.ts'
import { type Gateway, startGateway } from '../gateway/gateway.ts'
import { ownAnswer, sendAnswer } from '../http/api-response.ts'
import { createHttpApi } from '../http/http-api.ts'
import { startIssuer } from '../http/issuer.ts'
import { type Listening, listen } from '../http/listen.ts'
import type { Json } from '../json.ts'
import type { LineSink } from '../lambda/execution-environment.ts'
import type { Mood } from '../model/moods.ts'
import type { Depth } from '../queue/queue-contents.ts'
import { type RunningStack, runStack } from '../run-stack.ts'
import { type Closing, createClosing } from '../stack/closing.ts'
import { openKeep } from '../stack/keep.ts'
import { issuerUrl, localAccount } from '../stack/place.ts'
import { readTemplate } from '../stack/template.ts'
import { ownDynamo, startDynoxide } from '../table/dynoxide.ts'
import { localAgents } from './agents.ts'
import { isLocal, localRoutes } from './local-routes.ts'
import { callbackSecret, describeReady, type Ready, tokenSigner } from './ready.ts'
import { createReplies, type Reply } from './replies.ts'
import { synthesizeHere } from './synthesis.ts'

export interface LocalCloudOptions {
  /** Of the HTTP API on 127.0.0.1. @default any free one */
  readonly port?: number
  /** Where replies to customers are posted, signed. @default the cloud keeps and shows them itself */
  readonly callbackUrl?: string
  /** Keeps table, queues, secrets and the issuer's key across restarts. @default nothing is kept */
  readonly dataFolder?: string
  /** Uses Amazon Bedrock under the developer's own credentials, instead of the stand-in. */
  readonly bedrock?: boolean
  /** @default baton.config.ts */
  readonly configPath?: string
  /** Sees every line the functions write. */
  readonly writeLine?: LineSink
  /** Sees every reply that comes to the cloud's own callback. */
  readonly onReply?: (reply: Reply) => void
  /** Ends the cloud, also while it is still starting. */
  readonly signal?: AbortSignal
  readonly onAnswer?: (method: string, path: string, status: number) => void
}

/** For an SDK client beside the functions, held to no role. */
export interface OperatorAccess {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

export interface LocalCloud {
  readonly url: string
  readonly ready: Ready
  readonly running: RunningStack
  readonly operator: OperatorAccess
  calls(): CallCount[]
  resetCalls(): void
  queues(): Record<string, Depth>
  setMood(mood: Mood): void
  /** Runs the sweep now and waits for it. */
  sweep(): Promise<Json>
  report(): Promise<Json>
  /** A fresh token of a known agent; undefined for anybody else. */
  token(agentId: string, validSeconds?: number): Promise<string | undefined>
  replies(): readonly Reply[]
  close(): Promise<void>
}

const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1'

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
const startParts = async (options: LocalCloudOptions, closing: Closing) => {
  const keep = openKeep(options.dataFolder)
  const front = await startFront(options.port ?? 0, closing)
  const counter = createCallCounter()
  const gateway: Gateway & Listening = await startGateway(counter)
  closing.add(() => gateway.close())
  const [table, model, issuer, synthesis] = await allDone([
    startTable(keep.folder, closing),
    startModel(options.bedrock ?? false, closing),
    startIssuer(issuerUrl({ region, account: localAccount, stackName: '', gatewayUrl: '', frontUrl: front.url }), keep),
    synthesizeHere(
      {
        callbackUrl: options.callbackUrl ?? `${front.url}/_local/callback`,
        ...(options.configPath ? { configPath: options.configPath } : {}),
      },
      closing,
    ),
  ])
  return { keep, front, counter, gateway, table, model, issuer, ...synthesis }
}

const start = async (options: LocalCloudOptions, closing: Closing): Promise<LocalCloud> => {
  const parts = await startParts(options, closing)
  const { keep, front, counter, gateway, table, model, issuer, assembly, config } = parts
  const place = {
    region,
    account: localAccount,
    stackName: assembly.stackName,
    gatewayUrl: gateway.url,
    frontUrl: front.url,
  }
  const running = await runStack({
    stack: readTemplate(assembly.template, place),
    assembly,
    gateway,
    counter,
    tableUrl: table.url,
    model: model.target,
    keep,
    closing,
    writeLine: options.writeLine ?? (() => undefined),
  })
  const sign = tokenSigner(running, issuer, config.auth)
  const agents = localAgents(Object.keys(config.teams))
  const replies = createReplies(
    () => callbackSecret(running),
    (reply) => options.onReply?.(reply),
  )
  const cloud: LocalCloud = {
    url: front.url,
    ready: await describeReady(front.url, running, config, sign),
    running,
    operator: {
      endpoint: gateway.url,
      region,
      credentials: { accessKeyId: operatorCaller.accessKeyId, secretAccessKey: 'local' },
    },
    calls: () => counter.all(),
    resetCalls: () => counter.reset(),
    queues: () => running.queues.depths(),
    setMood: (mood) => model.setMood(mood),
    sweep: () => running.runScheduled(running.functionNamed('Sweep').definition.id),
    report: () => running.runScheduled(running.functionNamed('Report').definition.id),
    token: async (agentId, validSeconds) => {
      const agent = agents.find(({ id }) => id === agentId)
      return agent && sign(agent, validSeconds)
    },
    replies: () => replies.all(),
    close: () => closing.closeAll(),
  }
  const observer = options.onAnswer ? { onAnswer: options.onAnswer } : {}
  const api = createHttpApi(running.api, running.functions, issuer, observer)
  const local = localRoutes({
    cloud,
    replies,
    openIdConfiguration: () => issuer.openIdConfiguration(),
    keys: issuer.keys,
  })
  front.answerWith((incoming, response) => {
    const work = isLocal(incoming.url) ? local(incoming, response) : api(incoming, response)
    work.catch(() => response.destroy())
  })
  return cloud
}

/**
 * Runs the synthesised stack on this machine: Baton as it would be deployed, with emulators under it. A start that
 * fails ends whatever it had begun.
 *
 * @throws {StartError} with one line for whoever started it
 */
export const startLocalCloud = async (options: LocalCloudOptions = {}): Promise<LocalCloud> => {
  const closing = createClosing()
  options.signal?.addEventListener('abort', () => void closing.closeAll(), { once: true })
  try {
    return await start(options, closing)
  } catch (error) {
    await closing.closeAll()
    throw error
  }
}
