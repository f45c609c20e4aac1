// The types of the notebook widget, as anywidget loads it.

/** What the widget shares with the kernel. */
export interface Traits {
  /** What is shown, as a link's query. */
  query: string;
  /** A sentence for everything in the query that could not be taken at its word. */
  notices: readonly string[];
  /** The query of the model that is shown, and every key's texts; a model that has none is not told. */
  _shown: { readonly query: string; readonly keys: Readonly<Record<string, readonly string[]>> };
}

/** What the widget needs of anywidget's model. */
export interface Model {
  /** The trait's value; undefined where the model has no such trait. */
  get<K extends keyof Traits>(name: K): Traits[K] | undefined;
  /** Sets the trait here; the kernel hears of it at the next save. */
  set<K extends keyof Traits>(name: K, value: Traits[K]): void;
  /** Tells the kernel. */
  save_changes(): void;
  /** Listens to the kernel. */
  on(event: 'change:query', listener: () => void): void;
  /** Listens no longer. */
  off(event: 'change:query', listener: () => void): void;
}

declare const widget: {
  /** Puts a lab into an output cell. Fulfilled with the function that takes it away. */
  render(cell: { model: Model; el: HTMLElement }): Promise<() => void>;
};
// biome-ignore lint/style/noDefaultExport: anywidget asks for one
export default widget;
