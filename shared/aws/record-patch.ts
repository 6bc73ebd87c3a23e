/**
 * A conditional change to one stored record: it applies only while every `expect`ed attribute still has its value,
 * so two writers who read the same record cannot both win.
 */
export interface RecordPatch<T> {
  readonly expect: Partial<T>
  /** Conditions `attribute < value`, for what only ever grows. */
  readonly expectBelow?: Partial<T>
  /** Conditions `attribute > value`, for what must not have run out yet. */
  readonly expectAbove?: Partial<T>
  readonly set: Partial<T>
  readonly remove?: readonly (keyof T & string)[]
  readonly add?: Partial<Record<keyof T & string, number>>
}
