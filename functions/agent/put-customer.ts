import { customerProfileSchema } from '#shared/customer/customer.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { customerPath, customerSchema, customerView } from './shapes/customer.ts'
import { customerExample, profileExample } from './shapes/examples.ts'

export const putCustomer = agentOperation({
  operationId: 'putCustomer',
  summary: 'Say who a customer is',
  description:
    'Replaces the whole profile. The id is the one that the standard channel names the sender with; on another channel its ' +
    'name and its own id, such as `whatsapp:15551234567` or `telegram:6581234567`; on Slack `slack:T0123:U0456`. ' +
    'A `phone`, an `email` or an id on a channel under `verified` is one customer’s alone: 409 names those that another has.',
  route: 'PUT /customers/{id}',
  role: 'admin',
  path: customerPath,
  body: customerProfileSchema,
  bodyExample: profileExample,
  answers: { 200: { description: 'As stored', schema: customerSchema, example: customerExample } },
  problems: [403, 409, 415],
  run: async ({ customers, clock }, { path, body }) => {
    const customer = await customers.write({ ...body, id: path.id, updatedAt: clock() })
    return jsonAnswer(200, customerView(customer))
  },
})
