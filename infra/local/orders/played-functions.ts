import type { CompanyTool } from '#shared/config/config.ts'
import { functionArn } from '#shared/config/function-arn.ts'
import type { Json } from '../json.ts'
import { lookUpOrder, ordersTool } from './orders.ts'
import { lookUpWarranty, warrantyTool } from './warranties.ts'

/** What a function of the company answers to what it is told. */
export type PlayedFunction = (event: Json) => object

/** By the ARN that it is called by, its alias or version included. */
export type PlayedFunctions = ReadonlyMap<string, PlayedFunction>

/** The sample company's own, by the tool's name. */
const played: Readonly<Record<string, PlayedFunction>> = {
  [ordersTool]: lookUpOrder,
  [warrantyTool]: lookUpWarranty,
}

/** Those of the declared tools that are functions and that this machine answers for; any other one is not there. */
export const playedFunctions = (tools: readonly CompanyTool[]): PlayedFunctions =>
  new Map(
    tools.flatMap(({ name, target }) => {
      const play = played[name]
      return 'lambda' in target && functionArn(target.lambda) && play ? [[target.lambda, play]] : []
    }),
  )
