/** The shop's style sheet. */

const colours = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#faf7f0, #161a17);
  --card: light-dark(#ffffff, #1f2521);
  --ink: light-dark(#20302a, #e6ebe4);
  --soft: light-dark(#66736b, #9aa89e);
  --line: light-dark(#e4dfd2, #323a34);
  --leaf: light-dark(#2b6249, #8cc7a6);
  --on-leaf: light-dark(#ffffff, #10201a);
  --warn: light-dark(#a3401c, #f0a67f);
  --warn-wash: light-dark(#fbeee6, #35251c);
  --shade: light-dark(rgb(32 48 42 / .12), rgb(0 0 0 / .5));
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif;
}`;

const base = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; background: var(--paper); color: var(--ink);
  font: 16px/1.55 system-ui, sans-serif; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: 1.15; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(2rem, 5vw, 3rem); letter-spacing: -.01em; }
h2 { font-size: 1.35rem; }
p { margin: 0; }
a { color: inherit; }
svg { display: block; }
.soft { color: var(--soft); }
:focus-visible { outline: 3px solid var(--leaf); outline-offset: 3px; border-radius: 6px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem 1rem; z-index: 9; }
.page { width: min(68rem, 100% - 2.5rem); margin-inline: auto; }
header { border-bottom: 1px solid var(--line); }
header .page { display: flex; align-items: center; gap: 1.5rem; padding-block: 1rem; }
.brand { display: flex; align-items: center; gap: .6rem; font: 600 1.25rem var(--serif); text-decoration: none; margin-right: auto; }
.mark { width: 1.1rem; fill: var(--leaf); }
.cart-link { text-decoration: none; font-weight: 500; }
.count { display: inline-block; min-width: 1.6rem; padding: 0 .4rem; border-radius: 1rem; background: var(--leaf);
  color: var(--on-leaf); text-align: center; font-size: .85rem; font-variant-numeric: tabular-nums; }
main { flex: 1; padding-block: 3rem 4rem; }
footer { border-top: 1px solid var(--line); padding-block: 2rem 6rem; }
footer .page { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; justify-content: space-between; align-items: end; }
.button, button { font: inherit; font-weight: 550; border: 0; border-radius: 999px; padding: .7rem 1.5rem; cursor: pointer;
  background: var(--leaf); color: var(--on-leaf); text-decoration: none; display: inline-block; }
.button:hover, button:hover { filter: brightness(1.08); }
.quiet { background: none; color: var(--leaf); border: 1px solid var(--line); padding: .45rem 1rem; }
input { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  padding: .65rem .85rem; }
label { font-weight: 550; }
.notice { position: fixed; left: 50%; top: 1.25rem; translate: -50% 0; background: var(--ink); color: var(--paper);
  padding: .75rem 1.25rem; border-radius: 999px; box-shadow: 0 8px 30px var(--shade); z-index: 5; max-width: 90vw; }
.notice:empty { display: none; }
.notice a { margin-left: .75rem; font-weight: 600; }`;

const products = `
.lead { display: grid; gap: .75rem; margin-bottom: 2.5rem; max-width: 36rem; }
.shelf { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 1.25rem; padding: 0; margin: 0; list-style: none; }
.tea { background: var(--card); border: 1px solid var(--line); border-radius: 18px; padding: 1.25rem; position: relative;
  display: grid; gap: .25rem; align-content: start; transition: translate .15s, box-shadow .15s; }
.tea:hover { translate: 0 -3px; box-shadow: 0 10px 30px var(--shade); }
.tea a { text-decoration: none; }
.tea a::after { content: ""; position: absolute; inset: 0; border-radius: 18px; }
.tea .tin { width: 8.5rem; margin: 0 auto .75rem; }
.row { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; }
.price { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.tin-shadow { fill: var(--shade); }
.tin-body { fill: oklch(.58 .09 var(--hue)); }
.tin-side { fill: oklch(.5 .09 var(--hue)); }
.tin-lid { fill: oklch(.72 .07 var(--hue)); }
.tin-rim { fill: oklch(.44 .08 var(--hue)); }
.tin-label { fill: oklch(.96 .02 var(--hue)); }
.tin-leaf { fill: oklch(.5 .1 var(--hue)); }
.tin-vein { stroke: oklch(.96 .02 var(--hue)); stroke-width: 1.5; }
.tin-text { font: 600 8px system-ui, sans-serif; fill: oklch(.4 .06 var(--hue)); letter-spacing: .08em; }
.detail { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 3rem; align-items: center; }
.detail .picture { background: var(--card); border: 1px solid var(--line); border-radius: 24px; padding: 2rem; }
.detail .tin { width: min(17rem, 100%); margin: auto; }
.detail .text { display: grid; gap: 1rem; justify-items: start; }
.detail .price { font-size: 1.4rem; }
@media (max-width: 44rem) { .detail { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; } main { padding-top: 2rem; } }
@media (prefers-reduced-motion: reduce) { .tea { transition: none; } }`;

const checkout = `
.lines { width: 100%; border-collapse: collapse; margin-block: 1.5rem; }
.lines td, .lines th { padding: .8rem .5rem; border-bottom: 1px solid var(--line); text-align: left; }
.lines th { font-weight: 550; color: var(--soft); font-size: .9rem; }
.lines .price, .lines .number { text-align: right; }
.lines form { display: inline-flex; gap: .5rem; }
.lines input { width: 4.5rem; padding: .35rem .6rem; }
.lines tfoot td { border: 0; font-size: 1.1rem; font-weight: 600; }
.columns { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 3rem; align-items: start; margin-top: 2rem; }
.fields { display: grid; gap: 1.1rem; }
.field { display: grid; gap: .35rem; }
.aside { background: var(--card); border: 1px solid var(--line); border-radius: 18px; padding: 1.5rem; }
.aside .lines { margin-bottom: 0; }
.aside .lines:first-child { margin-top: 0; }
.thanks { display: grid; gap: 1.25rem; justify-items: center; text-align: center; }
.thanks .aside { width: min(30rem, 100%); text-align: left; }
.order-number { font: 600 1.1rem ui-monospace, monospace; background: var(--card); border: 1px solid var(--line);
  border-radius: 999px; padding: .4rem 1.1rem; }
.letter { display: flex; gap: .5rem; flex-wrap: wrap; }
.letter label { flex-basis: 100%; }
@media (max-width: 44rem) { .columns { grid-template-columns: minmax(0, 1fr); gap: 2rem; } }`;

const drawer = `
.faults { position: fixed; right: 1rem; bottom: 1rem; z-index: 4; }
.faults > summary { list-style: none; cursor: pointer; margin-left: auto; width: max-content; background: var(--ink); color: var(--paper);
  border-radius: 999px; padding: .6rem 1.2rem; font-weight: 550; box-shadow: 0 6px 24px var(--shade); }
.faults > summary::-webkit-details-marker { display: none; }
.faults[data-on]:not([data-on="0"]) > summary { background: var(--warn); color: var(--paper); }
.faults form { width: min(27rem, 100vw - 2rem); max-height: min(72vh, 46rem); display: flex; flex-direction: column; overflow: hidden;
  margin-bottom: .75rem; background: var(--card); border: 1px solid var(--line); border-radius: 18px; box-shadow: 0 16px 50px var(--shade); font-size: .93rem; }
.switches { overflow: auto; padding: 1.25rem 1.5rem; display: grid; gap: .5rem; }
.faults[open] { display: flex; flex-direction: column-reverse; }
.faults fieldset { border: 0; padding: 0; margin: .8rem 0 0; min-width: 0; }
.faults legend { font: 600 1.05rem var(--serif); padding: 0; margin-bottom: .3rem; }
.fault { display: grid; grid-template-columns: 1.2rem 1fr; gap: .1rem .7rem; padding: .5rem; margin-inline: -.5rem; border-radius: 10px; cursor: pointer; font-weight: 400; }
.fault:hover { background: var(--paper); }
.fault:has(:checked) { background: var(--warn-wash); }
.fault input { accent-color: var(--warn); width: 1.1rem; height: 1.1rem; margin: .2rem 0 0; }
.fault b { font-weight: 550; }
.fault code, .fault small { grid-column: 2; color: var(--soft); font-size: .85rem; }
.drawer-actions { padding: .8rem 1.5rem; border-top: 1px solid var(--line); }`;

export const style = [colours, base, products, checkout, drawer].join('\n').trim();
