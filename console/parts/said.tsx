import type { ComponentChildren } from 'preact'

/**
 * Words that somebody outside wrote: text and nothing else, in their own direction, whatever stands around them. What
 * Unicode lets a text do to its neighbours ends at its edge.
 */
export const Said = ({ children, block = false }: { children: ComponentChildren; block?: boolean }) =>
  block ? (
    <p class="said" dir="auto">
      {children}
    </p>
  ) : (
    <bdi dir="auto">{children}</bdi>
  )
