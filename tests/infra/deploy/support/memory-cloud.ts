import type { Cloud, Models, Quotas, StackFound, StackResource, Stacks } from '#infra/deploy/cloud/ports.ts'

export const stackOf = (given: Partial<StackFound> = {}): StackFound => ({
  name: 'Baton',
  id: 'arn:aws:cloudformation:eu-central-1:111122223333:stack/Baton/1',
  status: 'CREATE_COMPLETE',
  reason: undefined,
  protected: false,
  outputs: {},
  ...given,
})

export interface StacksGiven {
  readonly stacks?: readonly StackFound[]
  readonly resources?: readonly StackResource[]
  readonly policies?: Readonly<Record<string, string>>
  /** Resources of a stack that is gone, by its id. */
  readonly deleted?: Readonly<Record<string, readonly StackResource[]>>
  readonly held?: readonly string[]
  /** What a deletion ends in. */
  readonly endsIn?: string
}

/** CloudFormation, with one poll of a stack being deleted before it is gone. */
export const memoryStacks = (given: StacksGiven = {}): Stacks & { readonly deletions: readonly string[] } => {
  const deletions: string[] = []
  let polls = 0
  const byId = (key: string) => given.stacks?.find(({ name, id }) => name === key || id === key)
  return {
    deletions,
    find: async (key) => {
      const found = byId(key)
      if (!found || !deletions.includes(found.id)) return found
      polls++
      return { ...found, status: polls < 2 ? 'DELETE_IN_PROGRESS' : (given.endsIn ?? 'DELETE_COMPLETE') }
    },
    resourcesOf: async (key) => given.deleted?.[key] ?? given.resources ?? [],
    deletionPoliciesOf: async () => given.policies ?? {},
    deletedIdsOf: async () => Object.keys(given.deleted ?? {}),
    holds: async (physicalId) => given.held?.includes(physicalId) ?? false,
    startDeletion: async (id) => {
      deletions.push(id)
    },
  }
}

/** Bedrock, in which only the given profiles and models are there. */
export const memoryModels = (given: Partial<Models> & { readonly there?: readonly string[] } = {}): Models => ({
  profile: async (id) => (given.there?.includes(id) ? [id.replace(/^\w+\./, '')] : undefined),
  profiles: async () => given.there ?? [],
  model: async (id) =>
    given.there?.some((one) => one.endsWith(id)) ? { name: 'Nova 2 Lite', lifecycle: 'ACTIVE' } : undefined,
  availability: async () => ({ authorized: true, entitled: true, agreed: true }),
  call: async () => {},
  ...given,
})

const plenty: Quotas = {
  one: async () => 10_000,
  ofBedrock: async () => [
    { name: 'Cross-region model inference tokens per minute for Amazon Nova 2 Lite', value: 8_000_000 },
    { name: 'Model invocation max tokens per day for Amazon Nova 2 Lite (doubled for cross-region calls)', value: 1e9 },
  ],
}

/** An account in which everything is as it should be, but for what is given. */
export const memoryCloud = (given: Partial<Cloud> = {}): Cloud => ({
  region: 'us-east-1',
  callers: { whoAmI: async () => ({ account: '111122223333', arn: 'arn:aws:sts::111122223333:assumed-role/Ops/ada' }) },
  stacks: memoryStacks(),
  models: memoryModels({ there: ['us.amazon.nova-2-lite-v1:0'] }),
  quotas: plenty,
  functions: { find: async () => undefined },
  exports: { look: async () => ({ exports: [] }) },
  secrets: { emptyOf: async () => [] },
  ...given,
})

/** As the SDK throws it: the code is the name. */
export const awsError = (code: string, message: string): Error =>
  Object.assign(new Error(message), { name: code, $metadata: { httpStatusCode: 400 } })
