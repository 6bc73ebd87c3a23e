import { asObject, isObject, type Json, type JsonObject } from '../json.ts'
import { UnresolvedError } from './errors.ts'
import { attributeOf, type Resource, refOf } from './identity.ts'
import { resolve, type Scope } from './intrinsics.ts'
import type { Place } from './place.ts'

/** A synthesised template with its references answered for one place, piece by piece as pieces are asked for. */
export interface Stack {
  readonly place: Place
  ofType(...types: string[]): Resource[]
  get(logicalId: string): Resource | undefined
  /** Properties without intrinsics. Only what is asked for has to be resolvable. */
  properties(resource: Resource): JsonObject
  property(resource: Resource, name: string): Json | undefined
  arnOf(resource: Resource): string
  /** The resource whose ARN this is, or begins (an alias or version of a function). */
  byArn(arn: string, type: string): Resource | undefined
}

const pseudo = (place: Place): Readonly<Record<string, string>> => ({
  'AWS::Region': place.region,
  'AWS::AccountId': place.account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': place.stackName,
  'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${place.stackName}/local`,
})

const resourcesOf = (template: JsonObject): Map<string, Resource> =>
  new Map(
    Object.entries(asObject(template.Resources))
      .filter((entry): entry is [string, JsonObject] => isObject(entry[1]))
      .map(([id, raw]) => [id, { id, type: String(raw.Type), properties: asObject(raw.Properties) }]),
  )

const scopeOf = (template: JsonObject, resources: Map<string, Resource>, place: Place): Scope => {
  const constants = pseudo(place)
  const parameters = asObject(template.Parameters)
  return {
    ref: (name) => {
      const resource = resources.get(name)
      return resource ? refOf(resource, place) : (constants[name] ?? asObject(parameters[name]).Default)
    },
    attribute: (id, name) => {
      const resource = resources.get(id)
      return resource && attributeOf(resource, name, place)
    },
  }
}

export const readTemplate = (template: JsonObject, place: Place): Stack => {
  const resources = resourcesOf(template)
  const scope = scopeOf(template, resources, place)
  const arnOf = (resource: Resource): string => {
    const found = attributeOf(resource, 'Arn', place)
    if (found === undefined) throw new UnresolvedError(`the ARN of ${resource.type}`, resource.id)
    return String(found)
  }
  const ofType = (...types: string[]) => [...resources.values()].filter(({ type }) => types.includes(type))
  const property = (resource: Resource, name: string): Json | undefined => {
    const raw = resource.properties[name]
    return raw === undefined ? undefined : resolve(raw, scope, `${resource.id}.${name}`)
  }
  return {
    place,
    ofType,
    get: (id) => resources.get(id),
    properties: (resource) => asObject(resolve(resource.properties, scope, resource.id)),
    property,
    arnOf,
    byArn: (wanted, type) =>
      ofType(type).find((resource) => wanted === arnOf(resource) || wanted.startsWith(`${arnOf(resource)}:`)),
  }
}
