/** What was expected of the deployment and was not so. */
export class CheckError extends Error {
  override readonly name = 'CheckError'
}

export const holds: (truth: unknown, what: string) => asserts truth = (truth, what) => {
  if (!truth) throw new CheckError(`expected that ${what}`)
}

export interface Checklist {
  heading(text: string): void
  /** One line, ✓ or ✗. @returns whether it went as it should */
  check(name: string, work: () => Promise<string | undefined>): Promise<boolean>
  /** A line for something that was judged elsewhere. */
  judged(name: string, milliseconds: number, failure?: string): void
  readonly passed: number
  readonly failed: number
}

const indented = (text: string): string => text.replaceAll('\n', '\n      ')

/** Prints each check as it is done, and counts. A failure says why and stops nothing by itself. */
export const createChecklist = (print: (line: string) => void): Checklist => {
  let [passed, failed] = [0, 0]
  const judged = (name: string, milliseconds: number, failure?: string): void => {
    if (failure === undefined) passed += 1
    else failed += 1
    print(`  ${failure === undefined ? '✓' : '✗'} ${name} (${(milliseconds / 1_000).toFixed(1)} s)`)
    if (failure !== undefined) print(`      ${indented(failure)}`)
  }
  return {
    heading: (text) => print(`\n${text}`),
    judged,
    check: async (name, work) => {
      const from = performance.now()
      try {
        const found = await work()
        judged(found === undefined ? name : `${name}: ${found}`, performance.now() - from)
        return true
      } catch (error) {
        judged(name, performance.now() - from, error instanceof Error ? error.message : String(error))
        return false
      }
    },
    get passed() {
      return passed
    },
    get failed() {
      return failed
    },
  }
}
