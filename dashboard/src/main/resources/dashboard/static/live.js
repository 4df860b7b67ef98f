// Times in the reader's zone; UTC stays in the tooltip. Without this script they are UTC and say so.
'use strict';

const day = { year: 'numeric', month: 'short', day: 'numeric' };
const clock = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' };
const today = new Intl.DateTimeFormat(undefined, clock);
const thisYear = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', ...clock });
const anyDay = new Intl.DateTimeFormat(undefined, { ...day, ...clock });

function inReadersZone(root) {
  const now = new Date();
  for (const time of root.querySelectorAll('time[datetime]:not([data-local])')) {
    const at = new Date(time.getAttribute('datetime'));
    if (Number.isNaN(at.getTime())) continue;
    const format = at.toDateString() === now.toDateString() ? today
        : at.getFullYear() === now.getFullYear() ? thisYear : anyDay;
    time.textContent = format.format(at);
    time.dataset.local = '';
  }
}

inReadersZone(document);
