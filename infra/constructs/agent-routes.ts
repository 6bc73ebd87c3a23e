/** The agent API, a route per operation, every one behind the authorizer; its OpenAPI document is held to this list by a test. */
export const agentRoutes = [
  'GET /agents/me',
  'GET /teams',
  'GET /teams/{team}/line',
  'POST /teams/{team}/claim',
  'POST /handoffs/{id}/heartbeat',
  'POST /handoffs/{id}/accept',
  'POST /handoffs/{id}/release',
  'POST /handoffs/{id}/decline',
  'POST /handoffs/{id}/messages',
  'POST /handoffs/{id}/notes',
  'POST /handoffs/{id}/transfer',
  'POST /handoffs/{id}/return',
  'POST /handoffs/{id}/resolve',
  'GET /agents/me/handoffs',
  'GET /conversations/{id}',
  'GET /conversations/{id}/attachments/{messageId}/{index}',
  'GET /handoffs',
  'GET /reports/weekly',
  'POST /what-if',
  'GET /what-if/{id}',
  'GET /what-if/{id}/differences',
  'PUT /customers/{id}',
  'DELETE /customers/{id}',
  'GET /erasures/{id}',
] as const

/** Served to anybody: it describes the API and holds nothing of a company. */
export const openApiRoute = 'GET /openapi.json'

/** A channel may also verify its endpoint with a GET; the signature is the door's to check. */
export const webhookRoute = 'ANY /webhooks/{channel}'
