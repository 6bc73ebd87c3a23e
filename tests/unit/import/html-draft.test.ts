import { describe, expect, test } from 'vitest'
import { answerMarkdown, readPage } from '#infra/import/html-draft.ts'

const words = 'You have sixty days to send it back, and the label costs nothing.'
const page = (body: string, head = '') =>
  `<!doctype html><html lang="de-AT"><head>${head}</head><body>${body}</body></html>`

describe('of a page is read', () => {
  test('the main content alone, without what frames it', () => {
    const html = page(`<header>Shop</header><nav>Menu</nav><script>alert("x")</script><style>p{}</style>
      <main><div class="breadcrumbs">Help</div><h1>Returns</h1><p>${words}</p><nav>On this page</nav><svg><text>icon</text></svg>
      <form><p>In a form.</p><input value="x"><button>Helpful?</button></form><footer>Was it?</footer></main><footer>Imprint</footer>`)

    expect(readPage(html)).toEqual({ title: 'Returns', language: 'de-AT', body: `${words}\n\nIn a form.` })
  })

  test('its only article, or its body where there is neither', () => {
    expect(readPage(page(`<aside>Ad</aside><article><h1>A</h1>${words}</article>`)).body).toBe(words)
    expect(readPage(page(`<nav>Menu</nav><h1>A</h1><p>${words}</p><aside>Ad</aside>`)).body).toBe(words)
    expect(readPage(page(`<article><h1>A</h1>${words}</article><article>Second.</article>`)).body).toContain('Second.')
  })

  test('its body where the main element is a shell', () => {
    expect(readPage(page(`<main><h1>Returns</h1></main><div><p>${words.repeat(4)}</p></div>`)).body).toContain(words)
  })

  test('what an accordion hides and what its buttons ask', () => {
    const html = page(
      `<main><h1>FAQ</h1><h2><button>Who pays?</button></h2><div hidden aria-hidden="true"><p>We do.</p></div></main>`,
    )

    expect(readPage(html).body).toBe('## Who pays?\n\nWe do.')
  })

  test('where it is published and when it was revised, if it says so soundly', () => {
    const head = (href: string, day: string) =>
      `<link rel="canonical" href="${href}"><meta property="article:modified_time" content="${day}"><title>T | Shop</title>`

    const sound = readPage(page(words, head('https://help.example.com/a', '2024-02-29T10:00:00Z')))
    const unsound = readPage(page(words, head('/a', '2023-02-29')))

    expect(sound).toMatchObject({ url: 'https://help.example.com/a', updated: '2024-02-29' })
    expect(unsound).not.toHaveProperty('url')
    expect(unsound).not.toHaveProperty('updated')
  })

  test('its title: the heading, or else what the window says without the name of the site', () => {
    expect(readPage(page(`<h1>Return <b>it</b></h1>${words}`, '<title>Other</title>')).title).toBe('Return it')
    expect(readPage(page(words, '<title>Return it – Lumen &amp; Oak</title>')).title).toBe('Return it')
    expect(readPage(page(words, '<title>Well-known</title>')).title).toBe('Well-known')
  })
})

test('a page without words is refused', () => {
  expect(() => readPage(page('<nav>Menu</nav><img src="x.png">'))).toThrow('holds no text')
})

test('an answer is read as a page only where it is one', () => {
  expect(answerMarkdown('<p>By <b>card</b></p>')).toBe('By **card**')
  expect(answerMarkdown('if a < b and c > d, *do* it')).toBe('if a < b and c > d, *do* it')
})
