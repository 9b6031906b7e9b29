// Elements are made of text only: nothing that comes from outside is ever read as HTML.

/** An element: el('p.quiet', 'text', el('b', 'more')); an object sets attributes, on… listens. */
export function el(tag, ...parts) {
  const [name, ...classes] = tag.split('.');
  return fill(document.createElement(name), classes, parts);
}

export function svg(tag, ...parts) {
  const [name, ...classes] = tag.split('.');
  return fill(document.createElementNS('http://www.w3.org/2000/svg', name), classes, parts);
}

function fill(element, classes, parts) {
  if (classes.length) element.setAttribute('class', classes.join(' '));
  for (const part of parts.flat()) {
    if (part === null || part === undefined || part === false || part === '') continue;
    if (part instanceof Node) element.append(part);
    else if (typeof part === 'object') set(element, part);
    else element.append(String(part));
  }
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
}

/** Text from outside, kept apart from the direction of what is around it. */
export function name(text) {
  return el('bdi', text);
}

/** A link to a plain web address; the text alone when the address is anything else. */
export function outside(address, text) {
  const label = name(text || address);
  return /^https?:\/\//i.test(address ?? '') ? el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, label) : label;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A quote with the value in it marked. */
export function quoted(quote, value) {
  const at = value ? quote.indexOf(value) : -1;
  return inItsSource('', quote, at < 0 ? [] : [[at, at + value.length]], '');
}

/** A quote among the words that stand around it in its source, with spans of it marked. */
export function inItsSource(before, quote, spans, after) {
  const inner = [];
  let done = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (from < done || to <= from || to > quote.length) continue;
    inner.push(quote.slice(done, from), el('mark', quote.slice(from, to)));
    done = to;
  }
  inner.push(quote.slice(done));
  return el('blockquote', el('bdi', before ? el('span.around', `… ${before}`) : null, el('span.quote', ...inner), after ? el('span.around', `${after} …`) : null));
}

/** A coloured dot with its word. */
export function key(kind, value, label) {
  return el(`span.key.${kind}-${value}`, el('span.dot', { 'aria-hidden': 'true' }), label);
}

export function table(head, rows) {
  return el('table',
    el('thead', el('tr', head.map(cell => el('th', { scope: 'col' }, cell)))),
    el('tbody', rows.map(row => el('tr', row.map((cell, i) => i ? el('td', cell) : el('th', { scope: 'row' }, cell))))));
}
