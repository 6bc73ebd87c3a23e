import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { TableExports } from '../export/table-exports.ts'
import { type Listening, listen } from '../http/listen.ts'
import type { AwsCall, Service } from '../iam/access-requests.ts'
import { KnowledgeBaseError, type KnowledgeBases } from '../knowledge/knowledge-bases.ts'
import type { Buckets } from '../object/buckets.ts'
import { ObjectError } from '../object/errors.ts'
import { checkLink } from '../object/link.ts'
import type { ObjectAnswer } from '../object/object-answer.ts'
import { callObjects } from '../object/object-api.ts'
import { isLink } from '../object/read-object-call.ts'
import type { PlayedFunctions } from '../orders/played-functions.ts'
import { QueueError } from '../queue/errors.ts'
import { callQueue } from '../queue/queue-api.ts'
import type { Queues } from '../queue/queues.ts'
import type { Place } from '../stack/place.ts'
import { answer, answerFault, answerObject } from './answer.ts'
import type { CallCounter } from './call-counter.ts'
import { type Caller, type KnownResources, refusal } from './callers.ts'
import { takeEvents } from './events.ts'
import { type ExchangeObserver, observeExchange } from './exchange.ts'
import { createForwarder } from './forward.ts'
import { callFunction } from './functions.ts'
import { accessKeyId, readCall } from './read-call.ts'
import type { Secrets } from './secrets.ts'
import { publish } from './topics.ts'

/** Answers a Converse call instead of the stand-in: the real Bedrock. */
export type RealModel = (call: AwsCall, response: ServerResponse) => Promise<void>

/** Known only once the template has been read; the gateway's own address is part of what it is read with. */
export interface Backends {
  readonly place: Place
  readonly callers: readonly Caller[]
  readonly resources?: KnownResources
  readonly queues: Queues
  readonly secrets: Secrets
  /** @default there are none */
  readonly buckets?: Buckets | undefined
  /** The company's own that this machine plays. @default none */
  readonly functions?: PlayedFunctions | undefined
  /** @default there are none */
  readonly bases?: KnowledgeBases | undefined
  /** @default there is no bucket for them */
  readonly exports?: TableExports | undefined
  readonly tableUrl: string
  readonly model: string | RealModel
}

interface Passing {
  readonly call: AwsCall
  readonly incoming: IncomingMessage
  readonly body: Buffer
  readonly out: ServerResponse
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

const callBases = async ({ bases }: Backends, call: AwsCall, out: ServerResponse) => {
  try {
    if (!bases) throw new KnowledgeBaseError(404, 'ResourceNotFoundException', 'There is no such knowledge base.')
    answer(out, 'bedrock', await bases.call(call.operation, call.input))
  } catch (error) {
    if (!(error instanceof KnowledgeBaseError)) throw error
    answerFault(out, 'bedrock', fault(error.status, error.code, error.message))
  }
}

/** Answers with what the work gives, or with its refusal. */
const answerWith = (out: ServerResponse, work: () => ObjectAnswer) => {
  try {
    answerObject(out, work())
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error
    answerFault(out, 's3', fault(error.status, error.code, error.message))
  }
}

/** Who may not list a bucket is not told either that something is missing from it. */
const objectsFor = (known: Backends, { role }: Caller, call: AwsCall, incoming: IncomingMessage, body: Buffer) => {
  const mayList = role?.wouldAllow({ action: 's3:ListBucket', resource: `arn:aws:s3:::${String(call.input.Bucket)}` })
  try {
    return callObjects(known.buckets, call, incoming, body)
  } catch (error) {
    if (mayList === false && error instanceof ObjectError && error.code === 'NoSuchKey')
      throw new ObjectError(403, 'AccessDenied', 'Access Denied')
    throw error
  }
}

const refuseUnknown = (service: Service, out: ServerResponse) => {
  const code = service === 's3' ? 'InvalidAccessKeyId' : 'UnrecognizedClientException'
  answerFault(out, service, fault(403, code, 'The security token is not known here.'))
}

const refuse = (service: Service, out: ServerResponse, message: string) => {
  const status = ['bedrock', 's3', 'lambda'].includes(service) ? 403 : 400
  answerFault(out, service, fault(status, service === 's3' ? 'AccessDenied' : 'AccessDeniedException', message))
}

/**
 * The one endpoint of all AWS services that functions are given. It knows a caller by its access key, and lets a
 * call through only when that caller's role allows all of it.
 */
export const startGateway = async (counter: CallCounter, observe?: ExchangeObserver): Promise<Gateway> => {
  const forwarder = createForwarder()
  let backends: Backends | undefined

  const pass = async (known: Backends, caller: Caller, { call, incoming, body, out }: Passing) => {
    if (call.service === 'sqs') return callQueueFor(known, call, out)
    if (call.service === 'secretsmanager') return callSecrets(known, call, out)
    if (call.service === 'lambda') return callFunction(known.functions ?? new Map(), call, out)
    if (call.service === 'sns') return answerObject(out, publish(call))
    if (call.service === 'events') return answer(out, 'events', takeEvents(call))
    if (call.service === 's3') return answerWith(out, () => objectsFor(known, caller, call, incoming, body))
    if (known.exports && call.operation === 'ExportTableToPointInTime')
      return answer(out, 'dynamodb', await known.exports.start(call.input))
    if (call.service === 'dynamodb') return forwarder.forward(incoming, body, out, known.tableUrl)
    if (call.knowledgeBase !== undefined) return callBases(known, call, out)
    if (typeof known.model === 'function') return known.model(call, out)
    return forwarder.forward(incoming, body, out, known.model)
  }

  /** Whoever has a link acts under its signer's role, and is counted apart. */
  const follow = (known: Backends, signer: Caller, call: AwsCall, incoming: IncomingMessage, out: ServerResponse) =>
    answerWith(out, () => {
      checkLink(incoming, Date.now())
      const message = refusal(known.place, signer, call, known.resources)
      counter.add(`link of ${signer.name}`, call.service, call.operation, message !== undefined)
      if (message !== undefined) throw new ObjectError(403, 'AccessDenied', message)
      return objectsFor(known, signer, call, incoming, Buffer.alloc(0))
    })

  const handle = async (incoming: IncomingMessage, out: ServerResponse) => {
    const body = await buffer(incoming)
    const call = readCall(incoming, body)
    if (!call || !backends) return out.writeHead(404).end()
    const key = accessKeyId(incoming)
    const caller = backends.callers.find((known) => known.accessKeyId === key)
    if (!caller) return refuseUnknown(call.service, out)
    if (isLink(incoming)) return follow(backends, caller, call, incoming, out)
    if (observe) observeExchange(observe, { caller: caller.name, call }, incoming, body, out)
    const message = refusal(backends.place, caller, call, backends.resources)
    counter.add(caller.name, call.service, call.operation, message !== undefined)
    if (message !== undefined) return refuse(call.service, out, message)
    return pass(backends, caller, { call, incoming, body, out })
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
