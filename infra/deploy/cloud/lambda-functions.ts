import { GetFunctionConfigurationCommand, LambdaClient, ResourceNotFoundException } from '@aws-sdk/client-lambda'
import { functionArn } from '#shared/config/function-arn.ts'
import { clientSettings } from './client-settings.ts'
import type { Functions } from './ports.ts'

/** Looks at functions where they are, and never calls one. */
export const lambdaFunctions = (): Functions => ({
  find: async (target) => {
    const found = functionArn(target)
    if (!found) return undefined
    const { region, arn, qualifier } = found
    try {
      const { State, StateReason, Timeout } = await new LambdaClient(clientSettings(region)).send(
        new GetFunctionConfigurationCommand({ FunctionName: arn, ...(qualifier && { Qualifier: qualifier }) }),
      )
      return { state: State, reason: StateReason, timeoutSeconds: Timeout }
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined
      throw error
    }
  },
})
