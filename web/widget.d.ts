// The types of the notebook widget, as anywidget loads it.

/** What the widget needs of anywidget's model. */
export interface Model {
  get(name: 'query'): string | undefined;
  set(name: 'query', value: string): void;
  save_changes(): void;
  on(event: 'change:query', listener: () => void): void;
  off(event: 'change:query', listener: () => void): void;
}

declare const widget: {
  /** Puts a lab into an output cell. Fulfilled with the function that takes it away. */
  render(cell: { model: Model; el: HTMLElement }): Promise<() => void>;
};
// biome-ignore lint/style/noDefaultExport: anywidget asks for one
export default widget;
