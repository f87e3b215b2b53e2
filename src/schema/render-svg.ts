import type { Catalog } from '../catalog/catalog.ts'
import { printSchemaDot } from './print-dot.ts'

/**
 * The entity diagram as an SVG document, laid out by Graphviz compiled to WebAssembly: no browser and no program beside this one.
 * Undefined where that package is not installed, as in a clone that nothing was installed in.
 */
export async function renderSchemaSvg(catalog: Catalog): Promise<string | undefined> {
  const graphviz = await loadGraphviz()
  return graphviz?.layout(printSchemaDot(catalog), 'svg', 'dot')
}

async function loadGraphviz() {
  try {
    const { Graphviz } = await import('@hpcc-js/wasm-graphviz')
    return await Graphviz.load()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    return undefined
  }
}
