import { appendFileSync, readFileSync } from 'node:fs'
import { type RunnerTask, type RunnerTestCase, TestRunner } from 'vitest'
import { GuardSwitch } from './switch.ts'

/** What a process is to do: by a test's id, the mutants to try it on. Without a plan it notes what each test reaches. */
export type Plan = Readonly<Record<string, readonly number[]>>

export type Report =
  | {
      readonly kind: 'reached'
      readonly id: string
      readonly file: string
      readonly name: string
      readonly ms: number
      readonly passed: boolean
      readonly numbers: readonly number[]
    }
  | { readonly kind: 'noticed'; readonly name: string; readonly numbers: readonly number[] }
  | { readonly kind: 'unrepeatable'; readonly name: string }
  | { readonly kind: 'trying'; readonly number: number | undefined }

const control = globalThis as {
  guardSwitch?: GuardSwitch
  guardsNoticed?: Set<number>
  __chooseGuard?: unknown
  __countRound?: unknown
}
control.guardSwitch ??= new GuardSwitch()
control.guardsNoticed ??= new Set()
control.__chooseGuard = control.guardSwitch.choose
control.__countRound = control.guardSwitch.countRound
const { guardSwitch, guardsNoticed } = control

const { GUARDS_PLAN = '', GUARDS_REPORT = '' } = process.env
const plan: Plan | undefined = GUARDS_PLAN ? JSON.parse(readFileSync(GUARDS_PLAN, 'utf8')) : undefined
const report = (line: Report) => appendFileSync(GUARDS_REPORT, `${JSON.stringify(line)}\n`)

export const fullName = (task: RunnerTask): string => (task.suite ? `${fullName(task.suite)} ${task.name}` : task.name)

/** Repeats each test: once as it is, once on each mutant, and once more as it is, or its word counts for nothing. */
export default class GuardRunner extends TestRunner {
  #tried: readonly (number | undefined)[] = []
  #failed: boolean[] = []

  override async onBeforeRunTask(test: RunnerTask): Promise<void> {
    await super.onBeforeRunTask(test)
    if (test.type !== 'test') return
    const numbers = plan?.[test.id]?.filter((number) => !guardsNoticed.has(number))
    if (plan && !numbers?.length) {
      test.mode = 'skip'
      return
    }
    this.#tried = numbers ? [undefined, ...numbers, undefined] : [undefined]
    this.#failed = []
    guardSwitch.reached.clear()
    test.repeats = this.#tried.length - 1
  }

  override onBeforeTryTask(test: RunnerTask, options: Parameters<TestRunner['onBeforeTryTask']>[1]): void {
    super.onBeforeTryTask(test, options)
    const number = this.#tried[options.repeats]
    if (plan) report({ kind: 'trying', number })
    guardSwitch.turnTo(number)
  }

  override async onAfterRetryTask(
    test: RunnerTestCase,
    options: Parameters<TestRunner['onAfterRetryTask']>[1],
  ): Promise<void> {
    guardSwitch.turnTo(undefined)
    this.#failed[options.repeats] = test.result?.state === 'fail'
    if (this.#tried[options.repeats] !== undefined) delete test.result?.errors
    await super.onAfterRetryTask(test, options)
  }

  override onAfterRunTask(test: RunnerTestCase): void {
    super.onAfterRunTask(test)
    const { file, id, result } = test
    const [name, passed] = [fullName(test), !this.#failed[0]]
    if (!plan) {
      const numbers = [...guardSwitch.reached]
      report({ kind: 'reached', id, file: file.name, name, ms: result?.duration ?? 0, passed, numbers })
      return
    }
    if (this.#failed[0] || this.#failed.at(-1)) {
      report({ kind: 'unrepeatable', name })
      return
    }
    const numbers = this.#tried.flatMap((number, index) =>
      number !== undefined && this.#failed[index] ? [number] : [],
    )
    for (const number of numbers) guardsNoticed.add(number)
    if (numbers.length > 0) report({ kind: 'noticed', name, numbers })
  }
}
