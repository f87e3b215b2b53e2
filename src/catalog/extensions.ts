import type { Catalog, Identifier, Name } from './catalog.ts'
import { EXTENSION_CONTENTS } from './extension-contents.ts'
import { partsOf, qualify } from './names.ts'
import type { Extension } from './objects.ts'

/** What an extension makes, as lists separated by ` | `: see `extension-contents.ts`. */
export interface ExtensionContents {
  /** The schema that it is always in. */
  readonly schema?: Identifier
  /** The extensions that it needs, which CASCADE makes. */
  readonly requires?: string
  /** Base types: name, category, `!` where it is preferred, `collated`. */
  readonly types?: string
  /** Domains: name and type. */
  readonly domains?: string
  /** Implicit casts: source and target. */
  readonly casts?: string
  /** Operator classes: name and access method, `!` and the type where it is that one's default. */
  readonly classes?: string
  readonly methods?: string
  /** Foreign data wrappers. */
  readonly wrappers?: string
  /** Views and tables: `name: column type, …`. */
  readonly relations?: string
  readonly operators?: string
  readonly functions?: string
}

/** A type that an extension made. */
export interface ExtensionType {
  readonly category: string
  readonly isPreferred: boolean
  readonly isCollated: boolean
  /** Of a domain what it is made of, as `extension-contents.ts` names it. */
  readonly base?: string
}

/** An extension that is installed, with what it makes. */
export interface InstalledExtension {
  readonly extension: Extension
  readonly schema: Identifier
  readonly contents: ExtensionContents
}

/** The schema of an extension: the one it is always in, that of SCHEMA, or the first of the search path; undefined where only a server knows. */
export function schemaOfExtension(name: Identifier, said: Identifier | undefined, first: Identifier) {
  const contents = EXTENSION_CONTENTS[name]
  return contents?.schema ?? said ?? (contents === undefined && !OF_NO_SCHEMA.has(name) ? undefined : first)
}

/** Others whose control file names no schema of their own. */
const OF_NO_SCHEMA: ReadonlySet<string> = new Set([
  'address_standardizer',
  'debversion',
  'hll',
  'hypopg',
  'ip4r',
  'pg_partman',
  'pgaudit',
  'pgtap',
  'postgis',
  'postgis_raster',
  'postgis_sfcgal',
  'prefix',
  'q3c',
  'rum',
  'semver',
  'tdigest',
  'vector',
])

/** The extensions that an extension needs. */
export function requiredExtensions(name: Identifier): readonly Identifier[] {
  return EXTENSION_CONTENTS[name]?.requires?.split(' ') ?? []
}

/** Whether an extension comes with PostgreSQL, so that nearly every server has its files. */
export function isContributed(extension: Identifier): boolean {
  return extension === 'plpgsql' || extension in EXTENSION_CONTENTS
}

/** The installed extensions of which it is known what they make. */
export function installedExtensions({ extensions }: Pick<Catalog, 'extensions'>): readonly InstalledExtension[] {
  let found = installed.get(extensions)
  if (found === undefined) {
    found = [...extensions.values()].flatMap((extension) => {
      const contents = EXTENSION_CONTENTS[extension.name]
      const { schema } = extension
      return contents === undefined || schema === undefined ? [] : [{ extension, schema, contents }]
    })
    installed.set(extensions, found)
  }
  return found
}

/** Extensions are few, and asked about with every type. */
const installed = new WeakMap<Catalog['extensions'], readonly InstalledExtension[]>()

/** The type of an extension that has a name. */
export function extensionType(catalog: Pick<Catalog, 'extensions'>, name: Name): ExtensionType | undefined {
  if (catalog.extensions.size <= 1 || !name.includes('.')) return undefined
  const { schema, name: last } = partsOf(name)
  for (const { schema: own, contents } of installedExtensions(catalog)) {
    const found = own === schema ? typesOf(contents).get(last) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** The names of the types that an extension makes. */
export function typeNamesOf({ schema, contents }: InstalledExtension): readonly Name[] {
  return [...typesOf(contents).keys()].map((name) => qualify(schema, name))
}

/** The types that an extension makes, by name. */
export function typesOf(contents: ExtensionContents): ReadonlyMap<Identifier, ExtensionType> {
  let types = readTypes.get(contents)
  if (types === undefined) {
    types = new Map([
      ...itemsOf(contents.types).map((item): readonly [Identifier, ExtensionType] => {
        const [name = '', kind = '', collated] = item.split(' ')
        const isPreferred = kind.endsWith('!')
        return [name, { category: kind.slice(0, 1), isPreferred, isCollated: collated !== undefined }]
      }),
      ...itemsOf(contents.domains).map((item): readonly [Identifier, ExtensionType] => {
        const [name = '', base = ''] = item.split(' ')
        return [name, { category: '', isPreferred: false, isCollated: false, base }]
      }),
    ])
    readTypes.set(contents, types)
  }
  return types
}

const readTypes = new WeakMap<ExtensionContents, ReadonlyMap<Identifier, ExtensionType>>()

/** The items of one of the lists of an extension's contents. */
export function itemsOf(list: string | undefined): readonly string[] {
  return list === undefined ? [] : list.split(' | ')
}

/** The first words of the items of a list: the names of what an extension makes of a kind. */
export function namesOf(list: string | undefined): readonly Identifier[] {
  return itemsOf(list).map((item) => /^[^\s:]+/.exec(item)?.[0] ?? '')
}

/** The extension that made a type, by the type's bare name; the schema of that one. */
export function schemaOfType(catalog: Pick<Catalog, 'extensions'>, type: Identifier): Identifier | undefined {
  return installedExtensions(catalog).find(({ contents }) => typesOf(contents).has(type))?.schema
}
