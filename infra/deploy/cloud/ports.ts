import type { SeenExports } from '#shared/export/export-files.ts'

/** Who the credentials are. */
export interface Caller {
  readonly account: string
  readonly arn: string
}

export interface Callers {
  whoAmI(): Promise<Caller>
}

export interface StackFound {
  readonly name: string
  readonly id: string
  /** As CloudFormation names it, such as `UPDATE_COMPLETE`. */
  readonly status: string
  readonly reason: string | undefined
  readonly protected: boolean
  readonly outputs: Readonly<Record<string, string>>
}

export interface StackResource {
  readonly logicalId: string
  readonly type: string
  /** Empty while the resource is not there yet. */
  readonly physicalId: string
  readonly status: string
  readonly reason: string | undefined
}

export interface Stacks {
  find(name: string): Promise<StackFound | undefined>
  /** Of a stack that is there by its name, of a deleted one by its id for 90 days. */
  resourcesOf(nameOrId: string): Promise<readonly StackResource[]>
  /** Each resource's `DeletionPolicy`, by logical id, as deployed. */
  deletionPoliciesOf(name: string): Promise<Readonly<Record<string, string>>>
  /** Stacks of this name that are gone, newest first; CloudFormation remembers 90 days. */
  deletedIdsOf(name: string): Promise<readonly string[]>
  /** Whether a stack that is there holds this resource. */
  holds(physicalId: string): Promise<boolean>
  startDeletion(id: string): Promise<void>
}

export interface FoundationModel {
  readonly name: string
  readonly lifecycle: string | undefined
}

/** What Bedrock says of this account's right to a model. */
export interface ModelAvailability {
  readonly authorized: boolean
  readonly entitled: boolean
  readonly agreed: boolean
}

export interface Models {
  /** Ids of the models behind an inference profile; undefined where the region has no such profile. */
  profile(id: string): Promise<readonly string[] | undefined>
  /** Ids of the region's inference profiles. */
  profiles(): Promise<readonly string[]>
  model(id: string): Promise<FoundationModel | undefined>
  availability(modelId: string): Promise<ModelAvailability>
  /** One word, to see that an answer comes. */
  call(id: string): Promise<void>
}

export interface Quota {
  readonly name: string
  readonly value: number
}

export interface Quotas {
  one(owner: 'lambda' | 'apigateway', code: string): Promise<number | undefined>
  ofBedrock(): Promise<readonly Quota[]>
}

export interface SecretFields {
  /** Those of the fields that hold nothing; never a value. */
  emptyOf(secretName: string, fields: readonly string[]): Promise<readonly string[]>
}

export interface FunctionFound {
  /** Such as `Active`, `Pending`, `Failed`. */
  readonly state: string | undefined
  readonly reason: string | undefined
  readonly timeoutSeconds: number | undefined
}

export interface Functions {
  /** By its ARN, its alias or version included. */
  find(arn: string): Promise<FunctionFound | undefined>
}

export interface Exports {
  /** What of the table's exports lies in a bucket. */
  look(bucket: string): Promise<SeenExports>
}

/** Everything that the deployment's commands ask AWS. */
export interface Cloud {
  readonly region: string
  readonly callers: Callers
  readonly stacks: Stacks
  readonly models: Models
  readonly quotas: Quotas
  readonly secrets: SecretFields
  readonly functions: Functions
  readonly exports: Exports
}
