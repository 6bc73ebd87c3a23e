import { urlFault } from './check-connections.ts'
import type { CompanyTool } from './config.ts'
import { functionArn } from './function-arn.ts'
import { problem } from './problem.ts'
import type { Entries } from './sound-entries.ts'
import type { ToolField, ToolObject } from './tool-schema.ts'

/** Whose data it is, is said by the platform: a field for it would be filled by the model, and so by whoever writes. */
const ofTheCustomer =
  /^(customer|client|user|account|sender|member)(_?(id|number|no|key|email|phone|name))?$|^(e?_?mail|phone)(_?(address|number))?$/i

const deepest = 4

export const checkTools = (tools: Entries<CompanyTool>): readonly string[] =>
  tools.flatMap(([index, tool], place) => [
    ...checkName(tool, index, tools.slice(0, place)),
    ...checkTarget(tool, index),
    ...checkFields(tool.input, `tools.${index}.input`, 1, true),
    ...(tool.output ? checkFields(tool.output, `tools.${index}.output`, 1, false) : []),
  ])

const checkName = ({ name }: CompanyTool, index: string, before: Entries<CompanyTool>): readonly string[] => {
  if (name === 'reply') return [problem(`tools.${index}.name`, name, "must not be the assistant's own")]
  const isTaken = before.some(([, tool]) => tool.name === name)
  return isTaken ? [problem(`tools.${index}.name`, name, 'must be named once')] : []
}

const arnWanted =
  'must be the ARN of a Lambda function, such as "arn:aws:lambda:eu-central-1:123456789012:function:orders", with an alias or a version if you like'

const checkTarget = ({ target }: CompanyTool, index: string): readonly string[] => {
  if ('lambda' in target)
    return functionArn(target.lambda) ? [] : [problem(`tools.${index}.target.lambda`, target.lambda, arnWanted)]
  const fault = urlFault(new URL(target.url))
  return fault === undefined ? [] : [problem(`tools.${index}.target.url`, target.url, fault)]
}

const checkFields = (field: ToolField, at: string, depth: number, asked: boolean): readonly string[] => {
  if (field.type === 'array') return checkFields(field.items, `${at}.items`, depth + 1, asked)
  if (field.type !== 'object') return []
  if (depth > deepest) return [problem(at, 'object', `must be at most ${deepest} deep`)]
  return [...checkRequired(field, at), ...checkProperties(field, at, depth, asked)]
}

const checkRequired = ({ required = [], properties }: ToolObject, at: string): readonly string[] =>
  required
    .filter((name) => !Object.hasOwn(properties, name))
    .map((name) => problem(`${at}.required`, name, 'must be one of the properties'))

const checkProperties = ({ properties }: ToolObject, at: string, depth: number, asked: boolean): readonly string[] =>
  Object.entries(properties).flatMap(([name, property]) => {
    const path = `${at}.properties.${name}`
    if (asked && depth === 1 && name === 'why') return [`${path}: is not allowed: the model says there why it calls`]
    if (asked && ofTheCustomer.test(name))
      return [`${path}: is not allowed: the customer is sent along by the platform, never by the model`]
    return checkFields(property, path, depth + 1, asked)
  })
