import type { Mood } from '#infra/local/model/moods.ts'
import type { CloudAccess } from '../cloud/cloud-access.ts'
import type { DeployedStack } from '../cloud/deployed-stack.ts'

/** Something that can be deployed to. */
export interface Target {
  readonly name: string
  readonly access: CloudAccess
  /** Of the commands that deploy. */
  readonly env: Readonly<Record<string, string>>
  /** It refuses what no policy allows. */
  readonly holdsPolicies: boolean
  /** Calls of the doors that were refused so far, where they can be seen. */
  readonly refusals?: () => readonly string[]
  /** What is played by something of ours, here. */
  readonly standsIn: readonly string[]
  /** What it cannot do, and what was done about it; each is looked at first. */
  readonly workarounds: readonly string[]
  /** What AWS does and it does, too, although it once did not: the workaround is gone by itself. */
  readonly mended: readonly string[]
  /** Absent where the model is a real one. */
  readonly setMood?: (mood: Mood) => Promise<void>
  /** Makes a deployment ready to be played; for what cannot be said in a template of the product. */
  prepare(stack: DeployedStack): Promise<void>
  /** Where this machine reaches the API that was deployed at an address. */
  reach(apiUrl: string): Promise<string>
}
