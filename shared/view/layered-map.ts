/**
 * An immutable map that shares most of itself with the one that it came from: a few thousand changes lie in a thin
 * layer over a base that is copied only when the layer has grown. A push to a long session costs what it changes.
 */

const gone = Symbol('gone');

/** How large the layer may grow, as a share of the base. */
const layerShare = 0.02;
const smallLayer = 512;

export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;
  readonly #base: ReadonlyMap<K, V>;
  readonly #layer: ReadonlyMap<K, V | typeof gone>;

  private constructor(base: ReadonlyMap<K, V>, layer: ReadonlyMap<K, V | typeof gone>, size: number) {
    this.#base = base;
    this.#layer = layer;
    this.size = size;
  }

  static of<K, V>(entries: Iterable<readonly [K, V]> = []): LayeredMap<K, V> {
    const base = new Map(entries);
    return new LayeredMap<K, V>(base, new Map(), base.size);
  }

  get(key: K): V | undefined {
    const over = this.#layer.get(key);
    if (over !== undefined) return over === gone ? undefined : over;
    return this.#base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  /** The map after the change; this one stays as it is. Itself where nothing changes. Removing comes first. */
  with(upserts: Iterable<readonly [K, V]>, removed: Iterable<K> = []): LayeredMap<K, V> {
    const layer = new Map(this.#layer);
    let { size } = this;
    const lookUp = (key: K) => layer.get(key) ?? this.#base.get(key) ?? gone;
    let isChanged = false;
    for (const key of removed) {
      if (lookUp(key) === gone) continue;
      layer.set(key, gone);
      size -= 1;
      isChanged = true;
    }
    for (const [key, value] of upserts) {
      if (lookUp(key) === gone) size += 1;
      layer.set(key, value);
      isChanged = true;
    }
    if (!isChanged) return this;
    const next = new LayeredMap(this.#base, layer, size);
    return layer.size <= Math.max(smallLayer, this.#base.size * layerShare) ? next : LayeredMap.of(next);
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  *entries(): Generator<[K, V], undefined> {
    for (const [key, value] of this.#base) {
      const over = this.#layer.get(key);
      if (over === undefined) yield [key, value];
      else if (over !== gone) yield [key, over];
    }
    for (const [key, value] of this.#layer) if (value !== gone && !this.#base.has(key)) yield [key, value];
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
