import { DynamoDBClient, GetItemCommand, type DynamoDBClient as Table } from '@aws-sdk/client-dynamodb'

const client: Table = new DynamoDBClient({ region: 'eu-central-1' })

/** Answers with what a door has once it is bundled: a command of the SDK, and credentials. */
export const handler = async (): Promise<object> => {
  const { accessKeyId } = await client.config.credentials()
  return { command: new GetItemCommand({ TableName: 'table', Key: {} }).constructor === GetItemCommand, accessKeyId }
}
