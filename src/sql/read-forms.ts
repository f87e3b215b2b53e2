import type { Form, Output } from './overloads.ts'

/** What makes a name of pg_type the one that stands for a type. */
type Called = (name: string) => string

/** Reads `name: form; form` of each function, `name: form, form` of each operator. */
export function readForms(
  lines: readonly string[],
  separator: '; ' | ', ',
  called: Called,
): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, readonly Form[]>()
  for (const line of lines) {
    const end = line.indexOf(': ')
    if (end < 0) continue
    const list = line.slice(end + 2).split(separator)
    forms.set(
      line.slice(0, end),
      list.map((form) => readForm(form, called)),
    )
  }
  return forms
}

function readForm(form: string, called: Called): Form {
  const at = form.indexOf('>')
  const [, types = '', variadic, defaults = '0'] = /^([^/+]*)(\+)?(?:\/(\d+))?$/.exec(form.slice(0, at)) ?? []
  const isSet = form[at + 1] === '*'
  const returns = form.slice(at + (isSet ? 2 : 1))
  const named = returns.startsWith('{') ? readOutputs(returns.slice(1, -1), called) : undefined
  return {
    arguments: types === '' ? [] : types.split(' ').map(called),
    returns: named === undefined ? called(returns) : named.length === 1 ? named[0]!.type : 'record',
    isVariadic: variadic !== undefined,
    defaults: Number(defaults),
    isSet,
    ...(named === undefined ? {} : { outputs: named }),
  }
}

/** Reads `name type, name type`. */
export function readOutputs(text: string, called: Called): readonly Output[] {
  return text.split(', ').map((each) => {
    const [name = '', type = ''] = each.split(' ')
    return { name, type: called(type) }
  })
}
