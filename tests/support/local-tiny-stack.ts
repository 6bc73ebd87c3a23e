import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { App, Duration, Stack } from 'aws-cdk-lib'
import { CorsHttpMethod, HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { UserPool } from 'aws-cdk-lib/aws-cognito'
import { AttributeType, Billing, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { build } from 'esbuild'

const door = fileURLToPath(new URL('./local-tiny-door.ts', import.meta.url))

const bundle = async (folder: string) => {
  await build({
    entryPoints: [door],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  })
  return Code.fromAsset(folder)
}

/** A function, a table, a FIFO queue, routes behind an authorizer, a secret and a schedule: Baton's shape in small. */
class TinyStack extends Stack {
  constructor(app: App, code: Code) {
    super(app, 'Tiny')
    const table = new TableV2(this, 'Notes', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      timeToLiveAttribute: 'ttl',
      globalSecondaryIndexes: [{ indexName: 'byText', partitionKey: { name: 'text', type: AttributeType.STRING } }],
    })
    const deadLetters = new Queue(this, 'Dead', { fifo: true })
    const queue = new Queue(this, 'Inbox', {
      fifo: true,
      visibilityTimeout: Duration.seconds(2),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 2 },
    })
    const secret = new Secret(this, 'Key', { generateSecretString: { passwordLength: 44, excludePunctuation: true } })
    const environment = {
      NOTES_TABLE: table.tableName,
      NOTES_QUEUE_URL: queue.queueUrl,
      NOTES_SECRET_ID: secret.secretArn,
    }
    const lambda = (id: string, handler: string) =>
      new LambdaFunction(this, id, {
        code,
        handler: `index.${handler}`,
        runtime: Runtime.NODEJS_24_X,
        timeout: Duration.seconds(2),
        memorySize: 256,
        environment,
      })

    const http = lambda('Http', 'http')
    queue.grantSendMessages(http)
    secret.grantRead(http)
    http.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] }))

    const consumer = lambda('Consumer', 'consume')
    table.grantWriteData(consumer)
    consumer.addEventSource(new SqsEventSource(queue, { batchSize: 10, reportBatchItemFailures: true }))

    const ticker = lambda('Ticker', 'tick')
    table.grantWriteData(ticker)
    new Schedule(this, 'Each', {
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: new LambdaInvoke(ticker, { input: ScheduleTargetInput.fromObject({ word: 'tock' }) }),
    })

    const pool = new UserPool(this, 'Pool')
    const client = pool.addClient('Client')
    const api = new HttpApi(this, 'Api', { corsPreflight: { allowMethods: [CorsHttpMethod.GET], allowOrigins: ['*'] } })
    const integration = new HttpLambdaIntegration('Integration', http)
    const authorizer = new HttpUserPoolAuthorizer('Jwt', pool, { userPoolClients: [client] })
    api.addRoutes({ path: '/open/{verb}/{id}', methods: [HttpMethod.ANY], integration })
    api.addRoutes({ path: '/notes/{verb}/{id}', methods: [HttpMethod.POST], integration, authorizer })
    api.addRoutes({
      path: '/scoped/{verb}/{id}',
      methods: [HttpMethod.POST],
      integration,
      authorizer,
      authorizationScopes: ['notes/write'],
    })
  }
}

/** Synthesises the tiny stack; `folder` gets the bundle and the cloud assembly, whose folder is returned. */
export const synthesizeTinyStack = async (folder: string): Promise<string> => {
  const code = await bundle(join(folder, 'bundle'))
  const app = new App({ outdir: join(folder, 'cdk.out'), builtinCloudFormationValidation: false })
  new TinyStack(app, code)
  return app.synth().directory
}
