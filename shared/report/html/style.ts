/** How the page looks, on screen in light and dark, and on A4. */

/** One string for all pages: its hash stands in the page's content security policy. */
export const style = `
:root{color-scheme:light dark;
--canvas:light-dark(#f4f5f8,#101115);--surface:light-dark(#fff,#17191e);--soft:light-dark(#f6f7f9,#1d2026);
--line:light-dark(#e4e6eb,#2a2d35);--line-2:light-dark(#cfd3db,#3b404b);--ink:light-dark(#191b21,#eaebef);--ink-2:light-dark(#525866,#aeb3be);--ink-3:light-dark(#646a78,#959bab);
--accent:light-dark(#4255cc,#97a4ff);
--good:light-dark(#137245,#5fcf99);--good-mark:light-dark(#1f9d63,#45bd85);--good-soft:light-dark(#e5f5ec,#163226);
--fair:light-dark(#0b6a83,#62c8e2);--fair-mark:light-dark(#1791b0,#43b3d0);--fair-soft:light-dark(#e2f3f8,#12303a);
--part:light-dark(#8a5200,#ecb65a);--part-mark:light-dark(#c27803,#d99a33);--part-soft:light-dark(#fcf2de,#362a13);
--bad:light-dark(#bb2a2c,#ff8a86);--bad-mark:light-dark(#d83a3c,#f06460);--bad-soft:light-dark(#fdebea,#3f1d1f);
--mono:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace}
*,*::before,*::after{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:400 14px/1.5 -apple-system,BlinkMacSystemFont,"Segoe UI",Inter,Roboto,"Helvetica Neue",Arial,system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
main{max-width:1060px;margin:32px auto;padding:44px 52px 56px;background:var(--surface);border:1px solid var(--line);border-radius:14px}
h1,h2,h3,p,dl,dd,ul{margin:0;padding:0}ul{list-style:none}
h1{font-size:27px;font-weight:650;letter-spacing:-.02em;line-height:1.2}
h2{margin:44px 0 12px;font-size:18px;font-weight:650;letter-spacing:-.01em}
h3{font-size:15px;font-weight:620;line-height:1.35}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
code{font:12.5px/1.4 var(--mono)}small{color:var(--ink-3)}
.good{--tone:var(--good);--tone-mark:var(--good-mark);--tone-soft:var(--good-soft)}.fair{--tone:var(--fair);--tone-mark:var(--fair-mark);--tone-soft:var(--fair-soft)}
.part,.warning{--tone:var(--part);--tone-mark:var(--part-mark);--tone-soft:var(--part-soft)}.bad,.error{--tone:var(--bad);--tone-mark:var(--bad-mark);--tone-soft:var(--bad-soft)}
.quiet,.info{--tone:var(--ink-2);--tone-mark:var(--ink-3);--tone-soft:var(--soft)}
.signs{position:absolute;width:0;height:0}
.sign{flex:none;width:15px;height:15px;vertical-align:-2.5px;fill:none;stroke:var(--tone-mark,var(--ink-3));stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.sign,symbol{color:var(--surface)}
symbol .full{fill:var(--tone-mark,var(--ink-3));stroke:none}symbol .on{stroke:var(--surface);stroke-width:1.7}symbol .lane{opacity:.4}
.mark{display:inline-flex;gap:6px;align-items:center;color:var(--tone);font-weight:560;white-space:nowrap}
.lead{margin:-6px 0 16px;color:var(--ink-2)}
.number{text-align:right}.none{color:var(--ink-3)}
.brand{display:flex;gap:8px;align-items:center;margin-bottom:18px;font-weight:640;letter-spacing:-.01em}.brand .sign{--tone-mark:var(--accent);width:22px;height:22px;stroke-width:1.8}
.facts{display:flex;flex-wrap:wrap;gap:6px 34px;margin-top:14px}.facts dt{color:var(--ink-3);font-size:12px}.facts dd{font-weight:520}
.summary{margin-top:30px;padding:24px 26px 22px;border:1px solid var(--line);border-radius:12px;background:var(--soft)}
.figures{display:flex;flex-wrap:wrap;gap:14px 36px;align-items:flex-end}.figures div{display:flex;flex-direction:column}.figures dd{font-size:34px;font-weight:640;letter-spacing:-.03em;line-height:1.1;color:var(--tone,var(--ink))}.figures dt{color:var(--tone,var(--ink-2));font-size:13px}
.figures .found{margin-left:auto}.figures .found dd,.figures .found~div dd{font-size:22px}
.bar{display:block;width:100%;height:10px;margin:22px 0 16px;border-radius:5px;overflow:hidden}.bar rect{fill:var(--tone-mark)}.bar .server-only{opacity:.6}
.verdicts{display:grid;grid-template-columns:repeat(5,1fr);gap:6px 18px}.verdicts strong{display:flex;gap:6px;align-items:center;color:var(--tone,var(--ink-3));font-weight:560}.verdicts b{margin-left:auto;color:var(--ink);font-weight:640}.verdicts span{display:block;color:var(--ink-2);font-size:12.5px;line-height:1.4}.verdicts .none b{color:var(--ink-3)}
.note{margin-top:18px;padding-top:14px;border-top:1px solid var(--line)}
.finding{margin-bottom:14px;padding:16px 20px 14px;border:1px solid var(--line);border-left:3px solid var(--tone-mark);border-radius:10px}
.finding header{display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;margin-bottom:6px}.finding .times{margin-left:auto;color:var(--ink-2)}
.fix{margin-top:9px;padding:9px 13px;border-radius:8px;background:var(--soft)}.fix strong{margin-right:6px;color:var(--accent);font-weight:620}
.small{margin-top:11px;font-size:12.5px;color:var(--ink-2)}.small div{display:grid;grid-template-columns:128px 1fr;gap:12px;padding:1px 0}.small dt{color:var(--ink-3)}
table{width:100%;border-collapse:collapse}th,td{padding:7px 10px 7px 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}thead th{color:var(--ink-3);font-size:12px}tbody th{font-weight:560}th.number,td.number{text-align:right;white-space:nowrap}
.measures th:first-child{width:150px}.measures th.number,.measures td.number{width:70px;padding-right:22px;font-weight:560}
.pair{border:1px solid var(--line);border-radius:9px;margin-bottom:7px}.pair:target{border-color:var(--accent);outline:1px solid var(--accent)}
.pair>summary,.pair.line{display:grid;grid-template-columns:44px 132px minmax(110px,1fr) 128px 76px 130px 92px;gap:10px;align-items:center;padding:8px 14px}
.pair>summary{cursor:pointer;list-style:none}.pair>summary::-webkit-details-marker{display:none}.pair>summary:hover{background:var(--soft)}.pair[open]>summary{border-bottom:1px solid var(--line)}.pair>summary:focus-visible{outline:2px solid var(--accent);outline-offset:-2px;border-radius:9px}
.pair .id{color:var(--ink-3);font:12.5px var(--mono)}.pair time{color:var(--ink-2)}.pair .name{font-weight:620}.pair .gap,.pair .worst{display:flex;justify-content:flex-end}.pair .order{color:var(--ink-2)}
.inside{padding:13px 16px 15px}
.pair-findings{margin:10px 0 0}.pair-findings li{padding:3px 0}.pair-findings .mark{margin-right:4px;vertical-align:top}
.sides{margin-top:12px;table-layout:fixed;font-size:12.5px}.sides th,.sides td{padding:4px 12px 4px 0}.sides th:first-child{width:17%}.sides th:last-child,.sides .state{width:96px;padding-right:0;text-align:right;color:var(--ink-3)}
.sides .differs td{background:var(--part-soft)}.sides .differs .state{color:var(--part);font-weight:560}.sides .same{color:var(--ink-2)}.sides .same th{font-weight:400}.sides td:nth-child(2),.sides td:nth-child(3){padding-left:8px}.sides thead th:nth-child(2),.sides thead th:nth-child(3){padding-left:8px}
.alike{margin-top:10px;color:var(--ink-2);font-size:12.5px}.alike strong{display:block;color:var(--ink-3);font-weight:400}.alike span{margin-right:12px}.alike b{color:var(--ink);font-weight:520}
.copies{margin-top:11px;color:var(--ink-2);font-size:12.5px}
.glossary{columns:2;column-gap:40px}.glossary div{break-inside:avoid;margin-bottom:10px}.glossary dt{font-weight:600}.glossary dd{color:var(--ink-2)}
.problems{margin-top:10px;color:var(--ink-2);font-size:12.5px}
@media screen and (max-width:820px){main{margin:0;padding:26px 18px;border:0;border-radius:0}.verdicts{grid-template-columns:1fr}.pair>summary,.pair.line{grid-template-columns:40px 1fr auto}.pair .gap,.pair .order,.pair time{display:none}.glossary{columns:1}.figures .found{margin-left:0}}
@page{size:A4;margin:15mm 14mm 17mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif;color:#646a78}@bottom-left{content:"Twinlane";font:9pt system-ui,sans-serif;color:#646a78}}
@media print{:root{color-scheme:light}body{background:none;font-size:9.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;margin:0;padding:0;border:0}
h1{font-size:20pt}h2{break-after:avoid;margin-top:24pt;font-size:13pt}h3{font-size:10.5pt}.figures dd{font-size:24pt}.figures .found dd,.figures .found~div dd{font-size:15pt}.summary{margin-top:16pt;padding:14pt 16pt}.finding{padding:9pt 12pt;margin-bottom:8pt}.inside{padding:8pt 12pt}.small{margin-top:6pt}.lead{break-after:avoid}.screen{display:none}.finding,.summary,.pair,tr,.pair-findings li,.copies{break-inside:avoid}.pair>summary{break-after:avoid}.finding header,.finding>p{break-after:avoid}thead{display:table-header-group}a{color:inherit}
.pair>summary,.pair.line{grid-template-columns:34px 108px minmax(90px,1fr) 112px 62px 104px 78px;gap:8px}.verdicts{gap:4px 12px}.verdicts span,.small,.sides,.alike,.copies,.problems{font-size:8.3pt;line-height:1.4}.sides th,.sides td{padding:2pt 8pt 2pt 0}.measures th,.measures td{padding:4pt 8pt 4pt 0}
.whole .pair::details-content{content-visibility:visible;display:block;block-size:auto}.whole .pair>summary{border-bottom:1px solid var(--line)}}
`;
