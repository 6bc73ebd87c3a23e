import { describe, expect, test } from 'vitest'
import { blocks, GroupError, readGroups } from '#shared/triggers/repeated/training/groups.ts'

const content = `# ways of asking

# cards
my card is lost
I lost my card
card gone

# parcels
where is it
when does it come
not here yet

send it back
a return please
return it
`

test('blank lines part groups, headings name families', () => {
  const groups = readGroups('en', content)

  expect(groups.map(({ family }) => family)).toEqual(['en # cards', 'en # parcels', 'en # parcels'])
  expect(groups[2]?.lines).toEqual(['send it back', 'a return please', 'return it'])
})

describe('a group written for several things', () => {
  const slotted = '# all about one {lamp|tent}\nprice of the {}\nwhat does the {} cost\nhow much is the {}'

  test('is one group for each, in a family of its own', () => {
    const groups = readGroups('en', slotted)

    expect(groups.map(({ thing }) => thing)).toEqual(['lamp', 'tent'])
    expect(groups[1]?.lines[0]).toBe('price of the tent')
    expect(new Set(groups.map(({ family }) => family)).size).toBe(2)
  })

  test('must name the thing in every line', () => {
    expect(() => readGroups('en', slotted.replace('how much is the {}', 'how much'))).toThrow(
      new GroupError('en: "how much" must hold {} where its heading names things, and nowhere else'),
    )
  })

  test('needs a heading that says which things', () => {
    expect(() => readGroups('en', 'the {}\na {}\nmy {}')).toThrow(GroupError)
  })
})

describe('a group is refused', () => {
  test.each([
    ['of two lines', 'one\ntwo'],
    ['of the same line thrice', 'one\none\none'],
  ])('%s', (_, lines) => {
    expect(() => readGroups('en', lines)).toThrow('must have 3 or more')
  })
})

test('spaces at the ends of lines and between groups do not count', () => {
  expect(blocks(' a \n b\n \n\nc')).toEqual([['a', 'b'], ['c']])
})
