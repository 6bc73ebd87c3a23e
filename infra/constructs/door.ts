import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Grant, type IGrantable, type IPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda'
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { metricsNamespace } from './counted-metrics.ts'
import type { OwnKey } from './own-key.ts'
import type { Tracing } from './tracing.ts'

export interface DoorProps {
  /** Folder with `index.mjs` and whatever lies beside it. */
  readonly folder: string
  /** The service's name in logs and metrics. */
  readonly service: string
  readonly timeoutSeconds: number
  /** Days that the door's log lines are kept. */
  readonly logDays: RetentionDays
  /** Keeps the calls that nobody waited for and that failed every time. @default they are lost */
  readonly unattended?: Queue
  /** Locks its log and its environment. @default the services' own keys */
  readonly key: OwnKey | undefined
  /** @default it is not followed */
  readonly tracing: Tracing | undefined
  /** @default 256, for doors that somebody waits for */
  readonly memoryMegabytes?: number
}

/** A Lambda function with a role of its own, which begins with nothing but the right to write its log. */
export class Door extends Construct implements IGrantable {
  readonly grantPrincipal: IPrincipal
  readonly function: LambdaFunction
  readonly log: LogGroup

  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id)
    const lock = props.key?.key
    this.log = new LogGroup(this, 'Log', {
      retention: props.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
      ...(lock && { encryptionKey: lock }),
    })
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    this.log.grantWrite(role)
    if (props.unattended) props.key?.filledBy(role)
    else props.key?.openedBy(role)
    this.grantPrincipal = role
    this.function = new LambdaFunction(this, 'Function', {
      code: Code.fromAsset(props.folder),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMegabytes ?? 256,
      timeout: Duration.seconds(props.timeoutSeconds),
      role,
      logGroup: this.log,
      ...(lock && { environmentEncryption: lock }),
      ...(props.unattended && { deadLetterQueue: props.unattended }),
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // The platform's START and REPORT lines would be half of all log bytes; durations are metrics already.
      systemLogLevelV2: SystemLogLevel.WARN,
      environment: {
        POWERTOOLS_SERVICE_NAME: props.service,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace(this),
        LOG_LEVEL: 'INFO',
      },
    })
    props.tracing?.follow(this.function, role)
  }

  /** Lets the door do exactly these actions on exactly these resources. */
  allow(actions: string[], resourceArns: string[]): void {
    Grant.addToPrincipal({ grantee: this, actions, resourceArns }).assertSuccess()
  }

  /** Names a resource in the door's environment. */
  tell(variable: string, value: string): void {
    this.function.addEnvironment(variable, value)
  }
}
