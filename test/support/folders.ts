import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Folders with files of their own, and what removes them all. */
export function temporaryFolders() {
  const made: string[] = []
  return {
    with(files: Readonly<Record<string, string>>): string {
      const folder = mkdtempSync(join(tmpdir(), 'schemalint-'))
      made.push(folder)
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true })
        writeFileSync(join(folder, path), text)
      }
      return folder
    },
    remove(): void {
      for (const folder of made) rmSync(folder, { recursive: true, force: true })
    },
  }
}
