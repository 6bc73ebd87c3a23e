import type { ConverseCommandInput, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime'
import type { BatonConfig, CompanyTool } from '../config/config.ts'
import { type ModelFamily, modelFamily } from '../config/model-families.ts'
import type { DraftRequest } from './assistant.ts'
import { companyTool } from './bedrock-company-tool.ts'
import { converseMessages } from './bedrock-messages.ts'
import { replyInput, replyTool } from './bedrock-reply-tool.ts'
import { promptTurns, recordsIn, systemPrompt } from './prompt.ts'

type Settings = Pick<BatonConfig, 'model' | 'company' | 'triggers'>

/** English has about four characters to a token; a point too early keeps nothing and costs nothing. */
const charactersPerToken = 4

export const tokensOf = (...parts: readonly unknown[]): number =>
  Math.round(parts.reduce<number>((sum, part) => sum + (JSON.stringify(part)?.length ?? 0), 0) / charactersPerToken)

const toolsOf = (settings: Settings, { reply }: ModelFamily, offered: readonly CompanyTool[]): ToolConfiguration => ({
  tools: [replyTool(settings.triggers.own, settings.model.strict), ...offered.map(companyTool)],
  // Left out it is `auto`. Early Nova models reject a forced tool by name; with one tool, `any` forces the same.
  ...(reply === 'any' && { toolChoice: { any: {} } }),
})

const systemOf = ({ company, triggers }: Settings, { reply }: ModelFamily, withTools: boolean): string =>
  systemPrompt(company.name, {
    withTools,
    mayWrite: reply === 'auto',
    ...(reply === 'text' && { schema: replyInput(triggers.own) }),
  })

/** What stays the same from call to call, as tokens: the instructions and the tools. */
export const standingTokens = (settings: Settings, id: string, offered: readonly CompanyTool[]): number => {
  const family = modelFamily(id)
  const system = systemOf(settings, family, offered.length > 0)
  return tokensOf(system, family.reply === 'text' ? '' : toolsOf(settings, family, offered).tools)
}

/** One call of one model, with what its family takes and nothing that it refuses. */
export const converseRequest = (
  settings: Settings,
  id: string,
  request: DraftRequest,
  offered: readonly CompanyTool[],
): ConverseCommandInput => {
  const { temperature, maxTokens, cache, guardrail, serviceTier } = settings.model
  const family = modelFamily(id)
  const { reply, leastTemperature, cachedFrom } = family
  const keeps = cache && cachedFrom !== undefined
  const said = promptTurns(request).slice(0, -1)
  const worthIt = keeps && standingTokens(settings, id, offered) + tokensOf(said.map(({ text }) => text)) >= cachedFrom
  const withTools = offered.length > 0 || recordsIn(request).length > 0
  return {
    modelId: id,
    system: [
      { text: systemOf(settings, family, withTools) },
      ...(keeps ? [{ cachePoint: { type: 'default' as const } }] : []),
    ],
    messages: converseMessages(request, { guarded: guardrail !== undefined, cached: worthIt }),
    inferenceConfig: {
      ...(leastTemperature !== undefined && { temperature: Math.max(temperature, leastTemperature) }),
      maxTokens,
    },
    ...(reply !== 'text' && { toolConfig: toolsOf(settings, family, offered) }),
    ...(guardrail && { guardrailConfig: { guardrailIdentifier: guardrail.id, guardrailVersion: guardrail.version } }),
    ...(serviceTier && { serviceTier: { type: serviceTier } }),
  }
}
