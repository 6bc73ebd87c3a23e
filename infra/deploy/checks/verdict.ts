import { explainFailure } from '../cloud/failure.ts'

/** What one check found. A bad one must be mended; an open one could not be told, or is nothing to hold anybody up. */
export interface Verdict {
  readonly check: string
  readonly mark: 'good' | 'bad' | 'open'
  readonly found: string
  /** What to do about it. */
  readonly todo?: string | undefined
}

export const good = (check: string, found: string): Verdict => ({ check, mark: 'good', found })

export const bad = (check: string, found: string, todo: string): Verdict => ({ check, mark: 'bad', found, todo })

export const open = (check: string, found: string, todo?: string): Verdict => ({ check, mark: 'open', found, todo })

/** A look that fails tells nothing of what was looked at, least of all that it is bad. */
export const orUnseen = async (check: string, verdicts: Promise<readonly Verdict[]>): Promise<readonly Verdict[]> => {
  try {
    return await verdicts
  } catch (error) {
    const { found, todo } = explainFailure(error)
    return [open(check, `could not be looked at: ${found}`, todo)]
  }
}
