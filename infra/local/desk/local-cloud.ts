import { operatorCaller } from '../gateway/callers.ts'
import { createHttpApi } from '../http/http-api.ts'
import { runStack } from '../run-stack.ts'
import { type Closing, createClosing } from '../stack/closing.ts'
import { localAccount } from '../stack/place.ts'
import { readTemplate } from '../stack/template.ts'
import { localAgents } from './agents.ts'
import type { LocalCloud, LocalCloudOptions } from './cloud.ts'
import { isLocal, localRoutes } from './local-routes.ts'
import { callbackSecret, describeReady, tokenSigner } from './ready.ts'
import { createReplies } from './replies.ts'
import { region, startParts } from './start-parts.ts'

export type { LocalCloud, LocalCloudOptions } from './cloud.ts'

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
