import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type Listening, listen } from '../http/listen.ts'
import type { AwsCall, Service } from '../iam/access-requests.ts'
import { QueueError } from '../queue/errors.ts'
import { callQueue } from '../queue/queue-api.ts'
import type { Queues } from '../queue/queues.ts'
import type { Place } from '../stack/place.ts'
import { answer, answerFault } from './answer.ts'
import type { CallCounter } from './call-counter.ts'
import { type Caller, type KnownResources, refusal } from './callers.ts'
import { type ExchangeObserver, observeExchange } from './exchange.ts'
import { createForwarder } from './forward.ts'
import { accessKeyId, readCall } from './read-call.ts'
import type { Secrets } from './secrets.ts'

/** Answers a Converse call instead of the stand-in: the real Bedrock. */
export type RealModel = (call: AwsCall, response: ServerResponse) => Promise<void>

/** Known only once the template has been read; the gateway's own address is part of what it is read with. */
export interface Backends {
  readonly place: Place
  readonly callers: readonly Caller[]
  readonly resources?: KnownResources
  readonly queues: Queues
  readonly secrets: Secrets
  readonly tableUrl: string
  readonly model: string | RealModel
}

export interface Gateway extends Listening {
  serve(backends: Backends): void
}

const fault = (status: number, code: string, message: string) => ({ status, code, message })

const callQueueFor = async ({ queues }: Backends, call: AwsCall, response: ServerResponse) => {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  try {
    answer(response, 'sqs', await callQueue(queues, call.operation, call.input, gone.signal))
  } catch (error) {
    if (!(error instanceof QueueError)) throw error
    answerFault(response, 'sqs', fault(400, error.code, error.message))
  }
}

const callSecrets = ({ secrets }: Backends, call: AwsCall, response: ServerResponse) => {
  const secret = call.operation === 'GetSecretValue' ? secrets.find(String(call.input.SecretId)) : undefined
  if (secret) return answer(response, 'secretsmanager', secret)
  const message = "Secrets Manager can't find the specified secret."
  return answerFault(response, 'secretsmanager', fault(400, 'ResourceNotFoundException', message))
}

/**
 * The one endpoint of all AWS services that functions are given. It knows a caller by its access key, and lets a
 * call through only when that caller's role allows all of it.
 */
export const startGateway = async (counter: CallCounter, observe?: ExchangeObserver): Promise<Gateway> => {
  const forwarder = createForwarder()
  let backends: Backends | undefined

  const pass = async (known: Backends, call: AwsCall, incoming: IncomingMessage, body: Buffer, out: ServerResponse) => {
    if (call.service === 'sqs') return callQueueFor(known, call, out)
    if (call.service === 'secretsmanager') return callSecrets(known, call, out)
    if (call.service === 'dynamodb') return forwarder.forward(incoming, body, out, known.tableUrl)
    if (typeof known.model === 'function') return known.model(call, out)
    return forwarder.forward(incoming, body, out, known.model)
  }

  const refuseUnknown = (service: Service, out: ServerResponse) =>
    answerFault(out, service, fault(403, 'UnrecognizedClientException', 'The security token is not known here.'))

  const handle = async (incoming: IncomingMessage, out: ServerResponse) => {
    const body = await buffer(incoming)
    const call = readCall(incoming, body)
    if (!call || !backends) return out.writeHead(404).end()
    const key = accessKeyId(incoming)
    const caller = backends.callers.find((known) => known.accessKeyId === key)
    if (!caller) return refuseUnknown(call.service, out)
    if (observe) observeExchange(observe, { caller: caller.name, call }, incoming, body, out)
    const message = refusal(backends.place, caller, call, backends.resources)
    counter.add(caller.name, call.service, call.operation, message !== undefined)
    if (message !== undefined) {
      const status = call.service === 'bedrock' ? 403 : 400
      return answerFault(out, call.service, fault(status, 'AccessDeniedException', message))
    }
    return pass(backends, call, incoming, body, out)
  }

  const server = await listen(0, (incoming, out) => {
    handle(incoming, out).catch(() => out.destroy())
  })
  return {
    ...server,
    serve: (known) => {
      backends = known
    },
    close: async () => {
      forwarder.close()
      await server.close()
    },
  }
}
