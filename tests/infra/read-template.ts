import type { Template } from 'aws-cdk-lib/assertions'

export interface Resource {
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
}

interface Statement {
  readonly Effect: string
  readonly Principal?: unknown
  readonly Action: string | readonly string[]
  readonly Resource: unknown
}

export const resourcesOf = (template: Template, type: string): Readonly<Record<string, Resource>> =>
  template.findResources(type) as Record<string, Resource>

/** A reference as text, logical ids without their hash: `StateTable/index/lists`. */
export const plain = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Readonly<Record<string, unknown>>
  if (typeof Ref === 'string') return Ref.startsWith('AWS::') ? `<${Ref.slice(5)}>` : unhashed(Ref)
  if (Array.isArray(attribute)) return unhashed(attribute[0])
  if (Array.isArray(join)) return join[1].map(plain).join(join[0])
  throw new Error(`cannot read ${JSON.stringify(value)}`)
}

const unhashed = (logicalId: string): string => logicalId.replace(/[0-9A-F]{8}$/, '')

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])

/** Everything a role may do, a line per action and resource, sorted. */
export const rightsOf = (template: Template, role: string): readonly string[] =>
  Object.values(resourcesOf(template, 'AWS::IAM::Policy'))
    .filter(({ Properties }) => list(Properties.Roles).some((holder) => plain(holder) === role))
    .flatMap(({ Properties }) => (Properties.PolicyDocument as { Statement: readonly Statement[] }).Statement)
    .flatMap(({ Effect, Action, Resource }) =>
      list(Action).flatMap((action) => list(Resource).map((on) => `${Effect} ${action} on ${plain(on)}`)),
    )
    .sort()

/** Whom a bucket's own policy lets in, a line per action and resource, sorted; refusals left out. */
export const bucketRights = (id: string, { PolicyDocument }: Resource['Properties']): readonly string[] =>
  (PolicyDocument as { readonly Statement: readonly Statement[] }).Statement.filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal, Action, Resource }) => {
      const who = Object.values({ ...(Principal as object) }).flatMap((one) => list(one).map(plain))
      return who.flatMap((one) =>
        list(Action).flatMap((action) =>
          list(Resource).map((on) => `${unhashed(id)}: ${one} ${action} on ${plain(on)}`),
        ),
      )
    })
    .sort()
