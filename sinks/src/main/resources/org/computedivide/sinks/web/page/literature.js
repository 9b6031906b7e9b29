// The literature as a living table: what was published, what it is by our count, and what differs.

import { byId, el, name, outside } from './dom.js';
import { count, months, percent, scientific } from './format.js';

const STANDINGS = {
  reproduced: 'reproduced from their data',
  live: 'counted on',
  'other-population': 'other population',
  'not-reproduced': 'not reproduced',
};
const ROLES = { reproduced: 'their data', ours: 'ours', neighbour: 'other definition' };

export function showLiterature(items) {
  byId('literature').replaceChildren(...(items.length ? items.map(claim)
    : [el('p.empty', 'No claim yet. They appear with the first tallies.')]));
}

function claim(item) {
  return el('article.claim',
    el('div.said', el('h3', item.claim), el('p.small.quiet', outside(item.url, item.source)),
      el('p', 'Published: ', el('b', item.published)), el('p.small.quiet', item.definition)),
    el('div.counted',
      item.figures.length ? el('table', el('tbody', item.figures.map(figure))) : el('p.quiet.small', 'No number of ours stands beside it.'),
      el('p.small', el('span.tag', STANDINGS[item.standing] ?? item.standing), ' ', item.why)));
}

function figure(item) {
  return el(`tr.role-${item.role}`,
    el('th.number', { scope: 'row' }, value(item)),
    el('td', name(item.definition), el('span.quiet', ` · ${notes(item)}`)));
}

function value(item) {
  if (item.value === null || item.value === undefined) return el('span.quiet', 'nothing yet');
  const write = writer(item.unit);
  const interval = item.low === null || item.low === undefined ? null : el('small.quiet', ` ${write(item.low)}–${item.high === null || item.high === undefined ? '∞' : write(item.high)}`);
  return el('span', el('b', write(item.value) + unit(item.unit)), interval);
}

function writer(unitOf) {
  if (unitOf === 'fraction') return percent;
  if (unitOf === 'months') return months;
  return number => (Math.abs(number) >= 1e7 ? scientific(number) : count(Number(Number(number).toPrecision(number >= 1000 ? 6 : 3))));
}

function unit(unitOf) {
  return { fraction: '', months: ' months', times: '×', USD: ' USD', 'lb CO2e': ' lb CO₂e' }[unitOf] ?? ` ${unitOf}`;
}

function notes(item) {
  return [
    ROLES[item.role] ?? item.role,
    item.n === null || item.n === undefined ? '' : `n ${count(item.n)}`,
    item.unknown ? `${count(item.unknown)} unknown` : '',
    item.provisional ? 'provisional' : '',
  ].filter(Boolean).join(' · ');
}
