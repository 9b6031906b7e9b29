// Shares by year: one bar of 100 % for each year, the unknown part shown as such.

import { byId, el, key, svg, table } from './dom.js';
import { count, percent, words } from './format.js';

const FIRST = 2010;
const WIDTH = 460;
const HEIGHT = 230;
const LEFT = 34;
const BOTTOM = 34;
const TOP = 8;

/** Draws tallies of the measure releases, of one dimension, by calendar year. */
export function showShares(id, kind, order, tallies) {
  const years = byYear(tallies);
  if (!years.length) {
    byId(`${id}-chart`).replaceChildren(el('p.empty', 'No tally by year yet. It appears with the first releases.'));
    byId(`${id}-legend`).replaceChildren();
    byId(`${id}-table`).replaceChildren();
    return;
  }
  const seen = order.filter(value => years.some(year => year.parts.get(value) > 0));
  byId(`${id}-chart`).replaceChildren(bars(id, kind, seen, years));
  byId(`${id}-legend`).replaceChildren(...seen.map(value => el('li', key(kind, value, words(value)))),
    ...(years.some(year => year.provisional) ? [el('li.quiet', '* provisional: late entries are still to come')] : []));
  byId(`${id}-table`).replaceChildren(asTable(seen, years));
}

function byYear(tallies) {
  const years = new Map();
  for (const tally of tallies) {
    const year = Number(/^year:(\d{4})$/.exec(tally.time_window)?.[1]);
    if (!(year >= FIRST)) continue;
    if (!years.has(year)) years.set(year, { year, parts: new Map(), total: 0, provisional: false });
    const entry = years.get(year);
    entry.parts.set(tally.value, tally.number);
    entry.total += tally.number;
    entry.provisional ||= tally.provisional;
  }
  return [...years.values()].filter(year => year.total > 0).sort((a, b) => a.year - b.year);
}

function bars(id, kind, seen, years) {
  const step = (WIDTH - LEFT) / years.length;
  const height = HEIGHT - BOTTOM - TOP;
  const picture = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-labelledby': `${id}-title`, class: 'bars' });
  for (const part of [0, 0.25, 0.5, 0.75, 1]) {
    const y = TOP + height * (1 - part);
    picture.append(svg('line.grid', { x1: LEFT, x2: WIDTH, y1: y, y2: y }), svg('text.tick', { x: LEFT - 5, y: y + 4, 'text-anchor': 'end' }, `${part * 100}`));
  }
  years.forEach((year, i) => picture.append(bar(kind, seen, year, LEFT + i * step, step, height, years.length)));
  return picture;
}

function bar(kind, seen, year, x, step, height, many) {
  const group = svg('g', year.provisional ? { class: 'provisional' } : {});
  let from = TOP;
  for (const value of seen) {
    const number = year.parts.get(value) ?? 0;
    const tall = height * number / year.total;
    if (!number) continue;
    group.append(svg(`rect.${kind}-${value}`, { x: x + step * 0.1, y: from, width: step * 0.8, height: tall },
      svg('title', `${year.year}: ${words(value)} ${percent(number / year.total)} (${count(number)} of ${count(year.total)})${year.provisional ? ', provisional' : ''}`)));
    from += tall;
  }
  const label = many > 10 ? `’${String(year.year).slice(2)}` : String(year.year);
  group.append(svg('text.tick', { x: x + step / 2, y: HEIGHT - 19, 'text-anchor': 'middle' }, label + (year.provisional ? '*' : '')),
    svg('text.tick.small', { x: x + step / 2, y: HEIGHT - 5, 'text-anchor': 'middle' }, many > 22 ? '' : String(year.total)));
  return group;
}

function asTable(seen, years) {
  return el('div.scroll', table(['Year', 'Releases', ...seen.map(words)], years.toReversed().map(year => [
    `${year.year}${year.provisional ? ' (provisional)' : ''}`, count(year.total),
    ...seen.map(value => percent((year.parts.get(value) ?? 0) / year.total))])));
}
