import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { words } from '../words/language.ts'

interface WindowProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A window over the page, by the browser's own dialog: it keeps the focus, and Escape closes it. */
export const Window = ({ title, onClose, children }: WindowProps) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog ref={dialog} class="window" aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {children}
      {/* Last, so that the focus begins at what the window is about. */}
      <button type="button" class="quiet window-close" onClick={onClose}>
        {words.value.app.close}
      </button>
    </dialog>
  )
}
