import { type RepeatModel, readRepeatModel, type WrittenModel } from './model.ts'

/** Opens what training wrote when a conversation first needs it: most turns, and the cold start, never do. */
export const openRepeats = (read: () => WrittenModel): (() => RepeatModel) => {
  let model: RepeatModel | undefined
  return () => {
    model ??= readRepeatModel(read())
    return model
  }
}
