/**
 * An immutable map that shares most of itself with the one that it came from: changes lie in layers over a base, each
 * layer much smaller than the one below it. A change costs what it changes, however long the session is.
 */

const gone = Symbol('gone');
type Layer<K, V> = ReadonlyMap<K, V | typeof gone>;

/** A layer is put together with the one below where that is not so many times as large: look-ups pass few layers. */
const leastGrowth = 4;

export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<K, V>;
  /** The newest last. */
  readonly #layers: readonly Layer<K, V>[];

  private constructor(base: ReadonlyMap<K, V>, layers: readonly Layer<K, V>[], size: number) {
    this.#base = base;
    this.#layers = layers;
    this.size = size;
  }

  static of<K, V>(entries: Iterable<readonly [K, V]> = []): LayeredMap<K, V> {
    const base = new Map(entries);
    return new LayeredMap<K, V>(base, [], base.size);
  }

  get(key: K): V | undefined {
    for (let at = this.#layers.length - 1; at >= 0; at -= 1) {
      const over = this.#layers[at]?.get(key);
      if (over !== undefined) return over === gone ? undefined : over;
    }
    return this.#base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  /** The map after the change; this one stays as it is. Itself where nothing changes. Removing comes first. */
  with(upserts: Iterable<readonly [K, V]>, removed: Iterable<K> = []): LayeredMap<K, V> {
    const layer = new Map<K, V | typeof gone>();
    let { size } = this;
    for (const key of removed) {
      if (layer.has(key) || !this.has(key)) continue;
      layer.set(key, gone);
      size -= 1;
    }
    for (const [key, value] of upserts) {
      const over = layer.get(key);
      if (over === gone || (over === undefined && !this.has(key))) size += 1;
      layer.set(key, value);
    }
    return layer.size === 0 ? this : this.#under(layer, size);
  }

  #under(top: Layer<K, V>, size: number): LayeredMap<K, V> {
    const layers = [...this.#layers];
    let layer = top;
    for (let below = layers.at(-1); below !== undefined && isNear(layer, below); below = layers.at(-1)) {
      layer = merged(below, layer);
      layers.pop();
    }
    if (layers.length > 0 || !isNear(layer, this.#base)) return new LayeredMap(this.#base, [...layers, layer], size);
    return new LayeredMap(withoutGone(merged(this.#base, layer)), [], size);
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  *entries(): Generator<[K, V], undefined> {
    const changes = this.#layers.reduce<Layer<K, V>>((below, layer) => merged(below, layer), new Map());
    for (const [key, value] of this.#base) {
      const over = changes.get(key);
      if (over === undefined) yield [key, value];
      else if (over !== gone) yield [key, over];
    }
    for (const [key, value] of changes) if (value !== gone && !this.#base.has(key)) yield [key, value];
    return undefined;
  }

  forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) each(value, key, this);
  }

  *values(): Generator<V, undefined> {
    for (const [, value] of this) yield value;
    return undefined;
  }

  *keys(): Generator<K, undefined> {
    for (const [key] of this) yield key;
    return undefined;
  }
}

function isNear(layer: ReadonlyMap<unknown, unknown>, below: ReadonlyMap<unknown, unknown>): boolean {
  return below.size < layer.size * leastGrowth;
}

function merged<K, V>(below: Layer<K, V>, layer: Layer<K, V>): Map<K, V | typeof gone> {
  const both = new Map(below);
  for (const [key, value] of layer) both.set(key, value);
  return both;
}

function withoutGone<K, V>(layer: Map<K, V | typeof gone>): Map<K, V> {
  for (const [key, value] of layer) if (value === gone) layer.delete(key);
  return layer as Map<K, V>;
}
