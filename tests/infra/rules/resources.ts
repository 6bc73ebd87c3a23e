import type { Template } from 'aws-cdk-lib/assertions'

export interface AnyResource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
}

/** A template's resources by logical id. A rule reads them and tells its faults, a line each. */
export type Resources = Readonly<Record<string, AnyResource>>

export const resourcesIn = (template: Template): Resources => template.toJSON().Resources as Resources

export const ofType = (resources: Resources, type: string): readonly (readonly [id: string, AnyResource])[] =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type)

/** The same resources and one more. */
export const planted = (resources: Resources, Type: string, Properties: object, rest: object = {}): Resources => ({
  ...resources,
  Planted: { Type, Properties: { ...Properties }, ...rest },
})

/** Every logical id that a value refers to, however deep. */
export const referredTo = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return []
  const { Ref, 'Fn::GetAtt': attribute } = value as Readonly<Record<string, unknown>>
  if (typeof Ref === 'string') return [Ref]
  if (Array.isArray(attribute)) return [String(attribute[0])]
  return Object.values(value).flatMap(referredTo)
}

/** What lies at a path such as `Replicas.0.SSESpecification`. */
export const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value)
