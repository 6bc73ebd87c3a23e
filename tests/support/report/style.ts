/** Read in light and in dark; nothing is fetched. */
export const style = `
:root { color-scheme: light dark; --page: #f7f8fa; --card: #ffffff; --ink: #1b1f27; --soft: #5b6472; --grid: #e5e8ed;
  --edge: #dfe3e9; --ours: #1f6fd0; --theirs: #d9730d; --good: #1a7f4b; --bad: #c0362c;
  --c0: #1f6fd0; --c1: #d9730d; --c2: #1a7f4b; --c3: #8a4fc9; --c4: #b8336a; }
@media (prefers-color-scheme: dark) { :root { --page: #12151b; --card: #1a1e26; --ink: #e8ebf0; --soft: #9aa4b2;
  --grid: #2a303b; --edge: #2c323d; --ours: #6cabf7; --theirs: #f2a65a; --good: #5fc98f; --bad: #f08a80;
  --c0: #6cabf7; --c1: #f2a65a; --c2: #5fc98f; --c3: #bd94ee; --c4: #ee86b2; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 32px 24px 64px; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 1080px; margin: 0 auto; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 4px; letter-spacing: -0.01em; }
h2 { font-size: 18px; margin: 0 0 12px; }
p { color: var(--soft); margin: 4px 0 16px; max-width: 76ch; }
section { background: var(--card); border: 1px solid var(--edge); border-radius: 10px; padding: 20px; margin-top: 20px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; font-size: 13.5px; }
th, td { text-align: right; padding: 6px 10px; border-bottom: 1px solid var(--grid); white-space: nowrap; }
th { color: var(--soft); font-weight: 500; }
th:first-child, td:first-child { text-align: left; }
tr:last-child td { border-bottom: 0; }
th.words, td.words { text-align: left; white-space: normal; min-width: 18em; }
.met { color: var(--good); } .missed { color: var(--bad); font-weight: 600; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(290px, 1fr)); gap: 28px; max-width: 900px; }
figure { margin: 0; display: flex; flex-direction: column; justify-content: space-between; } figcaption { color: var(--soft); font-size: 13px; margin-bottom: 4px; }
svg { display: block; width: 100%; height: auto; }
.grid { stroke: var(--grid); stroke-width: 1; } .ideal { stroke: var(--soft); stroke-width: 1; stroke-dasharray: 4 4; }
.tick, .axis, .note { fill: var(--soft); font-size: 10.5px; } .note { font-size: 11.5px; }
.curve { fill: none; stroke-width: 2; stroke-linejoin: round; }
.curve.ours { stroke: var(--ours); } .curve.theirs { stroke: var(--theirs); }
.dot { stroke: var(--card); stroke-width: 2; } .dot.ours { fill: var(--ours); } .dot.theirs { fill: var(--theirs); }
.legend { display: flex; flex-wrap: wrap; gap: 18px; font-size: 13px; color: var(--soft); margin: 0; padding: 0; list-style: none; }
.legend li::before { content: ""; display: inline-block; width: 18px; height: 3px; border-radius: 2px; margin-right: 7px;
  vertical-align: middle; background: var(--ours); }
.legend li.theirs::before { background: var(--theirs); }
.c0 { --own: var(--c0); } .c1 { --own: var(--c1); } .c2 { --own: var(--c2); } .c3 { --own: var(--c3); } .c4 { --own: var(--c4); }
.legend li[class^="c"]::before { background: var(--own); } .curve[class*=" c"] { stroke: var(--own); }
.drawing { max-width: 640px; } .drawing .legend { margin-bottom: 10px; }
.bar { fill: var(--theirs); } .bar.ours { fill: var(--ours); } .name { fill: var(--ink); font-size: 12px; }
`
