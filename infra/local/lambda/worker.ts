// Runs in a thread of its own, as a Lambda execution environment runs in a process of its own.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import type { Invoke, WorkerFailure, WorkerMessage, WorkerSetting } from './worker-messages.ts'

type Handler = (event: unknown, context: object) => unknown

const setting = workerData as WorkerSetting
const say = (message: WorkerMessage) => parentPort?.postMessage(message)

const failureOf = (error: unknown): WorkerFailure =>
  error instanceof Error
    ? { errorType: error.name, errorMessage: error.message, ...(error.stack ? { stack: error.stack } : {}) }
    : { errorType: typeof error, errorMessage: String(error) }

const loadHandler = async (): Promise<Handler> => {
  const dot = setting.handler.lastIndexOf('.')
  const base = join(setting.folder, setting.handler.slice(0, dot))
  const file = ['.mjs', '.js', '.cjs'].map((extension) => base + extension).find(existsSync)
  if (file === undefined) throw new Error(`no module for handler ${setting.handler} in ${setting.folder}`)
  const module = await import(pathToFileURL(file).href)
  const handler = module[setting.handler.slice(dot + 1)]
  if (typeof handler !== 'function') throw new Error(`${setting.handler} is not exported as a function`)
  return handler
}

const contextOf = ({ requestId, deadlineMs }: Invoke) => ({
  awsRequestId: requestId,
  functionName: setting.functionId,
  functionVersion: '$LATEST',
  invokedFunctionArn: setting.arn,
  memoryLimitInMB: String(setting.memoryMegabytes),
  logGroupName: `/aws/lambda/${setting.functionId}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
})

const run = async (handler: Handler, invoke: Invoke) => {
  const { requestId, event } = invoke
  try {
    const result = await handler(JSON.parse(event), contextOf(invoke))
    say({ kind: 'answered', requestId, payload: JSON.stringify(result ?? null) })
  } catch (error) {
    say({ kind: 'failed', requestId, failure: failureOf(error) })
  }
}

try {
  const handler = await loadHandler()
  parentPort?.on('message', (invoke: Invoke) => run(handler, invoke))
  say({ kind: 'ready' })
} catch (error) {
  say({ kind: 'broken', failure: failureOf(error) })
}
