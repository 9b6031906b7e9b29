// The feed of releases, newest first.

import { read } from './api.js';
import { byId, el, key, name } from './dom.js';
import { count, flop, lower, short, words } from './format.js';

const PAGE = 30;
const feed = byId('feed');
let next = null;
let waiting = [];
let alerted = new Map();

function asked() {
  return Object.fromEntries(new FormData(byId('filters')));
}

/** Reads the first page and shows it; rows that were not there before slide in when asked to. */
export async function showFeed({ sliding = false } = {}) {
  const page = await read('releases', { ...asked(), limit: PAGE });
  const before = new Set([...feed.children].map(row => row.dataset.id));
  const readers = sliding && before.size > 0;
  const fresh = page.items.filter(release => !before.has(release.family_id));
  if (readers && fresh.length && isReading()) {
    waiting = page;
    byId('newer').hidden = false;
    byId('show-newer').textContent = fresh.length === 1 ? '1 newer release' : `${fresh.length} newer releases`;
    return;
  }
  place(page, readers ? new Set(fresh.map(release => release.family_id)) : new Set());
}

/** A reader far down the list keeps the place; the newer rows wait behind a button. */
function isReading() {
  return feed.scrollTop > 40 || feed.contains(document.activeElement) && document.activeElement !== feed;
}

function place(page, sliding) {
  byId('newer').hidden = true;
  next = page.next;
  byId('more').hidden = !next;
  feed.setAttribute('aria-busy', 'false');
  feed.replaceChildren(...page.items.map(release => row(release, sliding.has(release.family_id))));
  if (!page.items.length) feed.replaceChildren(el('li.empty', emptyWords()));
}

let sources = [];

/** What the empty feed says depends on how the sources are doing. */
export function tellSources(items) {
  sources = items;
  const empty = feed.querySelector('.empty');
  if (empty) empty.textContent = emptyWords();
}

function emptyWords() {
  if (Object.values(asked()).some(Boolean)) return 'No release fits. Change the filters above to see others.';
  const silent = sources.filter(source => ['unreachable', 'failing', 'blocked'].includes(source.state));
  if (sources.length && silent.length === sources.length) return 'No release yet: no source can be reached. Each is tried again by itself; see Sources.';
  return 'No release yet. The sources are being read; the first rows appear here by themselves.';
}

export function tellAlerts(items) {
  alerted = new Map(items.filter(alert => alert.state !== 'withdrawn').map(alert => [alert.family_id, alert.title]));
}

export function tellCount(releases) {
  byId('feed-count').textContent = releases ? `${count(releases)} in all, newest first` : '';
}

function row(release, sliding) {
  const known = release.compute !== null;
  return el(`li.release${sliding ? '.slides' : ''}`, { 'data-id': release.family_id },
    el('a.release-link', { href: `#/releases/${encodeURIComponent(release.family_id)}` },
      el('span.release-top', el('strong', name(release.name)), el('time.quiet', release.published_at?.slice(0, 10) ?? 'date unknown')),
      el('span.release-makers', name(release.organizations.join(', ') || 'maker unknown')),
      el(`span.release-compute${known ? '' : '.quiet'}`,
        known ? flop(release.compute, release.compute_low, release.compute_high) : 'compute unknown',
        release.compute_imputed ? el('span.tag', 'imputed') : null,
        release.compute_disagree ? el('span.tag.tag-warn', 'methods disagree') : null),
      el('span.release-marks',
        key('c', release.affiliation, words(release.affiliation)),
        el('span.mark', `weights ${lower(release.weights)}`),
        release.parameters === null ? null : el('span.mark', `${short(release.parameters)} parameters`),
        Number(release.derivatives) > 0 ? el('span.mark', `${count(release.derivatives)} derivatives`) : null,
        alerted.has(release.family_id) ? el('span.tag.tag-alert', { title: alerted.get(release.family_id) }, 'alert') : null)));
}

export function startFeed(failed) {
  let timer;
  const again = () => showFeed().catch(failed);
  byId('filters').addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(again, 200);
  });
  byId('filters').addEventListener('submit', event => event.preventDefault());
  byId('show-newer').addEventListener('click', () => {
    feed.scrollTop = 0;
    place(waiting, new Set());
  });
  byId('more').addEventListener('click', async () => {
    try {
      const page = await read('releases', { ...asked(), limit: PAGE, after: next });
      next = page.next;
      byId('more').hidden = !next;
      feed.append(...page.items.map(release => row(release, false)));
    } catch (error) {
      failed(error);
    }
  });
}
