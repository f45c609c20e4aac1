// The types of <descent-lab>: the element, its attributes in HTML, JSX (React, Vue) and Vue's templates.

import type { LinkAttributes } from './attributes.js';
import type { Core } from './core/index.js';

/** Something a link or an attribute says that is not allowed, and what is shown instead. */
export interface LabNotice {
  /** A word that names the mistake: "unknown_value", "out_of_range", … */
  readonly code: string;
  /** The key of the link. */
  readonly key: string;
  /** What it said. */
  readonly value: string;
  /** What is allowed: values, or a range. */
  readonly allowed: object;
  /** What is shown instead. */
  readonly used: string;
}

/**
 * An experiment, frozen: what a link says, read. `lab` says which lab it is of; the other fields depend on
 * it.
 */
export interface LabExperiment {
  /** The lab: 'descent', 'smoothing', … */
  readonly lab: string;
  /** The language; '' is the reader's own. */
  readonly lang: string;
  /** 'light' or 'dark'; '' is the reader's own. */
  readonly theme: string;
  /** Whether the compact layout is shown. */
  readonly embed: boolean;
  /** 'figure': stage, chosen controls, player and worked step alone; '': everything. */
  readonly layout: string;
  /** What a figure keeps of the controls. */
  readonly controls: readonly string[];
  /** Parts that are left out. */
  readonly hide: readonly string[];
  /** What the reader cannot change. */
  readonly lock: readonly string[];
  /** The step shown, in labs that have steps. */
  readonly t?: number;
  /** How many steps there are, in labs that have steps. */
  readonly steps?: number;
  readonly [field: string]: unknown;
}

/** The attributes of <descent-lab>: the keys of a link, and two of its own. */
export interface LabAttributes extends LinkAttributes {
  /** A whole link's query, over which the other attributes win. */
  query?: string;
  /** The address at which the lab stands alone, for links out of a frame. */
  home?: string;
}

/** The events of <descent-lab>; none bubbles. */
export interface LabEventMap {
  /** Once, when it shows something: not before it is first in view. */
  ready: CustomEvent<null>;
  /** After a change by the reader or the page: the experiment it now shows. */
  change: CustomEvent<LabExperiment>;
  /** It could not start, and says so where it stands. */
  error: CustomEvent<Error>;
}

/** A lab in any page. Its attributes are the keys of a link. */
export interface DescentLabElement extends HTMLElement {
  /** What is shown, as a link says it; set it to show another experiment. */
  query: string;
  /** The address at which a lab stands alone; "" for none. */
  home: string;
  /** The core to use; all labs of a page share one when left out. */
  core: Core | undefined;
  /** The experiment shown, frozen; null while there is none. */
  readonly experiment: LabExperiment | null;
  /** What was not allowed in what it was last given. */
  readonly notices: readonly LabNotice[];
  /** The step shown, from 0; set it to show another. 0 where a lab has no steps. */
  t: number;
  /** The last step; set it, as by the attribute, for a run of another length. */
  steps: number;
  /** Plays to the last step; at once for readers who want no motion. */
  play(): void;
  /** Stops playing. */
  pause(): void;
  /** Shows a step, or the nearest there is. */
  seek(t: number): void;
  /** Fulfilled once every part shows the experiment; of a lab that is not in view yet, once it has been. */
  settled(): Promise<void>;
  /** What is seen as PNG, with `scale` (1 to 4; 2 when left out) pixels to a CSS pixel. */
  screenshot(scale?: number): Promise<Blob>;
  addEventListener<K extends keyof LabEventMap>(
    type: K,
    listener: (this: DescentLabElement, event: LabEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<K extends keyof LabEventMap>(
    type: K,
    listener: (this: DescentLabElement, event: LabEventMap[K]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'descent-lab': DescentLabElement;
  }
}

// Each framework that is installed learns the tag; the others are not there to be taught, which is no
// mistake.

// @ts-ignore: React may not be installed
type ReactProps = import('react').DetailedHTMLProps<
  // @ts-ignore
  import('react').HTMLAttributes<DescentLabElement>,
  DescentLabElement
>;

// @ts-ignore
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'descent-lab': Omit<ReactProps, keyof LabAttributes> & LabAttributes;
    }
  }
}

/** What Vue takes the tag for: attributes and listeners. */
type VueProps = LabAttributes & {
  [E in keyof LabEventMap as `on${Capitalize<E>}`]?: (event: LabEventMap[E]) => void;
};

// @ts-ignore: Vue may not be installed
type VueAttributes = import('vue').ReservedProps & import('vue').HTMLAttributes;

// @ts-ignore
declare module 'vue' {
  interface GlobalComponents {
    // @ts-ignore
    'descent-lab': import('vue').DefineComponent<VueProps>;
  }
}

// @ts-ignore
declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      'descent-lab': VueProps & Omit<VueAttributes, keyof VueProps>;
    }
  }
}
