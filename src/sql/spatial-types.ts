/**
 * The modifiers of PostGIS's geometry and geography as its output function spells them, as seen
 * on PostGIS 3.3: the shape in its own capitals with Z and M, then the SRID, which geography
 * takes for 4326 where none is said. Undefined where they are not understood.
 */
export function spatialModifiers(type: string, modifiers: readonly string[]): readonly string[] | undefined {
  const [written = '', given = '0'] = modifiers
  const [, word = '', dimensions = ''] = /^\s*([a-z]+?)(zm|z|m)?\s*$/i.exec(written.replaceAll('"', '')) ?? []
  const shape = SHAPES.get(word.toLowerCase())
  if (shape === undefined || !/^-?\d+$/.test(given)) return undefined
  const srid = Math.max(Number(given), 0) || (type === 'geography' ? GEOGRAPHIC : 0)
  const told = `${shape}${dimensions.toUpperCase()}`
  if (srid !== 0) return [told, String(srid)]
  return told === 'Geometry' ? [] : [told]
}

/** WGS 84, which geography is measured on. */
const GEOGRAPHIC = 4326

const SHAPES: ReadonlyMap<string, string> = new Map(
  [
    'Geometry',
    'Point',
    'LineString',
    'Polygon',
    'MultiPoint',
    'MultiLineString',
    'MultiPolygon',
    'GeometryCollection',
    'CircularString',
    'CompoundCurve',
    'CurvePolygon',
    'MultiCurve',
    'MultiSurface',
    'PolyhedralSurface',
    'Triangle',
    'Tin',
  ].map((shape) => [shape.toLowerCase(), shape]),
)
