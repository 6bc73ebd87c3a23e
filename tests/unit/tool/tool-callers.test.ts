import { expect, test } from 'vitest'
import type { ToolCall } from '#shared/tool/tool.ts'
import { byTarget, laterCaller } from '#shared/tool/tool-callers.ts'
import { answered, scriptedTools, toolOf, type WrittenTool } from '#tests/support/company-tool.ts'

const callOf = (target: WrittenTool['target']): ToolCall => ({
  tool: toolOf({ target }),
  id: 'call-1',
  conversationId: 't-1.1',
  input: {},
})
const ofUrl = callOf({ url: 'https://tools.example.com/orders', secret: true })
const ofLambda = callOf({ lambda: 'arn:aws:lambda:eu-west-1:123456789012:function:orders' })

test('a tool is asked where its target says, and nowhere else', async () => {
  const [url, lambda] = [scriptedTools(answered({ from: 'url' })), scriptedTools(answered({ from: 'lambda' }))]
  const caller = byTarget({ url, lambda })

  const answers = [await caller.call(ofUrl, 1_000), await caller.call(ofLambda, 1_000)]

  expect(answers).toEqual([answered({ from: 'url' }), answered({ from: 'lambda' })])
  expect([url.calls, lambda.calls]).toEqual([[ofUrl], [ofLambda]])
})

test('what is opened later is opened by the first call, and once', async () => {
  let opened = 0
  const later = laterCaller(async () => {
    opened += 1
    return scriptedTools()
  })
  const before = opened

  await Promise.all([later.call(ofLambda, 1_000), later.call(ofLambda, 1_000)])

  expect([before, opened]).toEqual([0, 1])
})
