import type { WrittenTool } from '#tests/support/company-tool.ts'

export const toolHost = 'tools.example.com'
const order = { type: 'string', maxLength: 40 } as const
const target = (path: string): WrittenTool['target'] => ({ url: `https://${toolHost}/${path}`, secret: true })

/** One that may be repeated, one that may not, and one that knows nothing of anybody. */
export const attackedTools: readonly WrittenTool[] = [
  {
    name: 'look_up_order',
    description: 'Looks up one order of the customer.',
    phrases: ['my order'],
    input: {
      type: 'object',
      properties: { order, detail: { type: 'object', properties: { language: { type: 'string', maxLength: 5 } } } },
      required: ['order'],
    },
    target: target('orders'),
    safe: true,
  },
  {
    name: 'change_delivery',
    description: 'Sends one order of the customer to another street.',
    phrases: ['my delivery'],
    input: {
      type: 'object',
      properties: {
        order,
        street: { type: 'string', maxLength: 60 },
        parts: { type: 'array', items: { type: 'integer' }, maxItems: 3 },
      },
      required: ['order', 'street'],
    },
    output: { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] },
    target: target('deliveries'),
    safe: false,
  },
  {
    name: 'find_shop',
    description: 'Finds the shop that is nearest to a town.',
    phrases: ['nearest shop'],
    input: { type: 'object', properties: { town: { type: 'string', maxLength: 40 } }, required: ['town'] },
    target: target('shops'),
    safe: true,
    needsCustomer: false,
  },
]

/** What each may be asked, field by field: written down once more, so that nothing is judged by what judges it. */
const declared: Readonly<Record<string, readonly (readonly [path: string, is: (value: unknown) => boolean])[]>> = {
  look_up_order: [
    ['order', (value) => typeof value === 'string' && value.length <= 40],
    ['detail', (value) => typeof value === 'object' && value !== null && isOnly(value, ['language'])],
  ],
  change_delivery: [
    ['order', (value) => typeof value === 'string' && value.length <= 40],
    ['street', (value) => typeof value === 'string' && value.length <= 60],
    ['parts', (value) => Array.isArray(value) && value.length <= 3 && value.every(Number.isInteger)],
  ],
  find_shop: [['town', (value) => typeof value === 'string' && value.length <= 40]],
}

const isOnly = (value: object, names: readonly string[]): boolean =>
  Object.entries(value).every(([name, one]) => names.includes(name) && typeof one === 'string' && one.length <= 5)

/** Whether a call holds what the company declared, and nothing beside it. */
export const isDeclared = (tool: string, input: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(input).every(([name, value]) => declared[tool]?.find(([path]) => path === name)?.[1](value) === true)
