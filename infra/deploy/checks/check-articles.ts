import type { BatonConfig } from '#shared/config/config.ts'
import type { Models } from '../cloud/ports.ts'
import { checkAccess } from './check-model.ts'
import { bad, good, type Verdict } from './verdict.ts'

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
  return [good(check, `${embeddings} is there in ${region}`), ...(await checkAccess(models, embeddings))]
}
