// Compute over time: a dot for each headline variant, whiskers for its interval, a line for the trend.

import { byId, el, key, name, table } from './dom.js';
import { AFFILIATIONS, count, decimalYear, flop, months, scientific, selection, words } from './format.js';

const DOT = 3;
const NEAR = 18;
const TABLE_ROWS = 200;
const box = byId('compute-chart');
let dots = null;
let trends = [];
let chart = null;
let hidden = new Set();
let built = '';

function colour(of) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${of}`).trim();
}

export function tellCompute(items) {
  dots = items.map(item => ({ ...item, x: decimalYear(item.day) })).sort((a, b) => a.x - b.x);
  draw();
}

export function tellTrends(items) {
  trends = items.filter(trend => trend.n > 2 && Number.isFinite(Number(trend.doubling_months)));
  const select = byId('trend');
  const before = select.value;
  select.replaceChildren(...trends.map(trend => el('option', { value: trend.key }, selection(trend.selection))), el('option', { value: '' }, 'no trend line'));
  const best = trends.find(trend => trend.key === before) ?? trendOf('runningTop10From2018') ?? trendOf('runningTop10') ?? trends[0];
  select.value = best?.key ?? '';
  draw();
}

export function trendOf(name) {
  return trends.find(trend => trend.selection === name) ?? null;
}

export function startComputeChart() {
  byId('trend').addEventListener('change', draw);
  byId('span').addEventListener('change', draw);
  new ResizeObserver(() => { if (chart && box.clientWidth) chart.setSize(size()); }).observe(box);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { built = ''; draw(); });
}

function size() {
  return { width: box.clientWidth, height: Math.max(260, Math.min(430, Math.round(box.clientWidth * 0.55))) };
}

function picked() {
  return trends.find(trend => trend.key === byId('trend').value);
}

function draw() {
  const trend = picked();
  byId('trend-words').replaceChildren(...trendWords(trend));
  if (!dots) return;
  if (!dots.length) {
    chart?.destroy();
    chart = null;
    built = '';
    box.replaceChildren(el('p.empty', 'No release with known compute yet. The chart fills as the sources are read.'));
    byId('compute-legend').replaceChildren();
    byId('compute-table').replaceChildren();
    return;
  }
  legend();
  byId('compute-table').replaceChildren(asTable());
  const wanted = [byId('span').value, JSON.stringify(trend ?? null), [...hidden].join(), dots.length].join('|') + dots.map(dot => dot.compute).join();
  if (wanted === built) return;
  built = wanted;
  build(trend);
}

function trendWords(trend) {
  if (!trend) return ['Each dot is a release with known compute; the whisker is its 90 % interval.'];
  const range = trend.low === null ? '' : ` (${months(trend.low)}–${months(trend.high)})`;
  return [el('b', `Doubles every ${months(trend.doubling_months)} months${range}`),
    ` among ${selection(trend.selection).toLowerCase()}, ${trend.from_day?.slice(0, 4) ?? ''} to ${trend.to_day?.slice(0, 4) ?? ''}, n = ${count(trend.n)}; compute unknown for ${count(trend.unknown)} of that span.`];
}

function legend() {
  const seen = AFFILIATIONS.filter(of => dots.some(dot => dot.affiliation === of));
  byId('compute-legend').replaceChildren(...seen.map(of => el('li', el('button', {
    type: 'button', 'aria-pressed': hidden.has(of) ? 'false' : 'true',
    onclick: () => { hidden.has(of) ? hidden.delete(of) : hidden.add(of); draw(); },
  }, key('c', of, words(of))))));
}

function asTable() {
  const rows = dots.slice(-TABLE_ROWS).reverse();
  return el('div.scroll', table(['Release', 'Day', 'Training compute', 'Maker'], rows.map(dot => [
    el('a', { href: `#/releases/${encodeURIComponent(dot.family_id)}` }, name(dot.variant || dot.release)), dot.day,
    flop(dot.compute, dot.compute_low, dot.compute_high), words(dot.affiliation)])),
  dots.length > TABLE_ROWS ? el('p.quiet.small', `The newest ${TABLE_ROWS} of ${count(dots.length)}; all are in the JSON.`) : null);
}

