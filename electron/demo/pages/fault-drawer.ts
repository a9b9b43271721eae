/** The drawer on every page in which the shop's faults are switched on and off. Works without scripts too. */
import { type FaultId, faultGroups } from '../faults/list.ts';
import { type Html, html } from './html.ts';

type Shown = (typeof faultGroups)[number]['faults'][number];

const one = ({ id, code, title, does }: Shown, isOn: boolean): Html => html`<label class="fault">
  <input type="checkbox" name="on" value="${id}"${isOn ? html` checked` : ''}>
  <b>${title}</b><code>${code}</code><small>${does}</small>
</label>`;

/** An invented click id, so that the visit seems to come from an ad. */
const adLink = '/product/T-101?fbclid=IwAR2demoClickFromAnAd';

export function faultDrawer(active: ReadonlySet<FaultId>): Html {
  const groups = faultGroups.map(
    ({ title, faults }) =>
      html`<fieldset><legend>${title}</legend>${faults.map((fault) => one(fault, active.has(fault.id)))}</fieldset>`,
  );
  return html`<aside aria-label="Faults of the demo shop"><details class="faults" id="faults" data-on="${active.size}" data-no-pixel>
  <summary>Faults: <span id="faults-count">${active.size === 0 ? 'none' : `${active.size} on`}</span></summary>
  <form method="post" action="/faults">
    <div class="switches"><h2>Break this shop</h2>
    <p class="soft">Each switch makes one mistake that real shops make. It takes effect with the next page or click.
      <a href="${adLink}">Arrive by an ad</a> to get a click id.</p>
    ${groups}</div>
    <div class="drawer-actions"><button class="quiet" id="faults-apply">Apply</button><button class="quiet" type="button" id="faults-none" hidden>All off</button></div>
  </form>
</details></aside>`;
}
