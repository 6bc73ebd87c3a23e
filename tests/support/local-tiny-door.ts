import { DynamoDBClient, PutItemCommand, ScanCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { APIGatewayProxyEventV2WithJWTAuthorizer, Context, SQSEvent } from 'aws-lambda'

const dynamo = new DynamoDBClient({ maxAttempts: 1 })
const sqs = new SQSClient({ maxAttempts: 1 })
const secrets = new SecretsManagerClient({ maxAttempts: 1 })
const table = { TableName: process.env.NOTES_TABLE }

const item = (id: string, text: string) => ({ ...table, Item: { pk: { S: id }, sk: { S: 'NOTE' }, text: { S: text } } })
const put = (id: string, text: string) => dynamo.send(new PutItemCommand(item(id, text)))

const send = (id: string, body: string) =>
  sqs.send(
    new SendMessageCommand({
      QueueUrl: process.env.NOTES_QUEUE_URL,
      MessageBody: body,
      MessageGroupId: id,
      MessageDeduplicationId: crypto.randomUUID(),
    }),
  )

const nameOfError = async (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    (error: Error) => error.name,
  )

const verbs: Record<string, (id: string, event: APIGatewayProxyEventV2WithJWTAuthorizer, context: Context) => unknown> =
  {
    note: async (id, event) => {
      await send(id, event.body ?? '')
      return { statusCode: 202, body: JSON.stringify({ claims: event.requestContext.authorizer.jwt.claims }) }
    },
    echo: (_id, event) => event,
    secret: async () => {
      const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: process.env.NOTES_SECRET_ID }))
      return { length: SecretString?.length }
    },
    scan: async () => ({ scan: await nameOfError(dynamo.send(new ScanCommand(table))) }),
    transact: async (id) => ({
      put: await nameOfError(dynamo.send(new TransactWriteItemsCommand({ TransactItems: [{ Put: item(id, 'x') }] }))),
      delete: await nameOfError(
        dynamo.send(
          new TransactWriteItemsCommand({
            TransactItems: [{ Delete: { ...table, Key: { pk: { S: id }, sk: { S: 'NOTE' } } } }],
          }),
        ),
      ),
    }),
    sleep: () => new Promise(() => setInterval(() => undefined, 1_000)),
    crash: () => process.exit(3),
    remaining: (_id, _event, context) => ({ remaining: context.getRemainingTimeInMillis() }),
    throw: () => {
      throw new TypeError('thrown on purpose')
    },
  }

export const http = (event: APIGatewayProxyEventV2WithJWTAuthorizer, context: Context) =>
  verbs[event.pathParameters?.verb ?? '']?.(event.pathParameters?.id ?? '', event, context)

export const consume = async (event: SQSEvent) => {
  const failed: string[] = []
  for (const { messageId, body, attributes } of event.Records) {
    if (body === 'poison') failed.push(messageId)
    else await put(`${attributes.MessageGroupId}#${attributes.SequenceNumber}`, body)
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
}

export const tick = async (event: { readonly word?: string }) => put('tick', event.word ?? 'none')
