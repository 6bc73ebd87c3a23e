import type { Json } from '../json.ts'
import { StartError } from '../stack/errors.ts'
import { FunctionError } from './errors.ts'
import { ExecutionEnvironment, type LineSink } from './execution-environment.ts'
import type { FunctionDefinition } from './function-definition.ts'

export interface LocalFunction {
  readonly definition: FunctionDefinition
  /** @throws {FunctionError} */
  invoke(event: Json): Promise<Json>
  /** Starts one environment ahead of the first event. @throws {StartError} */
  warm(): Promise<void>
  close(): Promise<void>
}

/** Threads are heavier here than environments are to AWS; beyond these, events wait their turn. */
const mostEnvironments = 24

const describe = ({ errorType, message, functionStack }: FunctionError): string =>
  JSON.stringify({ level: 'ERROR', message: 'function.failed', errorType, errorMessage: message, stack: functionStack })

/** Runs events side by side in as many environments as needed, reusing idle ones, as Lambda does. */
export const startFunction = (definition: FunctionDefinition, writeLine: LineSink): LocalFunction => {
  const idle: ExecutionEnvironment[] = []
  const all = new Set<ExecutionEnvironment>()
  const waiting: ((environment: ExecutionEnvironment) => void)[] = []
  let closing = false

  const create = (): ExecutionEnvironment => {
    const environment = new ExecutionEnvironment(definition, writeLine)
    all.add(environment)
    return environment
  }

  const take = (): Promise<ExecutionEnvironment> | ExecutionEnvironment => {
    for (let next = idle.pop(); next; next = idle.pop()) {
      if (!next.ended) return next
      all.delete(next)
    }
    if (all.size < mostEnvironments) return create()
    return new Promise((resolve) => waiting.push(resolve))
  }

  const giveBack = (environment: ExecutionEnvironment) => {
    if (environment.ended) all.delete(environment)
    const next = waiting.shift()
    if (next) next(environment.ended ? create() : environment)
    else if (!environment.ended) idle.push(environment)
  }

  return {
    definition,
    invoke: async (event) => {
      const environment = await take()
      try {
        return await environment.invoke(event)
      } catch (error) {
        if (error instanceof FunctionError && !closing) writeLine(definition.name, describe(error))
        throw error
      } finally {
        if (!closing) giveBack(environment)
      }
    },
    warm: async () => {
      const environment = create()
      await environment.ready.catch((cause: Error) => {
        throw new StartError(`function ${definition.name} does not start: ${cause.message}`, { cause })
      })
      giveBack(environment)
    },
    close: async () => {
      closing = true
      await Promise.all([...all].map((environment) => environment.close()))
    },
  }
}