function build(trend) {
  chart?.destroy();
  const from = Number(byId('span').value);
  const visible = dots.filter(dot => dot.x >= from && !hidden.has(dot.affiliation));
  const ends = visible.flatMap(dot => [Math.max(dot.compute_low, dot.compute / 1e3), Math.min(dot.compute_high, dot.compute * 1e3)]);
  const low = Math.floor(Math.log10(Math.min(...ends, 1e20)));
  const high = Math.ceil(Math.log10(Math.max(...ends, 1e21)));
  const last = Math.max(from + 1, ...visible.map(dot => dot.x)) + 0.3;
  const options = {
    ...size(),
    legend: { show: false },
    cursor: { y: false, x: false, points: { show: false }, drag: { x: true, y: false, setScale: true } },
    scales: { x: { time: false, range: (u, min, max) => [Math.max(from, min ?? from), Math.min(last, max ?? last)] }, y: { distr: 3, range: [10 ** low, 10 ** high] } },
    axes: [axis({ size: 30, values: (u, ticks) => ticks.map(year => Number.isInteger(year) ? String(year) : '') }), axis({
      size: 52,
      splits: () => powers(low, high),
      values: (u, ticks) => ticks.map(tick => scientific(tick).replace('.0e', 'e')),
      filter: (u, ticks) => ticks,
    })],
    series: [{}, { show: true, paths: () => null, points: { show: false } }],
    hooks: { draw: [u => paint(u, visible, trend)] },
  };
  box.replaceChildren();
  chart = new uPlot(options, [[from, ...visible.map(dot => dot.x), last], [null, ...visible.map(dot => dot.compute), null]], box);
  hover(chart, visible);
}

function powers(low, high) {
  const step = Math.max(1, Math.ceil((high - low) / 8));
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => 10 ** (low + i * step));
}

function axis(more) {
  return { stroke: colour('quiet'), grid: { stroke: colour('grid'), width: 1 }, ticks: { show: false }, font: '12px system-ui, sans-serif', ...more };
}

function paint(u, visible, trend) {
  const { ctx } = u;
  const ratio = devicePixelRatio || 1;
  ctx.save();
  ctx.beginPath();
  ctx.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
  ctx.clip();
  for (const dot of visible) {
    const x = u.valToPos(dot.x, 'x', true);
    ctx.strokeStyle = ctx.fillStyle = colours().get(dot.affiliation) ?? colours().get('unknown');
    ctx.globalAlpha = 0.3;
    ctx.lineWidth = ratio;
    ctx.beginPath();
    ctx.moveTo(x, u.valToPos(dot.compute_low, 'y', true));
    ctx.lineTo(x, u.valToPos(dot.compute_high, 'y', true));
    ctx.stroke();
    ctx.globalAlpha = 0.9;
    ctx.beginPath();
    ctx.arc(x, u.valToPos(dot.compute, 'y', true), DOT * ratio, 0, 2 * Math.PI);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
  if (trend) line(u, ctx, ratio, trend);
  ctx.restore();
}

const palette = { scheme: '', map: new Map() };

function colours() {
  const scheme = colour('ink');
  if (palette.scheme !== scheme) {
    palette.scheme = scheme;
    palette.map = new Map(AFFILIATIONS.map(of => [of, colour(of)]));
  }
  return palette.map;
}

function line(u, ctx, ratio, trend) {
  const at = x => 10 ** (trend.slope * x + trend.intercept);
  const [from, to] = [decimalYear(trend.from_day), decimalYear(trend.to_day)];
  ctx.strokeStyle = colour('ink');
  ctx.lineWidth = 1.75 * ratio;
  ctx.setLineDash([6 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(u.valToPos(from, 'x', true), u.valToPos(at(from), 'y', true));
  ctx.lineTo(u.valToPos(to, 'x', true), u.valToPos(at(to), 'y', true));
  ctx.stroke();
}

function hover(u, visible) {
  const tip = el('div.tip', { hidden: true });
  u.over.append(tip);
  let near = null;
  u.over.addEventListener('mousemove', event => {
    const { left, top } = u.over.getBoundingClientRect();
    near = nearest(u, visible, event.clientX - left, event.clientY - top);
    u.over.style.cursor = near ? 'pointer' : 'crosshair';
    tip.hidden = !near;
    if (near) show(u, tip, near);
  });
  u.over.addEventListener('mouseleave', () => { tip.hidden = true; });
  u.over.addEventListener('click', () => { if (near) location.hash = `#/releases/${encodeURIComponent(near.family_id)}`; });
}

function nearest(u, visible, x, y) {
  let best = null;
  let distance = NEAR;
  for (const dot of visible) {
    const away = Math.hypot(u.valToPos(dot.x, 'x') - x, u.valToPos(dot.compute, 'y') - y);
    if (away < distance) [best, distance] = [dot, away];
  }
  return best;
}

function show(u, tip, dot) {
  tip.replaceChildren(el('strong', name(dot.variant || dot.release)), el('br'), `${dot.day} · ${words(dot.affiliation)}`, el('br'), flop(dot.compute, dot.compute_low, dot.compute_high), el('br'), words(dot.method));
  const x = u.valToPos(dot.x, 'x');
  const y = u.valToPos(dot.compute, 'y');
  const right = x < u.over.clientWidth / 2;
  tip.style.left = right ? `${x + 12}px` : 'auto';
  tip.style.right = right ? 'auto' : `${u.over.clientWidth - x + 12}px`;
  tip.style.top = `${Math.min(Math.max(0, y - 20), u.over.clientHeight - 84)}px`;
}
