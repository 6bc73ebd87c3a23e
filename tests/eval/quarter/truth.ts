import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface PlantedCause {
  readonly id: string
  readonly kind: 'content-gap' | 'missing-integration'
  readonly begins: string
  readonly closedByArticle?: string
  /** The first week of the quarter first. */
  readonly failuresByWeek: readonly number[]
}

export interface PlantedHole {
  readonly id: string
  readonly team: string
  /** Monday is 0; hours on the clock of `timeZone`. */
  readonly weekday: number
  readonly fromHour: number
  readonly toHour: number
  readonly timeZone: string
  readonly handoffs: number
}

export interface Truth {
  readonly from: string
  readonly causes: readonly PlantedCause[]
  readonly staffingHoles: readonly PlantedHole[]
}

export const readTruth = (folder: string): Truth => JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
