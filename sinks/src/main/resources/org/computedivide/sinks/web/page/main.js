// Reads each part, shows it, and reads again what the monitor says has changed.

import { follow, read } from './api.js';
import { startComputeChart, tellCompute, tellTrends, trendOf } from './computeChart.js';
import { showCalibration } from './calibration.js';
import { byId } from './dom.js';
import { showFeed, startFeed, tellAlerts, tellCount, tellSources } from './feed.js';
import { AFFILIATIONS, WEIGHTS } from './format.js';
import { showLiterature } from './literature.js';
import { showAlerts, showCorrections, showFigures, showLetters, showSources } from './panels.js';
import { showShares } from './shares.js';
import { showBehind, showTallies, startTallies } from './tallies.js';
import { refresh, route } from './why.js';

const AGAIN = 3000;
const PAUSE = 400;
const FIGURES_BY = ['total', 'affiliation', 'openness'];
const status = { counts: null, tallies: [] };

const parts = {
  releases: async () => { await showFeed({ sliding: true }); await parts.status(); await refresh(failed); },
  variants: async () => {
    tellCompute((await read('compute', { limit: 10000 })).items);
    const [groups, rows] = await Promise.all([read('calibration', { limit: 100 }), read('disclosed-later', { limit: 200 })]);
    showCalibration(groups.items, rows.items);
  },
  facts: async () => refresh(failed),
  trends: async () => { tellTrends((await read('trends', { trend: 'doubling-time', limit: 200 })).items); figures(); await behind(); },
  tallies: async () => {
    const [affiliation, openness, ...year] = await Promise.all([
      read('tallies', { measure: 'releases', selection: 'all', dimension: 'affiliation', limit: 10000 }),
      read('tallies', { measure: 'releases', selection: 'all', dimension: 'openness', limit: 10000 }),
      ...FIGURES_BY.map(dimension => read('tallies', { window: '365d', dimension, limit: 10000 })),
    ]);
    status.tallies = year.flatMap(({ items }) => items);
    figures();
    showShares('affiliation', 'c', AFFILIATIONS, affiliation.items);
    showShares('openness', 'w', WEIGHTS, openness.items);
    await showTallies();
  },
  alerts: async () => {
    const { items } = await read('alerts', { limit: 20 });
    tellAlerts(items);
    showAlerts(items.slice(0, 8));
  },
  corrections: async () => showCorrections((await read('corrections', { limit: 8 })).items),
  sources: async () => {
    const { items } = await read('sources', { limit: 200 });
    showSources(items);
    tellSources(items);
  },
  literature: async () => showLiterature((await read('literature', { limit: 200 })).items),
  digests: async () => showLetters((await read('digests', { limit: 6 })).items),
  status: async () => {
    const { counts, writers } = await read('status');
    status.counts = counts;
    tellCount(counts.releases);
    figures();
    byId('version').textContent = counts.day ? `tallies of ${counts.day}` : '';
    const stuck = writers.find(writer => writer.state === 'failing');
    notice(stuck ? `New rows wait: ${stuck.message}` : '');
  },
};
parts.rejected = parts.status;
parts.dead_letters = parts.status;

async function behind() {
  const [lags, next] = await Promise.all([read('months-behind', { limit: 50 }), read('next-thresholds', { limit: 50 })]);
  showBehind(lags.items, next.items);
}

function figures() {
  showFigures(status.tallies, trendOf('runningTop10From2018') ?? trendOf('runningTop10') ?? trendOf('allWithCompute'), status.counts);
}

function notice(text) {
  byId('notice').textContent = text;
  byId('notice').hidden = !text;
}

function failed(error) {
  notice(error.message);
}

// What changed is gathered for a moment, so that a burst is read once.
const pending = new Set();
let timer = null;

function later(names, wait = PAUSE) {
  names.forEach(part => { if (parts[part]) pending.add(part); });
  timer ??= setTimeout(run, wait);
}

async function run() {
  const names = [...pending];
  pending.clear();
  const outcomes = await Promise.allSettled(names.map(part => parts[part]()));
  timer = null;
  const lost = names.filter((part, i) => outcomes[i].status === 'rejected');
  const error = outcomes.find(outcome => outcome.status === 'rejected')?.reason;
  if (error) failed(error);
  else if (byId('notice').textContent && !names.includes('status')) later(['status']);
  if (lost.length) later(lost, AGAIN);
  else if (pending.size) later([]);
  document.documentElement.dataset.shown = lost.length ? 'no' : 'yes';
}

function live(state) {
  byId('live').classList.toggle('steady', state === 'live');
  byId('live-words').textContent = state === 'live' ? 'live' : 'reconnecting';
}

startFeed(failed);
startComputeChart();
startTallies(failed);
addEventListener('hashchange', () => route(failed));
later(['alerts', 'releases', 'variants', 'tallies', 'trends', 'corrections', 'sources', 'digests', 'literature'], 0);
route(failed);
follow(change => later(change === null ? Object.keys(parts) : Object.keys(change)), live);
