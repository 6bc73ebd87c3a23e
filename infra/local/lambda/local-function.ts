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

/**
 * In Lambda an environment has one event at a time. A thread costs 40 MB and a tenth of a second of this machine, so
 * beyond these the events share: fifty agents in a long poll are fifty promises here, not fifty threads.
 */
const mostEnvironments = 3

const describe = ({ errorType, message, functionStack }: FunctionError): string =>
  JSON.stringify({ level: 'ERROR', message: 'function.failed', errorType, errorMessage: message, stack: functionStack })

/** Runs events side by side, in idle environments first, then in new ones, then in the least loaded. */
export const startFunction = (definition: FunctionDefinition, writeLine: LineSink): LocalFunction => {
  let environments: ExecutionEnvironment[] = []
  let closing = false

  const create = (): ExecutionEnvironment => {
    const environment = new ExecutionEnvironment(definition, writeLine)
    environments.push(environment)
    return environment
  }

  const take = (): ExecutionEnvironment => {
    environments = environments.filter(({ retired, load }) => !retired || load > 0)
    const open = environments.filter(({ retired }) => !retired)
    const [leastLoaded] = open.toSorted((left, right) => left.load - right.load)
    if (leastLoaded?.load === 0) return leastLoaded
    return leastLoaded && open.length >= mostEnvironments ? leastLoaded : create()
  }

  return {
    definition,
    invoke: async (event) => {
      const environment = take()
      try {
        return await environment.invoke(event)
      } catch (error) {
        if (error instanceof FunctionError && !closing) writeLine(definition.name, describe(error))
        throw error
      }
    },
    warm: async () => {
      await create().ready.catch((cause: Error) => {
        throw new StartError(`function ${definition.name} does not start: ${cause.message}`, { cause })
      })
    },
    close: async () => {
      closing = true
      await Promise.all(environments.map((environment) => environment.close()))
    },
  }
}
