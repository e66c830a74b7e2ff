import type { NarrowOptions } from '@/lib/engine';
import type { DescribedPicture } from './describe';
import { type Entry, toEntry } from './entry';

/** The pictures that are searched, and who may be found by whom. */
export class Gallery {
  readonly entries: readonly Entry[];
  readonly queries: readonly Entry[];
  readonly #exclude: string | undefined;

  /** @param exclude column whose value a result must not share with the query; an empty value is shared by nobody */
  constructor(
    queries: readonly DescribedPicture[],
    gallery: readonly DescribedPicture[],
    exclude: string | undefined,
  ) {
    const owners = new Map<string, number>();
    const ownerOf = ({ owner, name }: DescribedPicture) => {
      const key = owner ?? name;
      if (!owners.has(key)) owners.set(key, owners.size);
      return owners.get(key)!;
    };
    this.entries = gallery.map((picture, id) => toEntry(picture, id, ownerOf(picture)));
    this.queries = queries.map((picture, id) => toEntry(picture, id, ownerOf(picture)));
    this.#exclude = exclude;
  }

  /** Whatever the query may find: nothing of its own owner, and nothing with the same excluded value. */
  *allowed(query: Entry): Generator<Entry> {
    for (const entry of this.entries) if (this.mayFind(query, entry)) yield entry;
  }

  mayFind(query: Entry, entry: Entry): boolean {
    if (entry.owner === query.owner) return false;
    const value = this.#excluded(query);
    return value === '' || this.#excluded(entry) !== value;
  }

  /** The same for an index whose entries have `tagsOf`. */
  narrowing(query: Entry): Pick<NarrowOptions, 'where' | 'excludeOwner'> {
    return { excludeOwner: query.owner, where: { none: this.tagsOf(query) } };
  }

  tagsOf(entry: Entry): string[] {
    const value = this.#excluded(entry);
    return value === '' ? [] : [`${this.#exclude}:${value}`];
  }

  #excluded({ picture: { labels } }: Entry): string {
    return this.#exclude === undefined ? '' : (labels[this.#exclude] ?? '');
  }
}
