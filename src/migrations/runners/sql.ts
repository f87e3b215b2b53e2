import { placeOf, readPlaced, stemOf } from '../placing.ts'
import type { Runner } from '../runner.ts'
import { anySections } from './marked.ts'

/** A folder of SQL files, run in the order of their names by a program of one's own. */
export const sql: Runner = {
  name: 'sql',
  source: 'none: what a plain folder is taken for',
  layout: '`NAME.sql`, or `NAME.up.sql` and `NAME.down.sql`, by leading number, then by name',
  transactions:
    'one for each file of several statements that begins none itself; none where a comment says `no-transaction` as any runner here spells it',
  transaction: 'per-migration',
  recognize: () => 'no runner leaves its marks here',
  read: (project) =>
    readPlaced(project, {
      place: (path) => {
        const half = /^(.*)\.(up|down)$/.exec(stemOf(path))
        return half === null
          ? placeOf(path, 'up', stemOf(path))
          : placeOf(path, half[2] as 'up' | 'down', half[1] ?? '')
      },
      sections: anySections,
      run: ({ file }) => ({
        transaction: NO_TRANSACTION.test(file.text) ? 'per-statement' : 'per-migration',
        unwrapped: 'own-transaction',
      }),
    }),
}

const NO_TRANSACTION =
  /^--+!?\s*(?:\+goose\s+|\S+:\s*|\S+:\w+\s+)?no[- ]transaction\b|^--\s*atlas:txmode\s+none|^--\s*migrate:up\b.*\btransaction:\s*false/im
