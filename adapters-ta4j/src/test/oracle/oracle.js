// A second opinion on our indicators, by a library that shares nothing with ours: see README.md.
'use strict';
const fs = require('fs');
const ti = require('technicalindicators');

// Bars of our own making: a seeded walk in whole thousandths, so that every language reads the same.
function madeUp(count, seed) {
  let state = seed;
  const random = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const bars = [];
  let close = 50000;
  for (let i = 0; i < count; i++) {
    const open = Math.round(close * (1 + 0.012 * (random() - 0.5)));
    close = Math.round(open * (1 + 0.0004 + 0.045 * (random() - 0.5)));
    const high = Math.round(Math.max(open, close) * (1 + 0.01 * random()));
    const low = Math.round(Math.min(open, close) * (1 - 0.01 * random()));
    const day = new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10);
    // One day without trade, as real histories have.
    const volume = i === 400 ? 0 : 1000000 + Math.floor(5000000 * random());
    bars.push({ day, open: open / 1000, high: high / 1000, low: low / 1000, close: close / 1000, volume });
  }
  return bars;
}

// Values of every indicator of report.md section 5 by name, one a bar; undefined where there is none.
function indicators(bars) {
  const n = bars.length;
  const high = bars.map(b => b.high);
  const low = bars.map(b => b.low);
  const close = bars.map(b => b.close);
  const volume = bars.map(b => b.volume);
  const late = values => [...Array(n - values.length).fill(undefined), ...values];
  const both = (a, b, f) => a.map((x, i) => (x === undefined || b[i] === undefined ? undefined : f(x, b[i])));

  // The library's own RSI is rounded to two decimals; its two averages are not.
  const gain = late(ti.AverageGain.calculate({ period: 14, values: close }));
  const loss = late(ti.AverageLoss.calculate({ period: 14, values: close }));
  const macd = late(ti.MACD.calculate({
    values: close, fastPeriod: 12, slowPeriod: 26, signalPeriod: 9,
    SimpleMAOscillator: false, SimpleMASignal: false,
  }));
  const bands = late(ti.BollingerBands.calculate({ period: 20, stdDev: 2, values: close }));
  // It leaves the first bar out of the ranges; a bar before it that closes inside brings it in.
  const atr = ti.ATR.calculate({
    period: 14, high: [high[0], ...high], low: [low[0], ...low], close: [close[0], ...close],
  });
  // Its VWAP runs from the first bar it is given, so it is given a year.
  const vwap = late(bars.slice(251).map((_, i) => {
    const year = bars.slice(i, i + 252);
    return ti.VWAP.calculate({
      high: year.map(b => b.high), low: year.map(b => b.low),
      close: year.map(b => b.close), volume: year.map(b => b.volume),
    })[251];
  }));
  const sma = (period, values) => late(ti.SMA.calculate({ period, values }));
  return {
    SMA_20: sma(20, close),
    SMA_50: sma(50, close),
    SMA_200: sma(200, close),
    RSI_14: both(gain, loss, (up, down) => 100 - 100 / (1 + up / down)),
    MACD: macd.map(m => m && m.MACD),
    MACD_SIGNAL: macd.map(m => m && m.signal),
    MACD_HISTOGRAM: macd.map(m => (m && m.signal === undefined ? undefined : m && m.histogram)),
    BB_UPPER: bands.map(b => b && b.upper),
    BB_LOWER: bands.map(b => b && b.lower),
    ATR_PCT: both(late(atr), close, (range, price) => (100 * range) / price),
    VWAP_252: vwap,
    VWAP_GAP_PCT: both(vwap, close, (v, price) => (100 * (price - v)) / v),
    VOLUME_RATIO: both(sma(20, volume), volume, (mean, v) => (v === 0 ? undefined : v / mean)),
  };
}

const BARS = ['day', 'open', 'high', 'low', 'close', 'volume'];

// node oracle.js make > FILE.csv: the made-up bars, and the last values of every indicator.
function make() {
  const bars = madeUp(460, 20251111);
  const values = indicators(bars);
  const names = Object.keys(values);
  const lines = [[...BARS, ...names].join(',')];
  bars.forEach((bar, i) => {
    const cells = names.map(name => {
      const value = i < bars.length - 208 ? undefined : values[name][i];
      return value === undefined ? '' : value.toFixed(8);
    });
    lines.push([...BARS.map(column => bar[column]), ...cells].join(','));
  });
  process.stdout.write(lines.join('\n') + '\n');
}

// node oracle.js compare FILE.csv: our values beside bars, as SharedBarsTest writes them.
function compare(file) {
  const [head, ...rows] = fs.readFileSync(file, 'utf8').trim().split('\n').map(line => line.split(','));
  const bars = rows.map(row => Object.fromEntries(
    BARS.map((column, i) => [column, i === 0 ? row[0] : Number(row[i])])));
  const theirs = indicators(bars);
  head.slice(BARS.length).forEach((name, k) => {
    let worst = 0;
    let compared = 0;
    rows.forEach((row, i) => {
      const ours = row[BARS.length + k];
      const other = theirs[name][i];
      if ((ours === '') !== (other === undefined || Number.isNaN(other))) {
        throw new Error(`${name} at ${row[0]}: '${ours}' here, ${other} there`);
      }
      if (ours !== '') {
        const scale = name === 'RSI_14' ? 1 : bars[i].close;
        worst = Math.max(worst, Math.abs(Number(ours) - other) / scale);
        compared++;
      }
    });
    console.log(`${name.padEnd(16)} ${String(compared).padStart(4)} values, largest difference ${worst.toExponential(1)}`);
  });
}

const [command, file] = process.argv.slice(2);
if (command === 'make') {
  make();
} else if (command === 'compare' && file) {
  compare(file);
} else {
  console.error('usage: node oracle.js make | compare FILE.csv');
  process.exit(2);
}
