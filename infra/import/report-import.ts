import { type Finding, findingKinds, isLoss } from './draft.ts'
import type { Imported } from './run-import.ts'

const count = ({ writes }: Imported, kind: string): number => writes.filter((one) => one.kind === kind).length

const plural = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** Losses first, each kind together. */
const ordered = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((one, other) => findingKinds.indexOf(one.kind) - findingKinds.indexOf(other.kind))

/** What a hostile file calls itself must not steer the terminal. */
const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ')

export const findingLines = ({ findings }: Imported): readonly string[] =>
  ordered(findings).map(({ kind, about, message }) => printable(`${kind}: ${about}: ${message}`))

export const summaryLine = (imported: Imported, dryRun: boolean): string => {
  const [fresh, changed, same] = ['new', 'changed', 'unchanged'].map((kind) => count(imported, kind))
  const lost = imported.findings.filter(isLoss).length
  const told = `${plural(fresh ?? 0, 'article', 'articles')} new, ${changed} changed, ${same} unchanged`
  const rest = `${plural(lost, 'loss', 'losses')}, ${plural(imported.findings.length - lost, 'note', 'notes')}`
  return `${told}; ${rest}${dryRun ? '; nothing was written (--dry-run)' : ''}`
}

/** For machines: everything but the articles' text. */
export const importJson = ({ writes, findings }: Imported, dryRun: boolean): string =>
  JSON.stringify({
    dryRun,
    articles: writes.map(({ file, from, kind }) => ({ file, from, kind })),
    findings: ordered(findings).map((finding) => ({ ...finding, loss: isLoss(finding) })),
  })
