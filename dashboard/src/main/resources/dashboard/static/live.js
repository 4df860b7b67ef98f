// Keeps an open page fresh. The server tells by /live which collections changed; the parts of the
// page that name one of them (data-live, with an id) are read again and swapped where they differ.
// Also writes times in the reader's zone. Everything works without this script, by reloading.
'use strict';

(() => {
  const SOON = 40, GAP = 400, CHATTER = 4000, AGAIN = 5000;
  const announce = document.getElementById('announce');
  const stateOf = document.getElementById('live-state');
  const away = document.getElementById('store-away');

  // --- times

  const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
  const today = new Intl.DateTimeFormat(undefined, clock);
  const thisYear = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', ...clock });
  const anyDay = new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric', ...clock });

  function inReadersZone(root) {
    const now = new Date();
    for (const time of root.querySelectorAll('time[datetime]')) {
      const at = new Date(time.getAttribute('datetime'));
      if (Number.isNaN(at.getTime())) continue;
      const format = at.toDateString() === now.toDateString() ? today
        : at.getFullYear() === now.getFullYear() ? thisYear : anyDay;
      time.textContent = format.format(at);
    }
  }

  // --- swapping parts

  const served = new Map();
  const parts = root => root.querySelectorAll('[data-live][id]');

  // A form's token is another one on each page and no news.
  function written(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll('input[name=_csrf]').forEach(token => token.removeAttribute('value'));
    return copy.outerHTML;
  }

  function remember() {
    served.clear();
    parts(document).forEach(part => served.set(part.id, written(part)));
  }

  // Nothing is taken from under a reader's hands.
  function inUse(part) {
    const focused = document.activeElement;
    if (focused && part.contains(focused) && focused.matches('input:not([type=hidden]), select, textarea')) return true;
    const selection = document.getSelection();
    return Boolean(selection && !selection.isCollapsed && part.contains(selection.anchorNode));
  }

  const keys = part => new Set(Array.from(part.querySelectorAll('[data-key]'), row => row.dataset.key));

  function swap(old, fresh) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    const mark = focused && (focused.id ? '#' + CSS.escape(focused.id)
      : focused.getAttribute('href') ? `a[href="${CSS.escape(focused.getAttribute('href'))}"]` : null);
    const open = Array.from(old.querySelectorAll('details[open][id]'), details => details.id);
    const scrolled = Array.from(old.querySelectorAll('.table-wrap'), wrap => wrap.scrollLeft);
    const before = keys(old), said = old.dataset.announce;
    served.set(fresh.id, written(fresh));
    htmx.swap(old, fresh.outerHTML, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 });
    const part = document.getElementById(fresh.id);
    if (!part) return;
    inReadersZone(part);
    open.forEach(id => { const details = document.getElementById(id); if (details) details.open = true; });
    part.querySelectorAll('.table-wrap').forEach((wrap, at) => { wrap.scrollLeft = scrolled[at] || 0; });
    part.querySelectorAll('[data-key]').forEach(row => { if (!before.has(row.dataset.key)) row.classList.add('fresh'); });
    if (mark) part.querySelector(mark)?.focus({ preventScroll: true });
    if (part.dataset.announce && part.dataset.announce !== said) announce.textContent = part.dataset.announce;
  }

  function show(page) {
    const main = document.querySelector('main'), freshMain = page.querySelector('main');
    const ids = root => Array.from(parts(root), part => part.id).join();
    // Another page under the same address: the first signal came, or an error is over.
    if (freshMain && (ids(document) !== ids(page) || main.hasAttribute('data-heals'))) {
      if (!inUse(main)) {
        document.title = page.title;
        htmx.swap(main, freshMain.outerHTML, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 });
        remember();
        inReadersZone(document);
        const heading = document.querySelector('main h1');
        if (heading) announce.textContent = heading.textContent;
      }
      return;
    }
    for (const part of parts(document)) {
      const fresh = page.getElementById(part.id);
      if (fresh && written(fresh) !== served.get(part.id) && !inUse(part)) swap(part, fresh);
    }
  }

  // --- asking again

  let timer = 0, asking = false, wanted = false, last = 0;

  function askIn(millis) {
    wanted = true;
    if (asking || document.hidden) return;
    const due = Math.max(millis, last + GAP - Date.now());
    clearTimeout(timer);
    timer = setTimeout(ask, due);
  }

  async function ask() {
    asking = true;
    wanted = false;
    last = Date.now();
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
      if (answer.redirected && new URL(answer.url).pathname === '/login') {
        location.reload();
        return;
      }
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      storeIs(answer.status !== 503);
      if (answer.ok) show(page);
      else if (answer.status === 503) setTimeout(() => askIn(0), AGAIN);
    } catch {
      setTimeout(() => askIn(0), AGAIN);
    } finally {
      asking = false;
      if (wanted) askIn(SOON);
    }
  }

  function storeIs(there) {
    // On an error page the page itself says it.
    away.hidden = there || Boolean(document.querySelector('main[data-heals]'));
  }

  // --- listening

  let source = null;

  function say(words, on) {
    stateOf.textContent = words;
    stateOf.classList.toggle('on', on);
  }

  function changed(names) {
    const live = Array.from(document.querySelectorAll('[data-live]'), part => part.dataset.live.split(' ')).flat();
    if (document.querySelector('main[data-heals]')) askIn(SOON);
    const hits = names.includes('all') ? live : names.filter(name => live.includes(name));
    if (hits.some(name => name !== 'service_status')) askIn(SOON);
    else if (hits.length && Date.now() - last > CHATTER) askIn(SOON);
  }

  function listen() {
    if (source || document.hidden) return;
    source = new EventSource('/live');
    source.addEventListener('open', () => say('Live', true));
    source.addEventListener('change', event => changed(event.data.split(' ')));
    source.addEventListener('store', event => {
      storeIs(event.data === 'there');
      if (event.data === 'there') askIn(SOON);
    });
    source.addEventListener('error', () => {
      say('Not live: connecting', false);
      if (source && source.readyState === EventSource.CLOSED) {
        source = null;
        setTimeout(() => { listen(); askIn(0); }, AGAIN);
      }
    });
  }

  // A hidden tab needs no news; browsers allow few connections.
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      source?.close();
      source = null;
      say('', false);
    } else {
      listen();
      askIn(SOON);
    }
  });

  remember();
  inReadersZone(document);
  listen();
  if (document.querySelector('main[data-heals]')) setTimeout(() => askIn(0), AGAIN);
})();
