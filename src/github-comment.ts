import { MARKER } from './report/markdown.ts'

/** A pull request, and by which server and in whose name it is commented on. */
export interface CommentPlace {
  /** `https://api.github.com`, or that of a server of one's own. */
  readonly api: string
  /** `owner/name` */
  readonly repository: string
  readonly pullRequest: number
  readonly token: string
}

/** What became of a comment; `refused` where the token may not write, as for pull requests from forks. */
export type CommentOutcome = 'created' | 'updated' | 'unchanged' | 'not needed' | 'refused'

/**
 * Keeps one comment on a pull request up to date. It is known by a hidden marker and by its
 * author, so that nobody else's is touched. Where nothing is found, none is begun.
 * Throws where the server fails otherwise than by refusing.
 */
export async function keepComment(place: CommentPlace, body: string, isClean: boolean): Promise<CommentOutcome> {
  try {
    const own = await ownComment(place)
    if (own?.body === body) return 'unchanged'
    const { repository, pullRequest } = place
    if (own !== undefined) {
      await call(place, `/repos/${repository}/issues/comments/${own.id}`, 'PATCH', { body })
      return 'updated'
    }
    if (isClean) return 'not needed'
    await call(place, `/repos/${repository}/issues/${pullRequest}/comments`, 'POST', { body })
    return 'created'
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
}

interface Comment {
  readonly id: number
  readonly body?: string
  readonly user?: { readonly login?: string } | null
}

const PAGE = 100

async function ownComment(place: CommentPlace): Promise<Comment | undefined> {
  const author = await authorOf(place)
  for (let page = 1; ; page++) {
    const path = `/repos/${place.repository}/issues/${place.pullRequest}/comments?per_page=${PAGE}&page=${page}`
    const comments = (await call(place, path, 'GET')) as readonly Comment[]
    const own = comments.find(({ body, user }) => body?.startsWith(MARKER) === true && nameOf(user?.login) === author)
    if (own !== undefined || comments.length < PAGE) return own
  }
}

/** A workflow's token may not ask for its user by REST, but by GraphQL; the two spell a bot differently. */
async function authorOf(place: CommentPlace): Promise<string> {
  const answer = await call(place, '/graphql', 'POST', { query: '{ viewer { login } }' })
  const { data } = answer as { readonly data?: { readonly viewer?: { readonly login?: string } } }
  return nameOf(data?.viewer?.login ?? 'github-actions')
}

function nameOf(login: string | undefined): string {
  return (login ?? '').replace(/\[bot\]$/, '')
}

class Refusal extends Error {}

/** GitHub answers 404 where a token may not even know that something is there. */
const REFUSED = [401, 403, 404]

async function call({ api, token }: CommentPlace, path: string, method: string, body?: object): Promise<unknown> {
  // The API of GitHub Enterprise ends in /api/v3, and its GraphQL in /api/graphql.
  const base = path === '/graphql' ? api.replace(/\/v3$/, '') : api
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'user-agent': 'schemalint',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (REFUSED.includes(response.status)) throw new Refusal()
  if (!response.ok) throw new Error(`GitHub answered ${method} ${path} with ${response.status}`)
  return response.json()
}
