import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Service } from '#infra/local/iam/access-requests.ts'

/** The parts of a service model (botocore's `service-2.json`) that say what goes over the wire. */
export interface ServiceModel {
  readonly metadata: {
    readonly protocol: string
    readonly endpointPrefix: string
    readonly signingName?: string
    readonly jsonVersion?: string
    readonly targetPrefix?: string
    /** Said by every form of the query protocol. */
    readonly apiVersion?: string
  }
  readonly operations: Readonly<Record<string, Operation>>
  readonly shapes: Readonly<Record<string, Shape>>
}

export interface Operation {
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number }
  readonly input?: { readonly shape: string }
  readonly output?: { readonly shape: string }
  readonly errors?: readonly { readonly shape: string }[]
}

export interface Member {
  readonly shape: string
  readonly location?: 'uri' | 'header' | 'headers' | 'querystring' | 'statusCode'
  readonly locationName?: string
}

export interface Shape {
  readonly type: string
  readonly members?: Readonly<Record<string, Member>>
  readonly required?: readonly string[]
  readonly member?: Member
  readonly key?: Member
  readonly value?: Member
  readonly enum?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly union?: boolean
  /** The member that is the body, in REST protocols. */
  readonly payload?: string
  /** Any JSON at all. */
  readonly document?: boolean
  readonly error?: { readonly httpStatusCode?: number }
  readonly exception?: boolean
  readonly fault?: boolean
}

export type ServiceModels = Readonly<Record<Service, ServiceModel>>

/** The version of the models; AWS adds to them nearly every day and takes nothing away. */
export const botocore = 'botocore==1.43.106'

const folders: Readonly<Record<Service, string>> = {
  dynamodb: 'dynamodb',
  sqs: 'sqs',
  secretsmanager: 'secretsmanager',
  bedrock: 'bedrock-runtime',
  s3: 's3',
  events: 'events',
  lambda: 'lambda',
  sns: 'sns',
}

const read = (data: string, folder: string): ServiceModel => {
  const versions = readdirSync(join(data, folder)).filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
  const version = versions.sort().at(-1) ?? ''
  return JSON.parse(gunzipSync(readFileSync(join(data, folder, version, 'service-2.json.gz'))).toString('utf8'))
}

/** The models of all services that the doors call, out of a Python environment with botocore in it. */
export const readModels = (sitePackages: string): ServiceModels => {
  const data = join(sitePackages, 'botocore', 'data')
  return {
    dynamodb: read(data, folders.dynamodb),
    sqs: read(data, folders.sqs),
    secretsmanager: read(data, folders.secretsmanager),
    bedrock: read(data, folders.bedrock),
    s3: read(data, folders.s3),
    events: read(data, folders.events),
    lambda: read(data, folders.lambda),
    sns: read(data, folders.sns),
  }
}
