import assert from 'node:assert/strict';
import { test } from 'node:test';

import { decodeExperiment } from '../../web/state/decode.js';
import { encodeExperiment } from '../../web/state/encode.js';
import { escapeText, splitQuery } from '../../web/state/query.js';
import { linkCore } from './corpus/core.js';

/** A link as somebody wrote it, and the canonical one. */
const CANONICAL = [
  ['', 'lab=descent&v=1'],
  ['?v=1&steps=200&x0=99&lab=descent', 'lab=descent&x0=99&steps=200&v=1'],
  ['?f=quadratic,a:9.0&x0=70&run=sgd,lr:.1', 'lab=descent&f=quadratic,a:9&v=1'],
  ['?f=quadratic,a:1&x0=7e1&steps=030&t=0&seed=1&embed=0', 'lab=descent&v=1'],
  ['?f=himmelblau&x0=0,0', 'lab=descent&f=himmelblau&v=1'],
  ['?f=himmelblau&x0=-1,2.50', 'lab=descent&f=himmelblau&x0=-1,2.5&v=1'],
  ['?run=sgd&run=sgd', 'lab=descent&run=sgd&run=sgd&v=1'],
  ['?run=adam,eps:1e-10,beta2:0.99', 'lab=descent&run=adam,beta2:0.99,eps:1e-10&v=1'],
  [
    '?run=sgd,every:5,schedule:exponential,hidden:1',
    'lab=descent&run=sgd,schedule:exponential,every:5,hidden:1&v=1',
  ],
  ['?run=sgd,schedule:constant,hidden:0', 'lab=descent&v=1'],
  [
    '?hide=table,controls,table&lock=x0,f&embed',
    'lab=descent&embed=1&hide=controls,table&lock=f,x0&v=1',
  ],
  [
    '?lang=vi&theme=dark&view=-4,4&t=3&sigma=0.5',
    'lab=descent&sigma=0.5&view=-4,4&t=3&lang=vi&theme=dark&v=1',
  ],
  ['?fx=x^2+10*sin(x)', 'lab=descent&fx=x%5E2%2B10*sin(x)&v=1'],
  [
    '?rule=m=0.9*m+g;x=x-lr*m&run=custom',
    'lab=descent&rule=m=0.9*m%2Bg;x=x-lr*m&run=custom,lr:0.1&v=1',
  ],
  ['?x0=1e-7&run=sgd,lr:1E2', 'lab=descent&x0=1e-7&run=sgd,lr:100&v=1'],
  ['?x0=1000000000.0', 'lab=descent&x0=1000000000&v=1'],
];

for (const [link, canonical] of CANONICAL) {
  test(`the canonical form of "${link}"`, () => {
    const { experiment } = decodeExperiment(link, '', linkCore);
    assert.equal(encodeExperiment(experiment, linkCore.catalog), canonical);
  });
}

test('a text survives the query, and the query survives mail, forms and HTML', () => {
  const text = 'a+b c&d#e%f"g\'h<i>j^k!l?m[n]{o}|p\\q`r$s@t\n€🎯 -_.~,:/=;*()';
  const escaped = escapeText(text);
  assert.match(escaped, /^[A-Za-z0-9\-_.~,:/=;*()%]*$/);
  assert.deepEqual(splitQuery(`?q=${escaped}`).get('q'), [text]);
  assert.equal(new URLSearchParams(`q=${escaped}`).get('q'), text);
  assert.equal(new URL(`https://example.org/?q=${escaped}`).search, `?q=${escaped}`);
  assert.equal(escapeText('a\ud800b'), 'a%EF%BF%BDb');
});

test('what was typed by hand is read as it looks', () => {
  const given = splitQuery('?fx=x^2+1&bare&=nameless&a=1=2&b=%zz%41%ff&&amp;c=3');
  assert.deepEqual(Object.fromEntries(given), {
    fx: ['x^2+1'],
    bare: [''],
    '': ['nameless'],
    a: ['1=2'],
    b: ['%zz%41%ff'],
    c: ['3'],
  });
});
