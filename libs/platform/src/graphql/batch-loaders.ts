import DataLoader from 'dataloader';

/** The DataLoaders of one request, made when first asked for: `loaders.by(repository.byIds)`. */
export class BatchLoaders {
  private readonly loaders = new Map<unknown, DataLoader<string, unknown>>();

  /**
   * The loader whose batch function is `load`: it gets unique ids and answers a map by id. `key` names the loader (use the repository's
   * method or a constant: the same key, the same loader).
   */
  by<Row>(
    key: unknown,
    load: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
  ): DataLoader<string, Row | null> {
    const known = this.loaders.get(key);
    if (known) return known as DataLoader<string, Row | null>;
    const loader = new DataLoader<string, Row | null>(async (ids) => {
      const rows = await load(ids);
      return ids.map((id) => rows.get(id) ?? null);
    });
    this.loaders.set(key, loader);
    return loader;
  }
}
