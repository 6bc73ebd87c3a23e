import type { BatonConfig } from '#shared/config/config.ts'
import type { Models } from '../cloud/ports.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

const check = 'articles'

/** Whether Bedrock can embed the articles here, where it is to search them. */
export const checkArticles = async (
  models: Models,
  { store, bedrock: { embeddings } }: BatonConfig['knowledge'],
  region: string,
): Promise<readonly Verdict[]> => {
  if (store !== 'bedrock') return []
  if (!(await models.model(embeddings)))
    return [
      bad(
        check,
        `${embeddings} is not there in ${region}`,
        'set knowledge.bedrock.embeddings to another, or deploy to another region',
      ),
    ]
  const { authorized, entitled, agreed } = await models.availability(embeddings)
  if (!authorized || !entitled)
    return [
      bad(check, `this account may not call ${embeddings}`, 'ask for access in the Bedrock console, Model catalog'),
    ]
  if (!agreed)
    return [
      open(
        check,
        `the terms of ${embeddings} are not agreed to yet`,
        'accept them in the Bedrock console, Model catalog, before the first sync',
      ),
    ]
  return [good(check, `${embeddings} is there in ${region}, and this account may call it`)]
}
