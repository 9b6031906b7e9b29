// Headline figures, alerts, corrections, sources and letters.

import { byId, el, name, outside } from './dom.js';
import { count, moment, months, percent, scientific, selection, words } from './format.js';

const STATES = { ok: 'ok', waiting: 'waiting', failing: 'failing', unreachable: 'unreachable', blocked: 'blocked', 'page-changed': 'page changed', off: 'off' };

export function showFigures(tallies, trend, counts) {
  const row = (measure, dimension, value, selected = 'all') => tallies.find(tally => tally.measure === measure
    && tally.dimension === dimension && tally.value === value && tally.selection === selected);
  const releases = row('releases', 'total', 'all');
  const figures = [
    trend ? figure(`${months(trend.doubling_months)} months`, 'doubling time of training compute', [trend.low === null ? '' : `${months(trend.low)}–${months(trend.high)}`, selection(trend.selection).toLowerCase()]) : null,
    releases ? figure(count(releases.number), 'releases in 365 days', [provisional(releases)]) : null,
    share(row('releaseShare', 'affiliation', 'academia'), 'of releases by academia alone'),
    share(row('computeShare', 'affiliation', 'industry', 'withCompute'), 'of known compute by industry alone'),
    share(row('releaseShare', 'openness', 'unrestricted'), 'of releases with unrestricted weights'),
    share(row('computeKnown', 'total', 'all'), 'of releases with known compute'),
  ].filter(Boolean);
  byId('figures').replaceChildren(...figures);
  byId('figures').hidden = !figures.length;
  byId('refused').textContent = counts ? `${count(counts.rejected)} refused, ${count(counts.dead_letters)} unreadable` : '';
}

function share(tally, words) {
  if (!tally) return null;
  const interval = tally.low === null ? '' : `${percent(tally.low)}–${percent(tally.high)}`;
  const either = tally.unknown && tally.worst_low !== null ? `${percent(tally.worst_low)}–${percent(tally.worst_high)} if none or all of them` : '';
  return figure(percent(tally.number), words, [interval, `n = ${count(tally.members + tally.non_members)}`, `${count(tally.unknown)} unknown${either ? `: ${either}` : ''}`, tally.imputed ? `${count(tally.imputed)} imputed, left out` : '', tally.caveat || '', provisional(tally)]);
}

function provisional(tally) {
  return tally.provisional ? 'provisional' : '';
}

function figure(value, label, notes) {
  return el('div.figure', el('b', value), el('span', label), el('small.quiet', notes.filter(Boolean).join(' · ')));
}

export function showAlerts(items) {
  list('alerts', items, 'No alert. One appears when a new release reaches the frontier, crosses a line drawn by law, or opens weights of a large model.', alert => el(`li.${alert.state}`,
    el('p', el('a', { href: `#/releases/${encodeURIComponent(alert.family_id)}` }, name(alert.title || alert.name)), alert.state === 'fired' ? null : el('span.tag', alert.state)),
    alert.message ? el('p.small', name(alert.message)) : null,
    el('p.quiet.small', `${words(alert.rule)} · ${moment(alert.observed_at)} UTC`)));
}

export function showCorrections(items) {
  list('corrections', items, 'No correction. When a published number changes, it stands here with the reason.', correction => el('li',
    el('p', el('a', { href: `#/releases/${encodeURIComponent(correction.family_id)}` }, name(correction.name || correction.family_id))),
    el('p.small', name(correction.sentence || `${correction.field}: ${correction.before} → ${correction.after}`)),
    moves(correction),
    correction.wrong_alerts?.length ? el('p.small', `No longer so: ${correction.wrong_alerts.join(', ')}`) : null,
    el('p.quiet.small', `${words(correction.why)} · ${moment(correction.observed_at)} UTC`)));
}

/** The tallies that a correction moves, those of compute and of the total first. */
function moves(correction) {
  const all = correction.moved ?? [];
  if (!all.length) return null;
  const written = all.map(move => {
    const [measure, , cell, window] = move.tally.split('|');
    const what = cell.split('=')[1] === 'all' ? 'all' : cell.split('=')[1];
    const by = move.unit === 'FLOP' ? `${move.by > 0 ? '+' : ''}${scientific(move.by)} FLOP` : `${move.by > 0 ? '+' : ''}${count(move.by)}`;
    return `${measure} of ${what} in ${window.replace('year:', '')}: ${by}`;
  });
  return el('details.small', el('summary.quiet', `moves ${count(all.length)} ${all.length === 1 ? 'tally' : 'tallies'}`), el('ul', written.map(line => el('li', name(line)))));
}

export function showLetters(items) {
  list('letters', items, 'No letter yet. The first is made on the Monday after the first full week.', digest => el('li',
    el('p', el('a', { href: `newsletter/${encodeURIComponent(digest.week)}` }, `Week ${digest.week}`), el('span.quiet', ` ${digest.from_day} to ${digest.to_day}`)),
    el('p.small', `${count(digest.entries)} new releases, ${count(digest.older_finds)} older finds, ${count(digest.corrections)} corrections`)));
}

function list(id, items, empty, write) {
  byId(id).replaceChildren(...(items.length ? items.map(write) : [el('li.empty', empty)]));
}

export function showSources(items) {
  const body = items.length ? items.map(sourceRow) : [el('tr', el('td.empty', { colspan: 6 }, 'No source has reported yet.'))];
  byId('sources').replaceChildren(
    el('thead', el('tr', ['Source', 'State', 'Last success (UTC)', 'Next try (UTC)', 'Items', 'Seen after'].map(cell => el('th', { scope: 'col' }, cell)))),
    el('tbody', ...body));
}

function sourceRow(source) {
  return el('tr',
    el('th', { scope: 'row' }, outside(source.url, source.name || source.source)),
    el('td', el(`span.state.state-${source.state}`, STATES[source.state] ?? source.state), source.state !== 'ok' && source.message ? el('p.small.quiet', name(source.message)) : null),
    el('td.time', { 'data-label': 'Last success (UTC)' }, moment(source.last_success)),
    el('td.time', { 'data-label': 'Next try (UTC)' }, source.next_attempt ? moment(source.next_attempt) : '–'),
    el('td.number', { 'data-label': 'Items' }, count(source.items), source.rejected > 0 ? el('span.quiet.small', ` (${count(source.rejected)} refused)`) : null),
    el('td.number', { 'data-label': 'Seen after', title: lagTitle(source) }, source.lag_items > 0 ? `${span(source.lag_median_seconds)}` : '–', source.lag_items > 0 ? el('span.quiet.small', ` (9 in 10: ${span(source.lag_p90_seconds)})`) : null));
}

function lagTitle(source) {
  if (!(source.lag_items > 0)) return 'Nothing new has come since the first look, or the source tells no dates.';
  const told = source.lag_precision === 'day' ? ', counted from the beginning of the day that the source tells' : '';
  return `Median time from publication to our observation, of ${count(source.lag_items)} items${told}`;
}

/** A time in its largest unit. */
function span(seconds) {
  const [size, unit] = seconds < 120 ? [1, 's'] : seconds < 7200 ? [60, 'min'] : seconds < 172800 ? [3600, 'h'] : [86400, 'd'];
  return `${count(Math.floor(seconds / size))} ${unit}`;
}
