/** One finding as cfn-lint's JSON has it. */
export interface Finding {
  readonly Filename: string
  readonly Level: string
  readonly Rule: { readonly Id: string }
  readonly Message: string
  readonly Location: { readonly Path?: readonly (string | number)[] | null }
}

/** Rules that say nothing about this stack, each with the reason. */
export const ignored: Readonly<Record<string, string>> = {
  W3005: 'CDK writes out that a function depends on its role and its policy; the reference implies the first already',
}

export interface Verdict {
  readonly faults: readonly Finding[]
  /** How often each ignored rule was found. */
  readonly ignored: Readonly<Record<string, number>>
  /** Rules that are ignored although nothing of the kind is found any more. */
  readonly unused: readonly string[]
}

/** Nothing at all is printed as nothing, not as an empty list. */
export const findingsIn = (output: string): readonly Finding[] => (output.trim() === '' ? [] : JSON.parse(output))

export const verdictOn = (findings: readonly Finding[]): Verdict => {
  const counts = Object.keys(ignored).map((id) => [id, findings.filter(({ Rule }) => Rule.Id === id).length] as const)
  return {
    faults: findings.filter(({ Rule }) => !(Rule.Id in ignored)),
    ignored: Object.fromEntries(counts),
    unused: counts.filter(([, count]) => count === 0).map(([id]) => id),
  }
}

export const told = ({ faults, ignored: counts, unused }: Verdict): readonly string[] => {
  const of = (level: string) => faults.filter(({ Level }) => Level === level).length
  return [
    `${of('Error')} errors, ${of('Warning')} warnings, ${faults.length - of('Error') - of('Warning')} remarks`,
    ...Object.entries(counts).map(([id, count]) => `ignored: ${id}, ${count} times: ${ignored[id]}`),
    ...faults.map(
      ({ Filename, Rule, Message, Location }) =>
        `✗ ${Rule.Id} ${Filename} ${(Location.Path ?? []).join('/')}: ${Message}`,
    ),
    ...unused.map((id) => `✗ ${id} is ignored, but nothing of the kind is found: take it out`),
  ]
}
