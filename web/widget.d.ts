// The types of the notebook widget, as anywidget loads it.

/** What the widget needs of anywidget's model. */
export interface Model {
  /** The trait's value. */
  get(name: 'query'): string | undefined;
  /** Sets the trait here; the kernel hears of it at the next save. */
  set(name: 'query', value: string): void;
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
