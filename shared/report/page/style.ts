/** Read in light and in dark, on a telephone and on paper; nothing is fetched. */
export const style = `:root{color-scheme:light dark;--page:#f6f7f9;--card:#fff;--ink:#1b1f27;--soft:#56606f;--edge:#dde1e7;--now:#1f6fd0;--gap:#c2571a;--tool:#7a46c2;--good:#1a7f4b;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--page:#12151b;--card:#1a1e26;--ink:#e8ebf0;--soft:#a3adbb;--edge:#2e3541;--now:#6cabf7;--gap:#f2a65a;--tool:#bd94ee;--good:#5fc98f;--bad:#f08a80}}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px 56px;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;overflow-wrap:break-word}
main{max-width:920px;margin:0 auto}
h1{font-size:24px;line-height:1.2;margin:0 0 2px}h2{font-size:17px;margin:0 0 10px}h3{font-size:15px;margin:0 0 4px}
p{margin:4px 0 12px;max-width:72ch}.soft,figcaption,th{color:var(--soft)}
section{background:var(--card);border:1px solid var(--edge);border-radius:10px;padding:16px;margin-top:16px}
.wide{overflow-x:auto;margin-bottom:12px}table{font-size:13.5px;font-variant-numeric:tabular-nums}th{font-weight:500}.one{white-space:nowrap}.rows{border-collapse:collapse}.rows th,.rows td{padding:5px 8px;border-bottom:1px solid var(--edge)}td bdi{overflow-wrap:break-word}
.tiles{display:flex;flex-wrap:wrap;gap:10px}.tile{flex:1 1 130px;border:1px solid var(--edge);border-radius:8px;padding:10px 12px}
.tile b{display:block;font-size:21px;line-height:1.25;font-variant-numeric:tabular-nums}.tile span{font-size:12.5px;color:var(--soft);display:block}
.alarm{border-left:4px solid var(--bad);padding:8px 12px;background:#b3261e14;border-radius:4px;margin:12px 0}
.cause{border-top:1px solid var(--edge);padding:12px 0}.cause:first-of-type{border-top:0;padding-top:2px}
.mark{display:inline-block;font-size:12px;font-weight:600;border:1px solid currentColor;border-radius:99px;padding:0 9px;margin-right:6px;white-space:nowrap}
.content-gap{color:var(--gap)}.missing-integration{color:var(--tool)}.covered,.unclear,.spam{color:var(--soft)}
ul{margin:6px 0;padding-left:18px}li{margin:2px 0}
figure{margin:14px 0 4px;max-width:720px}figcaption{font-size:13px;margin-bottom:4px}
.bars,.week{border-collapse:collapse;table-layout:fixed}.bars th,.week th{font-weight:400;color:var(--ink);white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bars th,.bars td{padding:3px 8px 3px 0;line-height:1.15}.bars small{color:var(--soft);font-size:12px}.bar{border-radius:2px;font-size:10px;line-height:1.2}small .bar{font-size:6px}
.week th{padding:0 4px 0 0;font-size:11px;color:var(--soft)}.week th:first-child{width:34px}.week td{height:20px;padding:0;border:1px solid var(--card)}.week+p{font-size:12.5px;margin:2px 0 8px}
.s1{background:rgba(31,111,208,0.2)}.s2{background:rgba(31,111,208,0.3)}.s3{background:rgba(31,111,208,0.4)}.s4{background:rgba(31,111,208,0.5)}.s5{background:rgba(31,111,208,0.6)}.s6{background:rgba(31,111,208,0.7)}.s7{background:rgba(31,111,208,0.8)}.s8{background:rgba(31,111,208,0.9)}.s9{background:rgba(31,111,208,1.0)}
.week .hole{border:2px solid var(--bad)}
.key{display:inline-block;width:10px;height:10px;border-radius:2px;margin:0 5px 0 10px}.now{background:#1f6fd0}.past{background:#a9b4c4}
dl{margin:0}dt{font-weight:600;margin-top:8px}dd{margin:0;color:var(--soft)}
@media (max-width:480px){body{padding:12px 8px 40px}section{padding:12px 10px}.tile{flex-basis:45%}.bars th{white-space:normal;overflow-wrap:anywhere}}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}body{background:#fff;padding:0;font-size:12px}section{break-inside:avoid-page;border:0;border-top:1px solid #ccc;border-radius:0;padding:10px 0}.cause,figure,tr{break-inside:avoid}}`
