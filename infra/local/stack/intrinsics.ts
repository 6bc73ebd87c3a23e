import { isObject, type Json, type JsonObject } from '../json.ts'
import { UnresolvedError } from './errors.ts'

/** Answers what a template's references stand for; undefined where nothing is known. */
export interface Scope {
  ref(name: string): Json | undefined
  attribute(logicalId: string, name: string): Json | undefined
}

type Intrinsic = (argument: Json, scope: Scope, where: string) => Json

const noValue = { Ref: 'AWS::NoValue' }
const isNoValue = (value: Json): boolean => isObject(value) && value.Ref === noValue.Ref

const known = (value: Json | undefined, what: string, where: string): Json => {
  if (value === undefined) throw new UnresolvedError(what, where)
  return value
}

const pair = (argument: Json, name: string, where: string): [Json, Json] => {
  const [first, second] = Array.isArray(argument) ? argument : []
  if (first === undefined || second === undefined) throw new UnresolvedError(`${name} without two arguments`, where)
  return [first, second]
}

const attributeOf = (path: string, scope: Scope, where: string): Json => {
  const dot = path.indexOf('.')
  return known(scope.attribute(path.slice(0, dot), path.slice(dot + 1)), `Fn::GetAtt ${path}`, where)
}

const getAtt: Intrinsic = (argument, scope, where) =>
  attributeOf(Array.isArray(argument) ? argument.join('.') : String(argument), scope, where)

const join: Intrinsic = (argument, scope, where) => {
  const [separator, parts] = pair(argument, 'Fn::Join', where)
  const resolved = resolve(parts, scope, where)
  if (!Array.isArray(resolved)) throw new UnresolvedError('Fn::Join of something that is no list', where)
  return resolved.join(String(separator))
}

const substitute: Intrinsic = (argument, scope, where) => {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}]
  const variables = isObject(own) ? own : {}
  return String(text).replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
    if (literal) return `\${${name}}`
    const variable = variables[name]
    if (variable !== undefined) return String(resolve(variable, scope, where))
    if (name.includes('.')) return String(attributeOf(name, scope, where))
    return String(known(scope.ref(name), `Fn::Sub \${${name}}`, where))
  })
}

const select: Intrinsic = (argument, scope, where) => {
  const [index, list] = pair(argument, 'Fn::Select', where)
  const items = resolve(list, scope, where)
  const item = Array.isArray(items) ? items[Number(index)] : undefined
  return known(item, `Fn::Select ${String(index)}`, where)
}

const split: Intrinsic = (argument, scope, where) => {
  const [separator, text] = pair(argument, 'Fn::Split', where)
  return String(resolve(text, scope, where)).split(String(separator))
}

const intrinsics: Readonly<Record<string, Intrinsic>> = {
  Ref: (name, scope, where) => known(scope.ref(String(name)), `Ref ${String(name)}`, where),
  'Fn::GetAtt': getAtt,
  'Fn::Join': join,
  'Fn::Sub': substitute,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::ToJsonString': (value, scope, where) => JSON.stringify(resolve(value, scope, where)),
  'Fn::Base64': (text, scope, where) => Buffer.from(String(resolve(text, scope, where))).toString('base64'),
}

const resolveObject = (value: JsonObject, scope: Scope, where: string): Json => {
  const [name, ...others] = Object.keys(value)
  if (name !== undefined && others.length === 0) {
    const intrinsic = intrinsics[name]
    if (intrinsic) return intrinsic(value[name] ?? null, scope, where)
    if (name.startsWith('Fn::')) throw new UnresolvedError(name, where)
  }
  const entries = Object.entries(value).filter(([, inner]) => !isNoValue(inner))
  return Object.fromEntries(entries.map(([key, inner]) => [key, resolve(inner, scope, `${where}.${key}`)]))
}

/** Replaces every intrinsic in a piece of the template; `where` names the piece in errors. */
export const resolve = (value: Json, scope: Scope, where: string): Json => {
  if (Array.isArray(value)) {
    return value.filter((inner) => !isNoValue(inner)).map((inner) => resolve(inner, scope, where))
  }
  return isObject(value) ? resolveObject(value, scope, where) : value
}
