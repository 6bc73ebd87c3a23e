import { explainFailure, isDenied } from '../cloud/failure.ts'
import type { FoundationModel, Models } from '../cloud/ports.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

const check = 'model'

export interface ModelFound {
  readonly verdicts: readonly Verdict[]
  /** As Bedrock and its quotas name it, such as `Nova 2 Lite`. */
  readonly name: string | undefined
}

/** A profile such as `eu.amazon.nova-2-lite-v1:0` begins with a geography; a plain model id has its maker first. */
const profileId = /^(us|eu|apac|jp|au|ca|us-gov|global)\.(?<model>.+)$/

/** The model behind an inference profile's id; a plain model id is its own. */
export const modelBehind = (id: string): string => profileId.exec(id)?.groups?.model ?? id

/** Whether the configured model can be called from this region, by this account. */
export const checkModel = async (models: Models, id: string, region: string, call: boolean): Promise<ModelFound> => {
  const isProfile = modelBehind(id) !== id
  if (isProfile && !(await models.profile(id)))
    return { verdicts: [await elsewhere(models, id, region)], name: undefined }
  const model = await models.model(modelBehind(id))
  // A profile may lead to regions that have the model while its own has not.
  if (!model && !isProfile) return { verdicts: [await elsewhere(models, id, region)], name: undefined }
  const access = model ? await checkAccess(models, id) : []
  const verdicts = [good(check, `${id} is there in ${region}`), ...lifecycle(id, model), ...access]
  return { name: model?.name, verdicts: call ? [...verdicts, await calledOnce(models, id)] : verdicts }
}

const elsewhere = async (models: Models, id: string, region: string): Promise<Verdict> => {
  const maker = modelBehind(id).split('.')[0] ?? ''
  const others = (await models.profiles()).filter((other) => modelBehind(other).startsWith(`${maker}.`))
  const same = others.filter((other) => modelBehind(other) === modelBehind(id))
  const offered = (same.length > 0 ? same : others).slice(0, 3)
  const todo =
    offered.length > 0
      ? `set model.id to ${offered.join(' or ')}`
      : 'set model.id to one of this region, or deploy to another'
  return bad(check, `${id} is not there in ${region}`, todo)
}

const lifecycle = (id: string, model: FoundationModel | undefined): readonly Verdict[] =>
  model?.lifecycle === 'LEGACY'
    ? [
        open(
          check,
          `${id} is on its way out: Bedrock calls it LEGACY, and closes such models to new accounts`,
          'choose a newer model.id',
        ),
      ]
    : []

/** Whether this account may call a model that is there. */
export const checkAccess = async (models: Models, id: string): Promise<readonly Verdict[]> => {
  try {
    const { authorized, entitled, agreed } = await models.availability(modelBehind(id))
    if (!authorized)
      return [
        bad(check, `this account is not authorized for ${id}`, 'ask whoever administers the account, or AWS support'),
      ]
    if (!entitled)
      return [
        bad(check, `this account has no access to ${id}`, 'open the model in the Bedrock console and ask for access'),
      ]
    if (!agreed)
      return [
        open(
          check,
          `the terms of ${id} are not agreed to yet`,
          'its first call does so; some makers want a form first: Bedrock console, Model catalog',
        ),
      ]
    return [good(check, 'this account may call it')]
  } catch (error) {
    return [
      open(
        check,
        `its access could not be looked at: ${explainFailure(error).found}`,
        'try "npm run doctor -- --call-model"',
      ),
    ]
  }
}

const calledOnce = async (models: Models, id: string): Promise<Verdict> => {
  try {
    await models.call(id)
    return good(check, 'it answered a call')
  } catch (error) {
    const { found, todo } = explainFailure(error)
    return bad(
      check,
      `a call failed: ${found}`,
      isDenied(error) ? 'ask for access in the Bedrock console, Model catalog' : todo,
    )
  }
}
