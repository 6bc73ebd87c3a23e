import type { ApiDefinition } from '#infra/local/http/api-definition.ts'
import type { InvokePermission } from '#infra/local/iam/checks.ts'
import { spokenName } from '#infra/local/stack/identity.ts'

/** Who a function's own policy lets in, beside the roles: nobody but the one API, and only where it has a route. */
export const invitationFaults = (permissions: readonly InvokePermission[], api: ApiDefinition): readonly string[] => {
  const reached = new Set(api.routes.map(({ target }) => target.functionId))
  return permissions.flatMap(({ functionId, principal, sourceArn }) => {
    const name = spokenName(functionId)
    if (principal !== 'apigateway.amazonaws.com') return [`${name} lets in ${principal}, which nothing here needs`]
    if (!sourceArn?.includes(`:${api.id}/`)) return [`${name} lets in every API, not only this one`]
    return reached.has(functionId) ? [] : [`${name} lets in the API, which has no route to it`]
  })
}
