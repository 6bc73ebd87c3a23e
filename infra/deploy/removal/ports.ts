import type { Kept, KeptKind } from './kept.ts'

/** Deletes one kind of resource that outlived its stack; says what became of it. */
export type Remover = (kept: Kept) => Promise<string>

export type Removers = Readonly<Partial<Record<KeptKind, Remover>>>

/** A remover's answer where somebody was there before. */
export const alreadyGone = 'was gone already'
