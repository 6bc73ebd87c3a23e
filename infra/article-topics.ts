import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const frontMatterTopic = /^---\r?\n(?:(?!---).*\r?\n)*?topic:[ \t]*(?<topic>.*)/

/** The topic in each Markdown article's front matter, blank where it has none; no article, no entry. */
export const articleTopics = (folder: string): readonly string[] =>
  existsSync(folder)
    ? globSync('**/*.md', { cwd: folder })
        .sort()
        .map((file) => frontMatterTopic.exec(readFileSync(join(folder, file), 'utf8'))?.groups?.topic?.trim() ?? '')
    : []
