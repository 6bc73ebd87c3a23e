import { expect, test } from 'vitest'
import { writtenTool } from '#tests/support/company-tool.ts'
import { resourcesOf, rightsOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const orders = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
const at = (name: string, lambda: string) => writtenTool({ name, target: { lambda } })

const toolSecrets = (tools: readonly object[]) =>
  Object.values(resourcesOf(sampleTemplate({ tools }), 'AWS::SecretsManager::Secret')).filter(({ Properties }) =>
    String(Properties.Description).includes('the tool'),
  )
const invokes = (tools: readonly object[]) => {
  const template = sampleTemplate({ tools })
  const doors = ['ReceiveMessage', 'TakeTurn', 'DeliverMessage', 'AgentApi', 'Sweep', 'Report']
  return Object.fromEntries(
    doors
      .map((door) => [door, rightsOf(template, `${door}Role`).filter((right) => right.includes('lambda:'))] as const)
      .filter(([, rights]) => rights.length > 0),
  )
}

test('the turn alone may invoke exactly the functions that tools are, each once', () => {
  const tools = [at('look_up_order', orders), at('look_up_parcel', `${orders}:live`), at('look_up_again', orders)]

  expect(invokes(tools)).toEqual({
    TakeTurn: [`Allow lambda:InvokeFunction on ${orders}`, `Allow lambda:InvokeFunction on ${orders}:live`],
  })
})

test('a company whose tools are at URLs may invoke nothing', () => {
  expect(invokes([writtenTool()])).toEqual({})
})

test('a secret is made for each URL, and none for a function', () => {
  expect(toolSecrets([writtenTool(), at('look_up_parcel', orders)])).toHaveLength(1)
  expect(toolSecrets([at('look_up_parcel', orders)])).toEqual([])
})
