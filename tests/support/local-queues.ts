import { createCallCounter } from '#infra/local/gateway/call-counter.ts'
import { operatorCaller } from '#infra/local/gateway/callers.ts'
import { startGateway } from '#infra/local/gateway/gateway.ts'
import type { JsonObject } from '#infra/local/json.ts'
import { createQueues } from '#infra/local/queue/queues.ts'
import { localAccount } from '#infra/local/stack/place.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

/** The local SQS alone, with queues of these AWS::SQS::Queue properties, for an SDK client to talk to. */
export const startLocalQueues = async (properties: Record<string, JsonObject>, folder?: string) => {
  const gateway = await startGateway(createCallCounter())
  const place = { region: 'us-east-1', account: localAccount, stackName: 'Q', gatewayUrl: gateway.url, frontUrl: '' }
  const resources = Object.entries(properties).map(([id, one]) => [id, { Type: 'AWS::SQS::Queue', Properties: one }])
  const stack = readTemplate({ Resources: Object.fromEntries(resources) }, place)
  const queues = await createQueues(stack, folder)
  const secrets = { find: () => undefined, text: () => undefined, enter: () => undefined }
  gateway.serve({ place, callers: [operatorCaller], queues, secrets, tableUrl: '', model: '' })
  return {
    queues,
    client: {
      endpoint: gateway.url,
      region: place.region,
      credentials: { accessKeyId: operatorCaller.accessKeyId, secretAccessKey: 'local' },
    },
    urlOf: (id: string) => `${gateway.url}/${localAccount}/${id}`,
    close: async () => {
      queues.close()
      await gateway.close()
    },
  }
}
