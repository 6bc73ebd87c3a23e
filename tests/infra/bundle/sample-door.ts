import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { endOfLine } from './sample-dependency.cjs'

const client = new DynamoDBClient({ region: 'eu-central-1' })

/** Answers with what a door has once it is bundled: the SDK, a CommonJS dependency, and credentials. */
export const handler = async (): Promise<object> => {
  const { input } = new GetItemCommand({ TableName: 'table', Key: {} })
  const { accessKeyId } = await client.config.credentials()
  return { table: input.TableName, endOfLine, accessKeyId }
}
