import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { Json } from '../json.ts'
import { FunctionError } from './errors.ts'
import type { FunctionDefinition } from './function-definition.ts'
import type { WorkerFailure, WorkerMessage, WorkerSetting } from './worker-messages.ts'

/** One line that a function has written. */
export type LineSink = (functionName: string, line: string) => void

interface Running {
  readonly timer: NodeJS.Timeout
  readonly resolve: (payload: Json) => void
  readonly reject: (error: FunctionError) => void
}

const initWithinMs = 10_000

const startWorker = ({ environment, ...definition }: FunctionDefinition): Worker => {
  const { id: functionId, arn, folder, handler, memoryMegabytes } = definition
  const setting: WorkerSetting = { functionId, arn, folder, handler, memoryMegabytes }
  return new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: setting,
    env: { ...environment },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    stdout: true,
    stderr: true,
  })
}

/** A worker thread with the function loaded. */
export class ExecutionEnvironment {
  /** Settles when the function's module has been loaded. @throws {FunctionError} */
  readonly ready: Promise<void>
  readonly #definition: FunctionDefinition
  readonly #worker: Worker
  readonly #running = new Map<string, Running>()
  /** Events that wait for the module to be loaded; their time does not run yet. */
  #coming = 0
  #retired = false
  #ended: FunctionError | undefined

  constructor(definition: FunctionDefinition, writeLine: LineSink) {
    this.#definition = definition
    this.#worker = startWorker(definition)
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input: stream }).on('line', (line) => writeLine(definition.name, line))
    }
    const loaded = Promise.withResolvers<void>()
    this.ready = loaded.promise
    this.ready.catch(() => undefined)
    const fail = (errorType: string, errorMessage: string, stack?: string) => {
      const error = this.#error({ errorType, errorMessage, ...(stack ? { stack } : {}) })
      clearTimeout(late)
      loaded.reject(error)
      this.#end(error)
    }
    const late = setTimeout(() => fail('Runtime.InitTimeout', 'initialisation took too long'), initWithinMs)
    this.#worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'answered' || message.kind === 'failed') return this.#answer(message)
      clearTimeout(late)
      if (message.kind === 'ready') return loaded.resolve()
      return fail(message.failure.errorType, message.failure.errorMessage, message.failure.stack)
    })
    this.#worker.on('error', ({ name, message, stack }: Error) => fail(name, message, stack))
    this.#worker.on('exit', (code) => fail('Runtime.ExitError', `the worker ended with code ${code}`))
  }

  /** Events in its hands. */
  get load(): number {
    return this.#running.size + this.#coming
  }

  /** Takes no more events, though it may still finish some. */
  get retired(): boolean {
    return this.#retired
  }

  /** @throws {FunctionError} */
  async invoke(event: Json): Promise<Json> {
    this.#coming += 1
    await this.ready.finally(() => {
      this.#coming -= 1
    })
    if (this.#ended) throw this.#ended
    const requestId = randomUUID()
    const { timeoutMs } = this.#definition
    const { promise, resolve, reject } = Promise.withResolvers<Json>()
    this.#running.set(requestId, { timer: setTimeout(() => this.#timeOut(requestId), timeoutMs), resolve, reject })
    this.#worker.postMessage({ requestId, event: JSON.stringify(event), deadlineMs: Date.now() + timeoutMs })
    return promise
  }

  async close(): Promise<void> {
    this.#end(this.#error({ errorType: 'Runtime.Closed', errorMessage: 'the local cloud is closing' }))
    await this.#worker.terminate()
  }

  #answer(message: Extract<WorkerMessage, { requestId: string }>): void {
    const running = this.#take(message.requestId)
    if (message.kind === 'answered') running?.resolve(JSON.parse(message.payload))
    else running?.reject(this.#error(message.failure))
    this.#endWhenIdle()
  }

  // Lambda ends the environment with the event; here others may share it, and finish first.
  #timeOut(requestId: string): void {
    this.#retired = true
    const errorMessage = `Task timed out after ${(this.#definition.timeoutMs / 1_000).toFixed(2)} seconds`
    this.#take(requestId)?.reject(this.#error({ errorType: 'Sandbox.Timedout', errorMessage }))
    this.#endWhenIdle()
  }

  #endWhenIdle(): void {
    if (this.#retired && this.#running.size === 0) void this.#worker.terminate()
  }

  #take(requestId: string): Running | undefined {
    const running = this.#running.get(requestId)
    this.#running.delete(requestId)
    clearTimeout(running?.timer)
    return running
  }

  #error({ errorType, errorMessage, stack }: WorkerFailure): FunctionError {
    return new FunctionError(this.#definition.id, errorType, errorMessage, stack)
  }

  #end(error: FunctionError): void {
    this.#retired = true
    this.#ended ??= error
    for (const requestId of [...this.#running.keys()]) this.#take(requestId)?.reject(error)
    void this.#worker.terminate()
  }
}
