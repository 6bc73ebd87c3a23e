import { Validations } from 'aws-cdk-lib'
import type { IConstruct } from 'constructs'
import { AwsSolutions, type Finding, Serverless } from './packs.ts'

export interface Acknowledgement {
  readonly id: string
  readonly path: string
  readonly reason: string
  /** Findings that it covers; one that covers none is out of date. */
  readonly covers: number
}

export interface Judgement {
  readonly packs: readonly PackJudgement[]
  readonly acknowledgements: readonly Acknowledgement[]
}

export interface PackJudgement {
  readonly name: string
  readonly findings: number
  /** What nobody has acknowledged. */
  readonly left: readonly Finding[]
}

/** Holds everything below a construct, already synthesised, to both rule packs. */
export const judge = (scope: IConstruct): Judgement => {
  const packs = [new AwsSolutions(), new Serverless()].map((pack) => {
    const { violations } = pack.validateScope(scope)
    const left = violations.flatMap(({ ruleName, description, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({
        id: ruleName,
        path: String(constructPath),
        cause: description,
      })),
    )
    return { name: pack.name, found: pack.found, findings: pack.found.length, left }
  })
  const found = packs.flatMap((pack) => pack.found)
  const written = scope.node.findAll().flatMap(acknowledgedAt)
  return {
    packs: packs.map(({ name, findings, left }) => ({ name, findings, left })),
    acknowledgements: written.map((one) => ({ ...one, covers: found.filter(coveredBy(one)).length })),
  }
}

const acknowledgedAt = ({ node }: IConstruct) =>
  node.metadata
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.entries(data as Readonly<Record<string, string>>))
    .map(([id, reason]) => ({ id: id.replace(/^annotation::/i, ''), path: node.path, reason }))

const coveredBy =
  ({ id, path }: { readonly id: string; readonly path: string }) =>
  (finding: Finding): boolean =>
    finding.id === id && (finding.path === path || finding.path.startsWith(`${path}/`))
