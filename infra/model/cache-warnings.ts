import { standingTokens } from '#shared/assistant/bedrock-request.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { modelFamily, modelIds } from '#shared/config/model-families.ts'

/** One line for each model whose instructions are too short to be kept: then only long conversations gain by a cache. */
export const cacheWarnings = (config: BatonConfig): readonly string[] => {
  if (!config.model.cache) return []
  return modelIds(config.model).flatMap((id) => {
    const { cachedFrom, name } = modelFamily(id)
    const tokens = standingTokens(config, id, config.tools)
    if (cachedFrom === undefined) return [`model.cache: no cache is known of ${id}: its calls cost the same`]
    if (tokens >= cachedFrom) return []
    const short = `the instructions for ${id} are about ${tokens} tokens`
    return [
      `model.cache: ${short}, and ${name} keeps ${cachedFrom} or more: only conversations that are long gain by it`,
    ]
  })
}
