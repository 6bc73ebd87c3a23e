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
  readonly requestId: string
  readonly timer: NodeJS.Timeout
  readonly resolve: (payload: Json) => void
  readonly reject: (error: FunctionError) => void
}

const initWithinMs = 10_000

/** A worker thread with the function loaded, which takes one event after the other. */
export class ExecutionEnvironment {
  readonly ready: Promise<void>
  readonly #definition: FunctionDefinition
  readonly #worker: Worker
  #running: Running | undefined
  #ended = false
  #whyEnded = new FunctionError('', '', '')

  constructor(definition: FunctionDefinition, writeLine: LineSink) {
    this.#definition = definition
    this.#worker = this.#start()
    for (const stream of [this.#worker.stdout, this.#worker.stderr]) {
      createInterface({ input: stream }).on('line', (line) => writeLine(definition.name, line))
    }
    const loaded = Promise.withResolvers<void>()
    this.ready = loaded.promise
    this.ready.catch(() => undefined)
    const late = setTimeout(() => this.#end('Runtime.InitTimeout', 'initialisation took too long'), initWithinMs)
    this.#worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') {
        clearTimeout(late)
        loaded.resolve()
      } else if (message.kind === 'broken') this.#end(message.failure.errorType, message.failure.errorMessage)
      else this.#answer(message)
    })
    this.#worker.on('error', (error: Error) => this.#end(error.name, error.message))
    this.#worker.on('exit', (code) => {
      clearTimeout(late)
      this.#end('Runtime.ExitError', `the worker ended with code ${code}`)
      loaded.reject(this.#whyEnded)
    })
  }

  get ended(): boolean {
    return this.#ended
  }

  async invoke(event: Json): Promise<Json> {
    await this.ready
    if (this.#ended) throw this.#whyEnded
    const requestId = randomUUID()
    const { timeoutMs } = this.#definition
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#end('Sandbox.Timedout', `Task timed out after ${(timeoutMs / 1_000).toFixed(2)} seconds`)
      }, timeoutMs)
      this.#running = { requestId, timer, resolve, reject }
      this.#worker.postMessage({ requestId, event: JSON.stringify(event), deadlineMs: Date.now() + timeoutMs })
    })
  }

  async close(): Promise<void> {
    this.#end('Runtime.Closed', 'the local cloud is closing')
    await this.#worker.terminate()
  }

  #start(): Worker {
    const { id: functionId, arn, folder, handler, memoryMegabytes, environment } = this.#definition
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

  #answer(message: Exclude<WorkerMessage, { kind: 'ready' | 'broken' }>): void {
    const running = this.#running
    if (running?.requestId !== message.requestId) return
    this.#running = undefined
    clearTimeout(running.timer)
    if (message.kind === 'answered') running.resolve(JSON.parse(message.payload))
    else running.reject(this.#error(message.failure))
  }

  #error({ errorType, errorMessage, stack }: WorkerFailure): FunctionError {
    return new FunctionError(this.#definition.id, errorType, errorMessage, stack)
  }

  // Whatever ends it takes the running event with it, and the thread: nothing may go on after a time-out.
  #end(errorType: string, errorMessage: string): void {
    if (this.#ended) return
    this.#ended = true
    this.#whyEnded = this.#error({ errorType, errorMessage })
    clearTimeout(this.#running?.timer)
    this.#running?.reject(this.#whyEnded)
    this.#running = undefined
    void this.#worker.terminate()
  }
}
