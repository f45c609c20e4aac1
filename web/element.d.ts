// The types of <descent-lab> (embed/lab-tag.js says what each member does).

import type { Core } from './core/index.js';

/** Something a link or an attribute says that is not allowed, and what is shown instead. */
export interface LabNotice {
  readonly code: string;
  readonly key: string;
  readonly value: string;
  readonly allowed: object;
  readonly used: string;
}

/** A lab in any page. Its attributes are the keys of a link. */
export interface DescentLabElement extends HTMLElement {
  /** What is shown, as a link says it; set it to show another experiment. */
  query: string;
  /** The address at which a lab stands alone; "" for none. */
  home: string;
  /** The core to use; loaded from core.wasm beside the package when left out. */
  core: Core | undefined;
  /** The experiment shown, frozen; null while there is none. */
  readonly experiment: Readonly<Record<string, unknown>> | null;
  readonly notices: readonly LabNotice[];
  /** The step shown; set it to show another. */
  t: number;
  /** The last step; set it, as by the attribute, for a run of another length. */
  steps: number;
  play(): void;
  pause(): void;
  seek(t: number): void;
  /** What is seen as PNG, with `scale` (1 to 4) pixels to a CSS pixel. */
  screenshot(scale?: number): Promise<Blob>;
  addEventListener(type: 'ready', listener: (event: CustomEvent<null>) => void): void;
  addEventListener(
    type: 'change',
    listener: (event: CustomEvent<Readonly<Record<string, unknown>>>) => void,
  ): void;
  addEventListener(type: 'error', listener: (event: CustomEvent<Error>) => void): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'descent-lab': DescentLabElement;
  }
}
