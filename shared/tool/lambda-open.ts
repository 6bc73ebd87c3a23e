import { LambdaClient } from '@aws-sdk/client-lambda'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { lambdaToolCaller } from './lambda-tool-caller.ts'
import type { ToolCaller } from './tool.ts'

/** Never repeats by itself: whether a tool may be asked twice is not the client's to say. Each call brings its own time. */
export const lambdaClient = (region: string): LambdaClient =>
  new LambdaClient({ region, maxAttempts: 1, requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000 }) })

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openFunctions = (clock: () => number): ToolCaller => lambdaToolCaller({ clientIn: lambdaClient, clock })
