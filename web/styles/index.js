// The style sheets of every lab, in their order. Between the two lists stand those of the labs that have been
// shown.

import { unsafeCSS } from 'lit';
import embed from './embed.css' with { type: 'text' };
import figure from './figure.css' with { type: 'text' };
import lab from './lab.css' with { type: 'text' };
import present from './present.css' with { type: 'text' };
import print from './print.css' with { type: 'text' };
import share from './share.css' with { type: 'text' };
import tokens from './tokens.css' with { type: 'text' };

export const FIRST_STYLES = [tokens, lab].map(unsafeCSS);
export const LAST_STYLES = [embed, share, present, figure, print].map(unsafeCSS);
