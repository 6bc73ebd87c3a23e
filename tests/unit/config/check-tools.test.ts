import { expect, test } from 'vitest'
import { writtenTool } from '#tests/support/company-tool.ts'
import { withSections } from './written-config.ts'

const tool = (fields: object) => withSections({ tools: [{ ...writtenTool(), ...fields }] })
const input = (properties: object, required: readonly string[] = []) =>
  tool({ input: { type: 'object', properties, required } })

test('a tool at a URL is taken', () => {
  expect(tool({})).toEqual([])
})

test.each([
  ['http://tools.example.com/', 'must be https, or http on this machine'],
  ['https://10.0.0.8/orders', 'must be at a public address'],
  ['https://169.254.169.254/latest', 'must be at a public address'],
  ['https://me:secret@tools.example.com/', 'must hold no name and password'],
])('a tool is not called at %s', (url, allowed) => {
  expect(tool({ target: { url, secret: true } })).toEqual([`tools.0.target.url: "${url}" is not allowed: ${allowed}`])
})

const orders = 'arn:aws:lambda:eu-central-1:123456789012:function:orders'

test.each([
  orders,
  `${orders}:live`,
  `${orders}:7`,
  'arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:Or_ders-1',
])('a tool is the function %s', (lambda) => {
  expect(tool({ target: { lambda } })).toEqual([])
})

test.each([
  'orders',
  '123456789012:function:orders',
  'arn:aws:lambda:eu-central-1:123456789012:layer:orders:1',
  'arn:aws:lambda:eu-central-1:1234:function:orders',
  'arn:aws:lambda:*:123456789012:function:orders',
  'arn:aws:lambda:eu-central-1:123456789012:function:*',
  `${orders}:`,
  `${orders}:$LATEST`,
  `${orders}:live:live`,
  'arn:aws:s3:::orders',
])('a tool is not the function %s', (lambda) => {
  expect(tool({ target: { lambda } })).toEqual([
    `tools.0.target.lambda: "${lambda}" is not allowed: must be the ARN of a Lambda function, such as "${orders}", with an alias or a version if you like`,
  ])
})

test('a function needs no secret, and a tool is in one place', () => {
  const where = 'must be a URL with a secret, { url, secret: true }, or a function, { lambda: its ARN }'

  const url = 'https://a.example.com'

  expect(tool({ target: { lambda: orders, secret: true } })).toEqual([
    'tools.0.target.secret: is not a field: must be left out beside the others',
  ])
  expect(tool({ target: { lambda: orders, url, secret: true } })).toEqual([
    expect.stringMatching(/^tools\.0\.target.*is not/),
  ])
  expect(tool({ target: { url } })).toEqual([expect.stringContaining(where)])
})

test.each([{ secret: true }, { url: 'https://a.example.com' }, { url: 'orders', secret: true }, {}])(
  'target %j is none',
  (target) => {
    expect(tool({ target })).toEqual([expect.stringMatching(/^tools\.0\.target/)])
  },
)

test.each(['customer', 'customerId', 'customer_id', 'accountNumber', 'email', 'e_mail', 'phone', 'userId', 'user'])(
  'the model is not asked for the customer: no field "%s"',
  (name) => {
    expect(input({ [name]: { type: 'string' } })).toEqual([
      `tools.0.input.properties.${name}: is not allowed: the customer is sent along by the platform, never by the model`,
    ])
  },
)

test.each(['order', 'accountingYear', 'usedSince', 'phoneModel', 'mailingDay'])('a field "%s" is taken', (name) => {
  expect(input({ [name]: { type: 'string' } })).toEqual([])
})

test('what is required has to be declared, and "why" is the platform’s own', () => {
  expect(input({ order: { type: 'string' } }, ['oder'])).toEqual([
    'tools.0.input.required: "oder" is not allowed: must be one of the properties',
  ])
  expect(input({ why: { type: 'string' } })).toEqual([
    'tools.0.input.properties.why: is not allowed: the model says there why it calls',
  ])
})

test.each([
  { type: 'string', pattern: '(a+)+$' },
  { $ref: '#/definitions/order' },
  { type: ['string', 'null'] },
  { type: 'array' },
  { anyOf: [{ type: 'string' }] },
])('the schema %j is not of the closed kind', (field) => {
  expect(input({ order: field })).toEqual([expect.stringMatching(/^tools\.0\.input\.properties\.order/)])
})

test('a tool is named once, and never like the assistant’s own', () => {
  expect(withSections({ tools: [writtenTool(), writtenTool()] })).toEqual([
    'tools.1.name: "look_up_order" is not allowed: must be named once',
  ])
  expect(tool({ name: 'reply' })).toEqual(['tools.0.name: "reply" is not allowed: must not be the assistant\'s own'])
})

test('a schema is at most four deep', () => {
  const deep = (left: number): object =>
    left === 0 ? { type: 'string' } : { type: 'object', properties: { a: deep(left - 1) } }

  expect(input({ order: deep(3) })).toEqual([])
  expect(input({ order: deep(4) })).toHaveLength(1)
})
