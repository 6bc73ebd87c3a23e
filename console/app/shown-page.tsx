import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { place } from '../desk/place.ts'
import { words } from '../words/language.ts'
import { type Page, type PageProps, pages } from './pages.ts'

const Later = ({ page, about }: { page: Page; about: string | undefined }) => {
  const [Loaded, setLoaded] = useState<ComponentType<PageProps>>()
  useEffect(() => {
    void (page.page as () => Promise<ComponentType<PageProps>>)().then((loaded) => setLoaded(() => loaded))
  }, [page])
  return Loaded ? <Loaded about={about} /> : <p class="page">{words.value.app.loading}</p>
}

const pageNamed = (name: string): Page | undefined => (Object.hasOwn(pages, name) ? pages[name] : undefined)

/** The page of the address. Whoever goes to another one goes on reading at its beginning. */
export const ShownPage = () => {
  const { page: name, about } = place.value
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useEffect(() => {
    if (!first.current) main.current?.querySelector('h1')?.focus()
    first.current = false
  }, [name, about])
  const page = pageNamed(name)
  const Now = page && !page.later ? (page.page as ComponentType<PageProps>) : undefined
  return (
    <main id="main" ref={main}>
      {Now && <Now about={about} />}
      {page?.later && <Later page={page} about={about} />}
      {!page && (
        <div class="page">
          <h1 tabIndex={-1}>{words.value.app.notFound}</h1>
        </div>
      )}
    </main>
  )
}
