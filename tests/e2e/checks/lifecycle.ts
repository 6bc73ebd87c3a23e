import { setTimeout } from 'node:timers/promises'
import { holds } from '../checklist.ts'
import type { DeployedResource } from '../cloud/deployed-stack.ts'
import { endOf, type RunNpm } from '../npm-command.ts'

/** Which deployment the run is about, as the words of every command. */
export interface Deploying {
  readonly runNpm: RunNpm
  readonly words: readonly string[]
  readonly otherWords: readonly string[]
}

const succeeds = async ({ runNpm }: Deploying, script: string, words: readonly string[]): Promise<string> => {
  const { code, output } = await runNpm(script, ...words)
  holds(code === 0, `npm run ${script} succeeds (exit code ${code})\n${endOf(output)}`)
  return output
}

export const deploys = async (deploying: Deploying): Promise<undefined> => {
  const output = await succeeds(deploying, 'deploy', deploying.words)
  holds(/\/webhooks\/standard/.test(output), `it prints where customers' messages go\n${endOf(output)}`)
}

export const deploysNothingTwice = async (deploying: Deploying): Promise<undefined> => {
  const output = await succeeds(deploying, 'deploy', deploying.words)
  holds(/\(no changes\)/.test(output), `nothing is changed\n${endOf(output)}`)
}

/** Empty for what is deployed, and not for something else: a diff that sees nothing proves nothing. */
export const differsNowhere = async (deploying: Deploying): Promise<string> => {
  const same = await succeeds(deploying, 'diff', [...deploying.words, '--fail'])
  holds(/Number of stacks with differences: 0/.test(same), `no difference is seen\n${endOf(same)}`)
  const other = await deploying.runNpm('diff', ...deploying.otherWords, '--fail')
  holds(
    other.code === 1 && /with differences: 1/.test(other.output),
    `another callback is seen\n${endOf(other.output)}`,
  )
  return 'nothing to deploy; another callback address would be seen'
}

/** Whether something of the account answers to its name. */
export interface Remains {
  readonly isThere: (kept: DeployedResource) => Promise<boolean>
  readonly apiAnswers: () => Promise<boolean>
}

export const destroysAllButData = async (
  deploying: Deploying,
  retained: readonly DeployedResource[],
  { isThere, apiAnswers }: Remains,
): Promise<string> => {
  const output = await succeeds(deploying, 'destroy', [...deploying.words, '--yes'])
  for (const kept of retained) {
    holds(await isThere(kept), `${kept.id} is still there`)
    holds(output.includes(kept.physicalId), `it says that ${kept.physicalId} stays\n${endOf(output)}`)
  }
  holds(!(await apiAnswers()), 'the API is gone')
  return `${retained.length} stores of data stay, the API is gone`
}

const lookMs = 2_000
/** A deleted queue answers for a minute more. */
const patienceMs = 90_000

/** @param readRetained what holds data in the stack of the moment */
export const deletesDataWhenTold = async (
  deploying: Deploying,
  readRetained: () => Promise<readonly DeployedResource[]>,
  { isThere }: Pick<Remains, 'isThere'>,
): Promise<string> => {
  await deploys(deploying)
  const retained = await readRetained()
  await succeeds(deploying, 'destroy', [...deploying.words, '--delete-data', '--yes'])
  const deadline = Date.now() + patienceMs
  for (const kept of retained) {
    while ((await isThere(kept)) && Date.now() < deadline) await setTimeout(lookMs)
    holds(!(await isThere(kept)), `${kept.id} is gone`)
  }
  // What the first destruction kept is found by the stack's name; an emulator may have forgotten a deleted stack.
  await succeeds(deploying, 'destroy', [...deploying.words, '--delete-data', '--yes'])
  return `${retained.length} stores of data are gone`
}
