// Makes the drawn curves movable. Without this script, or without its data, the drawn ones stay.
'use strict';

(() => {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
  const asked = new Map();
  const drawn = [];

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }

  function data(address) {
    if (!asked.has(address)) {
      asked.set(address, fetch(address, { headers: { Accept: 'application/json' } })
          .then(response => response.ok ? response.json() : Promise.reject(response.status)));
    }
    return asked.get(address);
  }

  function format(unit) {
    const two = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    const money = new Intl.NumberFormat('en', two);
    return unit === 'PERCENT' ? value => (value * 100).toFixed(2) + ' %' : value => money.format(value);
  }

  function looks() {
    const line = colour('--line');
    return {
      layout: {
        background: { color: 'transparent' },
        textColor: colour('--soft'),
        fontFamily: getComputedStyle(document.body).fontFamily,
        attributionLogo: false,
      },
      grid: { vertLines: { color: line }, horzLines: { color: line } },
      rightPriceScale: { borderColor: line },
      timeScale: { borderColor: line },
    };
  }

  function draw(figure, lines) {
    const plot = figure.querySelector('.plot');
    const box = document.createElement('div');
    box.className = 'movable';
    box.setAttribute('aria-hidden', 'true');
    plot.replaceWith(box);
    figure.querySelector('.ends')?.remove();
    const chart = LightweightCharts.createChart(box, {
      ...looks(),
      autoSize: true,
      localization: { locale: 'en', dateFormat: 'yyyy-MM-dd' },
      handleScroll: { mouseWheel: false, vertTouchDrag: false },
      handleScale: { mouseWheel: false },
      kineticScroll: { touch: !calm.matches, mouse: false },
    });
    const formatter = format(figure.dataset.unit);
    const series = lines.map((line, at) => {
      const added = chart.addSeries(LightweightCharts.LineSeries, {
        color: colour('--curve-' + at),
        lineWidth: 2,
        priceLineVisible: false,
        priceFormat: { type: 'custom', minMove: 0.0001, formatter },
      });
      added.setData(line.points.map(point => ({ time: point.date, value: point.value })));
      return added;
    });
    chart.timeScale().fitContent();
    drawn.push({ chart, series });
  }

  function recolour() {
    for (const { chart, series } of drawn) {
      chart.applyOptions(looks());
      series.forEach((one, at) => one.applyOptions({ color: colour('--curve-' + at) }));
    }
  }

  for (const figure of document.querySelectorAll('figure[data-curves]')) {
    data(figure.dataset.curves)
        .then(curves => {
          const lines = curves[figure.dataset.curve];
          if (lines && lines.length > 0) draw(figure, lines);
        })
        .catch(() => {});
  }
  dark.addEventListener('change', recolour);
})();
