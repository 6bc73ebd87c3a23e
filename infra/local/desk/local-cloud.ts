import { operatorCaller } from '../gateway/callers.ts'
import { sendAnswer } from '../http/api-response.ts'
import { createHttpApi } from '../http/http-api.ts'
import { answerOrder, ordersTool } from '../orders/orders.ts'
import { playedFunctions } from '../orders/played-functions.ts'
import { type RunningStack, runStack } from '../run-stack.ts'
import { type Closing, createClosing } from '../stack/closing.ts'
import { localAccount } from '../stack/place.ts'
import { readTemplate } from '../stack/template.ts'
import { localAgents } from './agents.ts'
import type { LocalCloud, LocalCloudOptions } from './cloud.ts'
import { localPages } from './local-pages.ts'
import { isLocal, localRoutes } from './local-routes.ts'
import { enterSecrets } from './play-providers.ts'
import { callbackSecret, describeReady, tokenSigner, toolSecret } from './ready.ts'
import { createReplies, type Replies } from './replies.ts'
import { region, startParts } from './start-parts.ts'

export type { LocalCloud, LocalCloudOptions } from './cloud.ts'

type Parts = Awaited<ReturnType<typeof startParts>>

const runBaton = (
  { assembly, gateway, front, counter, table, model, keep, config, bases }: Parts,
  options: LocalCloudOptions,
  closing: Closing,
): Promise<RunningStack> => {
  const place = {
    region,
    account: localAccount,
    stackName: assembly.stackName,
    gatewayUrl: gateway.url,
    frontUrl: front.url,
  }
  options.changeTemplate?.(assembly.template)
  return runStack({
    stack: readTemplate(assembly.template, place),
    assembly,
    gateway,
    counter,
    tableUrl: table.url,
    model: model.target,
    playedFunctions: playedFunctions(config.tools),
    bases,
    keep,
    closing,
    writeLine: options.writeLine ?? (() => undefined),
  })
}

const cloudOf = async (
  { front, gateway, counter, model, issuer, config, providers }: Parts,
  running: RunningStack,
  replies: Replies,
  closing: Closing,
): Promise<Omit<LocalCloud, 'buildConsole'>> => {
  const sign = tokenSigner(running, issuer, config.auth)
  const agents = localAgents(Object.keys(config.teams))
  const runClock = (door: string) => running.runScheduled(running.functionNamed(door).definition.id)
  return {
    url: front.url,
    ready: await describeReady(front.url, running, config, sign, providers),
    running,
    providers,
    operator: {
      endpoint: gateway.url,
      region,
      credentials: { accessKeyId: operatorCaller.accessKeyId, secretAccessKey: 'local' },
    },
    calls: () => counter.all(),
    resetCalls: () => counter.reset(),
    queues: () => running.queues.depths(),
    setMood: (mood) => model.setMood(mood),
    sweep: () => runClock('Sweep'),
    report: () => runClock('Report'),
    token: async (agentId, validSeconds) => {
      const agent = agents.find(({ id }) => id === agentId)
      return agent && sign(agent, validSeconds)
    },
    answerOrder: (body, headers) => answerOrder(body, headers, toolSecret(running, ordersTool)),
    replies: () => replies.all(),
    close: () => closing.closeAll(),
  }
}

const start = async (options: LocalCloudOptions, closing: Closing): Promise<LocalCloud> => {
  const replies: Replies = createReplies(
    () => callbackSecret(running),
    (reply) => options.onReply?.(reply),
  )
  const parts = await startParts(options, closing, replies)
  const { front, issuer, providers } = parts
  const running: RunningStack = await runBaton(parts, options, closing)
  enterSecrets(running, providers)
  const cloud = await cloudOf(parts, running, replies, closing)
  const observer = options.onAnswer ? { onAnswer: options.onAnswer } : {}
  const api = createHttpApi(running.api, running.functions, issuer, observer)
  const local = localRoutes({ cloud, replies, issuer })
  const pages = localPages(parts, running, closing)
  front.answerWith((incoming, response) => {
    const page = pages.answer(incoming)
    const other = isLocal(incoming.url) ? local : api
    const work = page ? page.then((answer) => sendAnswer(response, answer)) : other(incoming, response)
    work.catch(() => response.destroy())
  })
  running.open()
  return { ...cloud, buildConsole: pages.build }
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
